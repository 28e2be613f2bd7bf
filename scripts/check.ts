import { checkContent } from '../src/check-content.ts';
import { readSettings } from '../src/settings.ts';
import { countProblems, printProblems, run } from './report.ts';

await run(async () => {
  const { settings } = readSettings(process.argv.slice(2), process.env);
  const { problems, book } = await checkContent(settings, { drafts: true });
  printProblems(problems, settings.contentDir);
  const { errors, advice } = countProblems(problems);
  const checked = book ? `已检查${book.entries.length}个条目：` : '';
  console.log(`${checked}${errors}个错误，${advice}条建议`);
  return errors > 0 ? 1 : 0;
});
