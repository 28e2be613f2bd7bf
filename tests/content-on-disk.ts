import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SMALL_BOOK, type Files } from './small-book.ts';

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'yearbook-test-'));

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Writes the small book with `files` laid over it into a folder of its own. */
export async function writeContent(folder: string, files: Files = {}): Promise<string> {
  for (const [file, content] of Object.entries({ ...SMALL_BOOK, ...files })) {
    if (content === null) continue;
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  return folder;
}

/** Every file of a folder with its bytes, to see whether anything in it has changed. */
export async function readTree(folder: string): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name)).sort();
  const tree: Record<string, string> = {};
  for (const file of files) tree[file.slice(folder.length + 1)] = (await readFile(file)).toString('base64');
  return tree;
}
