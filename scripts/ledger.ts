import { resolve } from 'node:path';
import { checkContent } from '../src/check-content.ts';
import { buildLedger } from '../src/ledger/ledger-sheet.ts';
import { writeLedger } from '../src/ledger/write-ledger.ts';
import { readSettings, SettingsError } from '../src/settings.ts';
import { countProblems, run } from './report.ts';

await run(async () => {
  const { settings, options, positionals } = readSettings(process.argv.slice(2), process.env, { year: { type: 'string' } });
  const [path = '改革台账.xlsx'] = positionals;
  if (!/\.xlsx$/i.test(path)) throw new SettingsError(`“${path}”不是 .xlsx 文件名；例如 npm run ledger -- 改革台账.xlsx`);
  const { book, problems } = await checkContent(settings, { drafts: true });
  if (!book) throw new SettingsError(`“${settings.contentDir}”还不是年鉴的内容文件夹；请先运行 npm run check`);
  const year = (options['year'] as string | undefined)?.trim();
  if (year && !book.yearbooks.some((yearbook) => yearbook.year === year)) throw new SettingsError(`没有${year}年的卷；请核对 --year`);
  const rows = buildLedger(book, year);
  await writeLedger(path, rows);
  console.log(`已写好“${resolve(path)}”：${rows.length - 1}个条目`);
  const { errors } = countProblems(problems);
  if (errors > 0) console.log(`内容里有${errors}个错误，有错误的条目可能没有列入；请运行 npm run check，改正后再写一次`);
  return 0;
});
