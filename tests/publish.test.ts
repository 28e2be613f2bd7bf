import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishSwap, openPublication, PublishError } from '../src/publish.ts';
import { readTree, removeFolder, temporaryFolder } from './content-on-disk.ts';

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  out = join(folder, 'dist');
});
afterEach(() => removeFolder(folder));

/** A folder as a build leaves it. */
async function site(path: string, text: string): Promise<void> {
  await mkdir(join(path, 'style'), { recursive: true });
  await writeFile(join(path, '404.html'), text);
  await writeFile(join(path, 'style/site.css'), '');
}

const pageOf = (path: string) => readFile(join(path, '404.html'), 'utf8');

describe('a swap', () => {
  test('puts the finished site in the place of the old one and leaves nothing beside it', async () => {
    await site(out, 'old');
    await writeFile(join(out, 'gone.html'), 'old');
    const publication = await openPublication(out, []);
    await site(publication.folder, 'new');
    expect(await pageOf(out)).toBe('old');
    await publication.swap();
    expect(Object.keys(await readTree(out))).toEqual(['404.html', 'style/site.css']);
    expect(await pageOf(out)).toBe('new');
    expect(await readdir(folder)).toEqual(['dist']);
  });

  test('makes the folder, and the folders above it, where there are none', async () => {
    const deep = join(folder, 'a/b/dist');
    const publication = await openPublication(deep, []);
    await site(publication.folder, 'new');
    await publication.swap();
    expect(await pageOf(deep)).toBe('new');
  });

  test('that is discarded leaves the old site, byte for byte', async () => {
    await site(out, 'old');
    const before = await readTree(out);
    const publication = await openPublication(out, []);
    await site(publication.folder, 'new');
    await publication.discard();
    expect(await readTree(out)).toEqual(before);
    expect(await readdir(folder)).toEqual(['dist']);
  });

  test('of a site that has vanished says so and leaves the old one', async () => {
    await site(out, 'old');
    const publication = await openPublication(out, []);
    await rm(publication.folder, { recursive: true });
    await expect(publication.swap()).rejects.toThrow(PublishError);
    expect(await pageOf(out)).toBe('old');
  });

  test('takes over what was built elsewhere', async () => {
    const publication = await openPublication(out, []);
    await site(join(folder, 'built'), 'new');
    await publication.take(join(folder, 'built'));
    expect(await readdir(join(folder, 'built'))).toEqual([]);
    await publication.swap();
    expect(await pageOf(out)).toBe('new');
  });
});

describe('a swap that was cut off', () => {
  const next = () => join(folder, '.dist-next');
  const previous = () => join(folder, '.dist-previous');

  test('between its renames is finished by the next build', async () => {
    await site(previous(), 'old');
    await site(next(), 'new');
    await writeFile(join(next(), '.ready'), '');
    const publication = await openPublication(out, []);
    expect(await pageOf(out)).toBe('new');
    expect(existsSync(join(out, '.ready'))).toBe(false);
    expect(existsSync(previous())).toBe(false);
    await publication.discard();
  });

  test('is undone where the new site was not whole', async () => {
    await site(previous(), 'old');
    await site(next(), 'half');
    await finishSwap(out);
    expect(await pageOf(out)).toBe('old');
  });

  test('behind its renames is tidied up', async () => {
    await site(out, 'new');
    await writeFile(join(out, '.ready'), '');
    await site(previous(), 'old');
    await finishSwap(out);
    expect(Object.keys(await readTree(folder))).toEqual(['dist/404.html', 'dist/style/site.css']);
    expect(await pageOf(out)).toBe('new');
  });

  test('a build that was killed half way leaves nothing in the next', async () => {
    await site(out, 'old');
    await site(next(), 'half');
    await writeFile(join(next(), '.building'), '999999999');
    await writeFile(join(next(), 'half.html'), 'half');
    const publication = await openPublication(out, []);
    expect(await readdir(publication.folder)).toEqual(['.building']);
    expect(await pageOf(out)).toBe('old');
    await publication.discard();
  });
});

describe('refused, with nothing touched', () => {
  const refusal = async (target: string, keep: string[] = []) => {
    const before = await readTree(folder);
    const error = await openPublication(target, keep).then(() => undefined, (cause: unknown) => cause);
    expect(error).toBeInstanceOf(PublishError);
    expect(await readTree(folder)).toEqual(before);
    return (error as Error).message;
  };

  test('a folder that holds the content or the generator', async () => {
    await mkdir(join(out, 'content'), { recursive: true });
    expect(await refusal(out, [join(out, 'content')])).toBe(
      `输出文件夹“${out}”里有不能覆盖的内容（稿件、程序或 git 仓库）；请把 OUT_DIR 或 --out 改成单独的文件夹，如 dist`,
    );
    expect(await refusal(out, [out])).toContain('不能覆盖的内容');
    expect(await refusal('/', [out])).toContain('不能覆盖的内容');
  });

  test('a git repository', async () => {
    await mkdir(join(out, '.git'), { recursive: true });
    expect(await refusal(out)).toContain('git 仓库');
  });

  test('a folder of somebody else', async () => {
    await mkdir(out);
    await writeFile(join(out, '年终总结.docx'), 'x');
    await writeFile(join(out, 'index.html'), 'x');
    expect(await refusal(out)).toContain('里有不是本程序生成的内容');
  });

  test('a file', async () => {
    await writeFile(out, 'x');
    expect(await refusal(out)).toContain('是文件，不是文件夹');
    expect(await refusal(join(out, 'dist'))).toContain('路径中有一段不是文件夹');
  });

  test('a folder that another build is writing', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await mkdir(join(folder, '.dist-next'));
    await writeFile(join(folder, '.dist-next/.building'), String(other.pid));
    expect(await refusal(out)).toBe(`另一个构建正在写“${out}”（进程 ${other.pid}）；请等它结束，或用 --out 指定别的文件夹`);
    other.kill();
  });
});

test('an empty folder and one with books alone are taken', async () => {
  await mkdir(join(out, 'pdf'), { recursive: true });
  const publication = await openPublication(out, []);
  await publication.discard();
  await mkdir(join(folder, 'empty'));
  await (await openPublication(join(folder, 'empty'), [])).discard();
});

test('a link to a folder is followed, not replaced', async () => {
  const real = join(folder, 'real');
  await site(real, 'old');
  await symlink(real, out);
  const publication = await openPublication(out, []);
  await site(publication.folder, 'new');
  await publication.swap();
  expect(await pageOf(real)).toBe('new');
  expect(await pageOf(out)).toBe('new');
});
