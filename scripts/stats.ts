import { checkContent } from '../src/check-content.ts';
import { countEntries } from '../src/ledger/count-entries.ts';
import { statsLines } from '../src/ledger/stats-table.ts';
import { readSettings, SettingsError } from '../src/settings.ts';
import { run } from './report.ts';

await run(async () => {
  const { settings, options } = readSettings(process.argv.slice(2), process.env, { year: { type: 'string' } });
  const { book, problems } = await checkContent(settings, { drafts: true });
  if (!book) throw new SettingsError(`“${settings.contentDir}”还不是年鉴的内容文件夹；请先运行 npm run check`);
  const year = (options['year'] as string | undefined)?.trim();
  if (year && !book.yearbooks.some((yearbook) => yearbook.year === year)) throw new SettingsError(`没有${year}年的卷；请核对 --year`);
  const inYear = problems.filter(({ file }) => !year || file.startsWith(`${year}/`));
  console.log(statsLines(countEntries(book, year), inYear).join('\n'));
  return 0;
});
