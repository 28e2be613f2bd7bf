import { checkContent } from '../src/check-content.ts';
import { problemFormats } from '../src/problem-formats.ts';
import { readSettings, SettingsError, withSiteAddress, type Settings } from '../src/settings.ts';
import { siteUrls } from '../src/urls.ts';
import { countProblems, printProblems, run, summariseProblems } from './report.ts';

/** `npm run check [-- --format github|gitlab|json|sarif]`: every problem of the content folder, sorted by place. */
await run(async () => {
  const { settings, options } = readSettings(process.argv.slice(2), process.env, { format: { type: 'string' } });
  const asked = options['format'] as string | undefined;
  if (asked && !problemFormats[asked]) {
    throw new SettingsError(`--format 的值“${asked}”不对；可写 ${Object.keys(problemFormats).join('、')}`);
  }
  const { problems, book } = await checkContent(settings, { drafts: true });
  const { errors, advice } = countProblems(problems);
  if (asked && asked !== 'github') {
    console.log(problemFormats[asked]!(problems, settings.contentDir));
    return errors > 0 ? 1 : 0;
  }
  // Under GitHub Actions every problem stands at its line of the change without being asked for.
  if (asked ?? process.env['GITHUB_ACTIONS']) console.log(problemFormats['github']!(problems, settings.contentDir));
  else printProblems(problems, settings.contentDir);
  const checked = book ? `已检查${book.entries.length}个条目：` : '';
  console.log(`${checked}${errors}个错误，${advice}条建议`);
  for (const line of summariseProblems(problems, settings.contentDir)) console.log(line);
  if (problems.length > 0) console.log(`括号里是规则名，写法和正反例见编辑手册：${handbookAddress(withSiteAddress(settings, book?.site.url))}`);
  return errors > 0 ? 1 : 0;
});

function handbookAddress({ site, base }: Settings): string {
  const page = siteUrls(base).section('handbook/rules');
  return site ? `${site}${page}（网站还没有发布时，运行 npm run dev 再打开 ${page}）` : `npm run dev 之后打开 ${page}`;
}
