import { fileURLToPath } from 'node:url';
import { stat } from 'node:fs/promises';
import { placeEditorFiles } from '../src/vscode/editor-files.ts';
import { readSettings, SettingsError } from '../src/settings.ts';
import { run } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `npm run schema`: the settings and schemas by which VS Code completes and checks the fields of a content folder. */
await run(async () => {
  const { contentDir } = readSettings(process.argv.slice(2), process.env).settings;
  if (!(await stat(contentDir).then((found) => found.isDirectory(), () => false))) {
    throw new SettingsError(`内容文件夹“${contentDir}”不存在；请检查 CONTENT_DIR 或 --content 的写法`);
  }
  const { folder, left } = await placeEditorFiles(root, contentDir);
  for (const name of left) console.log(`.vscode/${name} 里有您写的注释，没有改动；要用年鉴的设置，请先把它改名，再运行一次 npm run schema`);
  console.log(
    folder === root
      ? '已写好 .vscode/ 里的设置和字段说明，您自己的设置没有动；重新打开 VS Code 后生效'
      : `已在“${contentDir}”写好 .vscode/ 和“年鉴.code-workspace”，您自己的设置没有动；用 VS Code 打开其中的“年鉴.code-workspace”，写字段时就有提示`,
  );
});
