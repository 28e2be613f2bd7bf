import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unwritableReason } from '../unwritable.ts';
import { ImportError } from './import-error.ts';
import { RECORD_FOLDER } from './import-record.ts';
import { PART, type ChangedFile, type NewFile } from './write-files.ts';

/** What an import is about to write: read by the next one where this one was cut off by a crash or a closed window. */
interface Unfinished {
  process: number;
  files: { file: string; sha256: string }[];
  changes: ChangedFile[];
}

const FILE = `${RECORD_FOLDER}/unfinished.json`;
const fingerprint = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Writes down what will be written. @returns what to call once it all stands */
export async function announceFiles(folder: string, files: NewFile[], changes: ChangedFile[]): Promise<() => Promise<void>> {
  const path = join(folder, FILE);
  const plan: Unfinished = { process: process.pid, files: files.map(({ file, content }) => ({ file, sha256: fingerprint(content) })), changes };
  try {
    await mkdir(join(folder, RECORD_FOLDER), { recursive: true });
    await writeFile(path, JSON.stringify(plan), { flag: 'wx' });
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    throw new ImportError(`不能写入“${folder}”（${unwritableReason(code)}），没有写任何文件；请检查磁盘空间和权限`);
  }
  return () => rm(path, { force: true });
}

/**
 * Takes back what an import that was cut off had written; what an editor has changed since stays.
 * @returns how many files were taken back. @throws ImportError where another import is at work right now
 */
export async function takeBackUnfinished(folder: string): Promise<number> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return 0;
  const { process: writer, files, changes } = parsePlan(text);
  if (writer !== process.pid && isAlive(writer)) {
    throw new ImportError(`另一个导入正在写“${folder}”，没有写任何文件；请等它结束再试。确实没有别的导入时，删去 ${FILE} 再试`);
  }
  let count = 0;
  for (const { file, sha256 } of files) {
    await rm(join(folder, `${file}${PART}`), { force: true });
    const written = await readFile(join(folder, file)).catch(() => undefined);
    if (!written || fingerprint(written) !== sha256) continue;
    await rm(join(folder, file));
    count += 1;
  }
  for (const { file, before, after } of changes) {
    await rm(join(folder, `${file}.new`), { force: true });
    if ((await readFile(join(folder, file), 'utf8').catch(() => undefined)) === after) await writeFile(join(folder, file), before);
  }
  await rm(join(folder, FILE));
  return count;
}

/** A plan cut off while it was written down had nothing written after it. */
function parsePlan(text: string): Unfinished {
  try {
    return JSON.parse(text) as Unfinished;
  } catch {
    return { process: process.pid, files: [], changes: [] };
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
