import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { listContentFiles } from '../content-folder.ts';
import { readText } from '../entry/read-text.ts';
import { unwritableReason } from '../unwritable.ts';
import { fixText, leaveAlone, type FixedText } from './fix-text.ts';

export interface FixedFile extends FixedText {
  /** Path relative to the content folder. */
  file: string;
}

/** Every file of a content folder (or those wanted) that has something safe to change; nothing is written. */
export async function findFixes(folder: string, wanted?: Set<string>): Promise<FixedFile[]> {
  const files = (await listContentFiles(folder)).filter((file) => /\.(?:md|ya?ml)$/i.test(file) && (!wanted || wanted.has(file)));
  const fixes: FixedFile[] = [];
  for (const file of files) {
    const fixed = fixText(file, await readFile(join(folder, file)));
    if (fixed) fixes.push({ file, ...((await isReadOnly(join(folder, file))) ? leaveAlone(fixed.before, { line: 1, reason: '文件是只读的；请先去掉“只读”属性' }) : fixed) });
  }
  return fixes;
}

const isReadOnly = async (path: string): Promise<boolean> => ((await stat(path)).mode & 0o222) === 0;

/** Writes what can be written, and says of the rest why it could not. */
export async function writeFixes(folder: string, fixes: FixedFile[]): Promise<{ file: string; reason: string }[]> {
  const failed: { file: string; reason: string }[] = [];
  for (const { file, before, after } of fixes) {
    try {
      const path = await realpath(join(folder, file));
      // Saved in an editor since it was read: that text must not be lost.
      if (readText(await readFile(path), file).text !== before) failed.push({ file, reason: '文件刚被别的程序改过；请再运行一次' });
      else await replaceFile(path, after);
    } catch (cause) {
      failed.push({ file, reason: `不能写入（${unwritableReason((cause as NodeJS.ErrnoException).code ?? String(cause))}）；请检查文件夹的权限，关闭正在打开它的程序` });
    }
  }
  return failed;
}

/** Written beside itself and renamed, so that it is the old file or the new one, never half of each. */
async function replaceFile(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.fixing`);
  try {
    await writeFile(beside, text, { mode: (await stat(path)).mode });
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
}
