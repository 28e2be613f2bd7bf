import { fileURLToPath } from 'node:url';
import { writeFiles } from '../src/import/write-files.ts';
import { readSettings, SettingsError } from '../src/settings.ts';
import { readCiFiles, readStarter, requireEmpty } from '../src/starter/read-starter.ts';
import { writeOwnEditorFiles } from '../src/vscode/editor-files.ts';
import { run } from './report.ts';

await run(async () => {
  const { options, positionals } = readSettings(process.argv.slice(2), process.env, { year: { type: 'string' } });
  const [folder, ...others] = positionals;
  if (!folder || others.length > 0) throw new SettingsError('请写一个文件夹名，例如 npm run init -- ../我的年鉴；名字里有空格时用引号括起来');
  const year = (options['year'] as string | undefined)?.trim() ?? String(new Date().getFullYear() - 1);
  if (!/^(?:19|20)\d{2}$/.test(year)) throw new SettingsError(`年份“${year}”不对；请写四位记述年份，如 --year 2015`);
  await requireEmpty(folder);
  const files = await readStarter(year);
  await writeFiles(folder, [...files, ...(await readCiFiles())]);
  await writeOwnEditorFiles(fileURLToPath(new URL('..', import.meta.url)), folder);
  console.log(`已在“${folder}”写好${files.length}个示例文件，记述年份${year}年`);
  console.log('用 VS Code 打开其中的“年鉴.code-workspace”，写字段时会有提示');
  console.log('要用 GitHub 或 GitLab 自动检查和发布，照 .github/workflows/yearbook.yml 或 .gitlab-ci.yml 开头的说明填写');
  console.log(`预览：npm run dev -- --content ${JSON.stringify(folder)}；写法见其中的 README.txt`);
  return 0;
});
