import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEditorFiles } from '../src/vscode/editor-files.ts';
import { readSettings } from '../src/settings.ts';
import { run } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `npm run schema`: the settings and schemas by which VS Code completes and checks the fields of a content folder. */
await run(async () => {
  const { settings } = readSettings(process.argv.slice(2), process.env);
  // Settings name folders as seen from where they stand, wherever the script was started.
  const contentDir = relative(root, resolve(settings.contentDir)).split(sep).join('/');
  const left = await writeEditorFiles(root, contentDir);
  for (const name of left) console.log(`.vscode/${name} 里有您写的注释，没有改动；要用年鉴的设置，请先把它改名，再运行一次 npm run schema`);
  console.log('已写好 .vscode/ 里的设置和字段说明，您自己的设置没有动；重新打开 VS Code 后生效');
});
