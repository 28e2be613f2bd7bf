import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Part } from './book/part.ts';
import { parsePart } from './book/parts.ts';
import { problem, type Problem } from './problem.ts';

/** Files an editor's machine leaves behind: .DS_Store, Thumbs.db, Word's lock files, VS Code's workspaces. */
const LEFT_BEHIND = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)|\.code-workspace$/i;

/** A README in the folder speaks to editors, not to readers. */
const FOR_EDITORS = /^(?:README|LICENSE)/i;

const REASONS: Record<string, string> = {
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EISDIR: '这是文件夹',
  ENOENT: '链接指向的文件不存在',
  ELOOP: '链接指向自己',
  EBUSY: '正被其他程序占用',
};

/** Files of a content folder, relative, with `/`, in a stable order. */
export async function listContentFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    // A link is read like what it leads to; a folder named like an entry is said to be none.
    .filter((item) => item.isFile() || item.isSymbolicLink() || item.name.endsWith('.md'))
    .map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').some((name) => LEFT_BEHIND.test(name)) && !FOR_EDITORS.test(file))
    .sort();
}

/** Reads and parses one file; what cannot be read is a problem, not an exception. */
export async function readPart(folder: string, file: string): Promise<{ part?: Part; problems: Problem[] }> {
  try {
    return parsePart(file, await readFile(join(folder, file)));
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    return { part: { kind: 'broken', file }, problems: [problem('file/unreadable', { file, line: 1, column: 1 }, { reason: REASONS[reason] ?? reason })] };
  }
}

/** Reads a whole content folder: every part that parses, every problem of those that do not. */
export async function readContentFolder(folder: string): Promise<{ parts: Part[]; problems: Problem[] }> {
  const isFolder = await stat(folder).then((found) => found.isDirectory(), () => false);
  if (!isFolder) return { parts: [], problems: [problem('file/folder', { file: '', line: 1, column: 1 }, { folder })] };
  const files = await listContentFiles(folder);
  const read = await mapInBatches(files, 64, (file) => readPart(folder, file));
  return { parts: read.flatMap(({ part }) => part ?? []), problems: read.flatMap(({ problems }) => problems) };
}

/** A folder of 10,000 files must not open them all at once. */
async function mapInBatches<T, R>(items: T[], size: number, map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += size) {
    results.push(...(await Promise.all(items.slice(start, start + size).map(map))));
  }
  return results;
}
