import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openPublication } from '../src/publish.ts';
import { readTree, removeFolder, temporaryFolder } from './content-on-disk.ts';

/** A disk that moves the old site away and then refuses to put the new one in its place. */
vi.mock('node:fs/promises', async (original) => {
  const disk = await original<typeof import('node:fs/promises')>();
  return {
    ...disk,
    rename: (from: string, to: string) =>
      from.endsWith('-next') ? Promise.reject(Object.assign(new Error('refused'), { code: 'EBUSY' })) : disk.rename(from, to),
  };
});

test('a swap refused at its last step puts the old site back', async () => {
  const folder = await temporaryFolder();
  const out = join(folder, 'dist');
  await mkdir(join(out, 'style'), { recursive: true });
  for (const name of ['404.html', 'style/site.css']) await writeFile(join(out, name), 'old');
  const before = await readTree(out);
  const publication = await openPublication(out, []);
  await expect(publication.swap()).rejects.toThrow(`不能写输出文件夹“${out}”（正被其他程序占用）`);
  expect(await readTree(out)).toEqual(before);
  await removeFolder(folder);
});
