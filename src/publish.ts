import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { unwritableReason } from './unwritable.ts';

/**
 * Publishing in one step: a site is built in a sibling of its folder and swapped in by rename once it is whole, so that
 * whatever fails, the published folder stays as it was.
 */
export interface Publication {
  /** Folder to build into. */
  folder: string;
  /** Moves everything in `folder` to the folder to build into, beside what is there. */
  take(folder: string): Promise<void>;
  /** Puts the finished folder in the place of the old one. */
  swap(): Promise<void>;
  /** Throws away what was built. */
  discard(): Promise<void>;
}

/** The folder cannot be published to; the message is Chinese and complete. */
export class PublishError extends Error {}

const READY = '.ready';
const OWNER = '.building';

/** A link stays a link: what it leads to is replaced. */
const locate = (outDir: string): string => (existsSync(outDir) ? realpathSync(outDir) : resolve(outDir));

const siblings = (outDir: string) => {
  const sibling = (suffix: string) => join(dirname(outDir), `.${basename(outDir)}-${suffix}`);
  return { next: sibling('next'), previous: sibling('previous') };
};

/**
 * Opens an empty sibling of `outDir`, finishing first a swap that was cut off.
 * @throws PublishError where the folder is not ours to replace, or another build is at work
 */
export async function openPublication(outDir: string, keep: string[]): Promise<Publication> {
  const target = locate(outDir);
  refuseForeignFolder(target, outDir, keep);
  const { next, previous } = siblings(target);
  await refuseSecondBuild(next, outDir);
  await explained(outDir, async () => {
    await swapTheRest(target);
    await rm(next, { recursive: true, force: true });
    await mkdir(next, { recursive: true });
    await writeFile(join(next, OWNER), String(process.pid));
  });
  return {
    folder: next,
    async take(folder) {
      for (const name of await readdir(folder)) await move(join(folder, name), join(next, name));
    },
    swap: () =>
      explained(outDir, async () => {
        await rm(join(next, OWNER), { force: true });
        await writeFile(join(next, READY), '');
        await rm(previous, { recursive: true, force: true });
        if (existsSync(target)) await rename(target, previous);
        try {
          await rename(next, target);
        } catch (cause) {
          if (existsSync(previous)) await rename(previous, target);
          throw cause;
        }
        await rm(join(target, READY), { force: true });
        await rm(previous, { recursive: true, force: true });
      }),
    discard: () => rm(next, { recursive: true, force: true }),
  };
}

async function move(from: string, to: string): Promise<void> {
  if (existsSync(to)) {
    for (const name of await readdir(from)) await move(join(from, name), join(to, name));
    return;
  }
  try {
    await rename(from, to);
  } catch (cause) {
    // A rename cannot cross file systems.
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    await cp(from, to, { recursive: true });
  }
}

/**
 * A swap cut off between its renames leaves no folder: the new one goes in if it was whole, else the old one back.
 * @throws PublishError where the disk refuses
 */
export function finishSwap(outDir: string): Promise<void> {
  return explained(outDir, () => swapTheRest(locate(outDir)));
}

async function swapTheRest(target: string): Promise<void> {
  const { next, previous } = siblings(target);
  if (!existsSync(target)) {
    if (existsSync(join(next, READY))) await rename(next, target);
    else if (existsSync(previous)) await rename(previous, target);
  }
  if (existsSync(target)) {
    await rm(join(target, READY), { force: true });
    await rm(previous, { recursive: true, force: true });
  }
}

/** What the disk refuses is for the editor to mend, so it is said in a sentence. */
async function explained<T>(typed: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (!code) throw cause;
    throw new PublishError(`不能写输出文件夹“${typed}”（${unwritableReason(code)}）；请检查 OUT_DIR 或 --out 的写法和权限`, { cause });
  }
}

/** What tells a site of ours from anybody else's folder; `npm run pdf` alone leaves the books. */
const isOurs = (target: string, names: string[]): boolean =>
  names.every((name) => name === 'pdf' || name === 'epub') ||
  (names.includes('404.html') && existsSync(join(target, 'style', 'site.css')));

/** The whole folder is replaced, so it must not hold the content, the generator, a repository or what we did not write. */
function refuseForeignFolder(target: string, typed: string, keep: string[]): void {
  const holds = (path: string) => resolve(path) === target || resolve(path).startsWith(target.endsWith(sep) ? target : target + sep);
  if (keep.some(holds) || existsSync(join(target, '.git'))) {
    throw new PublishError(`输出文件夹“${typed}”里有不能覆盖的内容（稿件、程序或 git 仓库）；请把 OUT_DIR 或 --out 改成单独的文件夹，如 dist`);
  }
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new PublishError(`“${typed}”是文件，不是文件夹；请把 OUT_DIR 或 --out 改成单独的文件夹，如 dist`);
  const names = readdirSync(target);
  if (!isOurs(target, names)) {
    throw new PublishError(`输出文件夹“${typed}”里有不是本程序生成的内容（如 ${names[0]}）；请先清空它，或把 OUT_DIR 或 --out 改成单独的文件夹，如 dist`);
  }
}

async function refuseSecondBuild(next: string, typed: string): Promise<void> {
  const owner = Number(await readFile(join(next, OWNER), 'utf8').catch(() => ''));
  if (owner && owner !== process.pid && isRunning(owner)) {
    throw new PublishError(`另一个构建正在写“${typed}”（进程 ${owner}）；请等它结束，或用 --out 指定别的文件夹`);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
