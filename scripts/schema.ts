import { fileURLToPath } from 'node:url';
import { writeEditorFiles } from '../src/vscode/editor-files.ts';
import { readSettings } from '../src/settings.ts';
import { folderName, run } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `npm run schema`: the settings and schemas by which VS Code completes and checks the fields of a content folder. */
await run(async () => {
  const { settings } = readSettings(process.argv.slice(2), process.env);
  const left = await writeEditorFiles(root, folderName(settings.contentDir));
  for (const name of left) console.log(`.vscode/${name} 里有您写的注释，没有改动；要用年鉴的设置，请先把它改名，再运行一次 npm run schema`);
  console.log('已写好 .vscode/ 里的设置和字段说明，您自己的设置没有动；重新打开 VS Code 后生效');
});
