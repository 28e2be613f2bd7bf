import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import { listContentFiles } from '../src/content-folder.ts';
import { formatDiff, formatLeftAlone, summarise } from '../src/fix/diff.ts';
import { findFixes, writeFixes } from '../src/fix/fix-folder.ts';
import { pathIn } from '../src/problem.ts';
import { readSettings, SettingsError } from '../src/settings.ts';
import { run } from './report.ts';

/** `npm run fix [-- FILE…] [--dry-run]`: makes the safe changes of the 体例 rules and shows each of them. */
await run(async () => {
  const { settings, options, positionals } = readSettings(process.argv.slice(2), process.env, { 'dry-run': { type: 'boolean' } });
  const folder = settings.contentDir;
  if (!(await stat(folder).then((found) => found.isDirectory(), () => false))) {
    throw new SettingsError(`内容文件夹“${folder}”不存在；请检查 CONTENT_DIR 或 --content 的写法`);
  }
  const found = await findFixes(folder, positionals.length > 0 ? await wantedFiles(folder, positionals) : undefined);
  const left = found.flatMap((one) => formatLeftAlone(one, folder));
  for (const line of left) console.log(line);
  const fixes = found.filter(({ before, after, lineBreaks }) => before !== after || lineBreaks);
  if (fixes.length === 0) {
    console.log(left.length > 0 ? `没有改动文件；有${left.length}处没有代改，原因见上` : '没有可以代改的地方');
    return 0;
  }
  for (const fix of fixes) console.log(colour(formatDiff(fix)));
  if (options['dry-run']) {
    console.log(`可以代改${fixes.length}个文件：${summarise(fixes)}；去掉 --dry-run 即写入`);
    return 0;
  }
  const failed = await writeFixes(folder, fixes);
  for (const { file, reason } of failed) console.log(`${pathIn(folder, file)}:1 没有代改：${reason}`);
  const written = fixes.filter(({ file }) => failed.every((one) => one.file !== file));
  if (written.length > 0) console.log(`已改${written.length}个文件：${summarise(written)}；请再运行 npm run check`);
  return failed.length > 0 ? 1 : 0;
});

/** Files are named as the shell completes them, or as messages name them. */
async function wantedFiles(folder: string, named: string[]): Promise<Set<string>> {
  const known = new Set(await listContentFiles(folder));
  return new Set(
    named.map((name) => {
      const inFolder = relative(resolve(folder), resolve(name)).split(sep).join('/');
      const file = [inFolder, name].find((path) => known.has(path));
      if (!file) throw new SettingsError(`“${folder}”里没有文件“${name}”；请核对文件名`);
      return file;
    }),
  );
}

function colour(diff: string): string {
  const coloured = diff.split('\n').map((line) => {
    const style = line.startsWith('-') ? 'red' : line.startsWith('+') ? 'green' : undefined;
    return style ? styleText(style, line, { stream: process.stdout }) : line;
  });
  return coloured.join('\n');
}
