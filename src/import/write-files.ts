import { lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unwritableReason } from '../unwritable.ts';
import { ImportError } from './import-error.ts';

export interface NewFile {
  /** Relative to the content folder. */
  file: string;
  content: string | Uint8Array;
}

/** A file of the content folder that gets an addition. */
export interface ChangedFile {
  file: string;
  before: string;
  after: string;
}

/** Ending of a file that is still being written. */
export const PART = '.part';

/**
 * Writes all or nothing: new files only where nothing stands, changed files only where they are still as they were read.
 * @throws ImportError where a file is in the way or the disk refuses; by then everything is as before
 */
export async function writeFiles(folder: string, files: NewFile[], changes: ChangedFile[] = []): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const { file, content } of files) {
      const path = join(folder, file);
      const created = await mkdir(dirname(path), { recursive: true });
      if (created) undo.push(() => removeEmpty(dirname(path), created));
      // A large picture is written in pieces; what stands under its own name is always whole.
      undo.push(() => rm(`${path}${PART}`, { force: true }));
      await writeFile(`${path}${PART}`, content, { flag: 'wx' });
      await mustBeFree(path);
      await rename(`${path}${PART}`, path);
      undo.push(() => rm(path, { force: true }));
    }
    for (const { file, before, after } of changes) {
      const path = join(folder, file);
      if ((await readFile(path, 'utf8')) !== before) throw new ImportError(`${file} 刚刚被改动过；请再运行一次`);
      await writeFile(`${path}.new`, after, { flag: 'wx' });
      undo.push(() => rm(`${path}.new`, { force: true }));
      await rename(`${path}.new`, path);
      undo.push(() => writeFile(path, before));
    }
  } catch (cause) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    const { code, path = '' } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new ImportError(`${path} 已经存在，没有写任何文件；请先移开它`);
    if (code) throw new ImportError(`不能写入“${path || folder}”（${unwritableReason(code)}），没有写任何文件；请检查位置和权限，或换一个地方`);
    throw cause;
  }
}

/** @throws as writing would where something stands there */
async function mustBeFree(path: string): Promise<void> {
  if (await lstat(path).catch(() => undefined)) throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST', path });
}

/** Folders that `mkdir` made, innermost first, as long as they are empty. */
async function removeEmpty(innermost: string, outermost: string): Promise<void> {
  for (let folder = innermost; folder.length >= outermost.length; folder = dirname(folder)) await rmdir(folder);
}
