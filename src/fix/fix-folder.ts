import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { listContentFiles } from '../content-folder.ts';
import { fixText, type FixedText } from './fix-text.ts';

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
    if (fixed) fixes.push({ file, ...fixed });
  }
  return fixes;
}

/** Each file is written beside itself and renamed, so that it is the old one or the new one, never half of each. */
export async function writeFixes(folder: string, fixes: FixedFile[]): Promise<void> {
  for (const { file, after } of fixes) {
    const path = join(folder, file);
    const beside = join(dirname(path), `.${basename(path)}.fixing`);
    try {
      await writeFile(beside, after, { mode: (await stat(path)).mode });
      await rename(beside, path);
    } catch (cause) {
      await rm(beside, { force: true });
      throw cause;
    }
  }
}
