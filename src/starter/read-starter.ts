import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingsError } from '../settings.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Where each forge looks for the file by which it checks and publishes. */
const CI_FILES = { '.github/workflows/yearbook.yml': '../ci-files/github.yml', '.gitlab-ci.yml': '../ci-files/gitlab.yml' };

/** Files of an empty yearbook of one record year, by path in the content folder: one example of each kind. */
export async function readStarter(year: string): Promise<{ file: string; content: string }[]> {
  const found = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  const files = found.filter((item) => item.isFile() && !item.name.endsWith('.ts')).map((item) => join(item.parentPath, item.name)).sort();
  return Promise.all(
    files.map(async (path) => ({
      file: relative(FOLDER, path).split(sep).join('/').replace(/^year\//, `${year}/`),
      content: (await readFile(path, 'utf8')).replaceAll('{{year}}', year),
    })),
  );
}

/** What a forge needs to check and publish the folder; an office that has none leaves them lie. */
export const readCiFiles = (): Promise<{ file: string; content: string }[]> =>
  Promise.all(Object.entries(CI_FILES).map(async ([file, ours]) => ({ file, content: await readFile(join(FOLDER, ours), 'utf8') })));

/** @throws SettingsError where something already stands in the folder: a yearbook is never laid over another */
export async function requireEmpty(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) return;
  if (!found.isDirectory()) throw new SettingsError(`“${folder}”是一个文件；请写一个还没有的文件夹名`);
  const inside = (await readdir(folder)).filter((name) => name !== '.git' && name !== '.DS_Store');
  if (inside.length > 0) throw new SettingsError(`文件夹“${folder}”不是空的（有 ${inside.slice(0, 3).join('、')}），没有写任何文件；请换一个文件夹`);
}
