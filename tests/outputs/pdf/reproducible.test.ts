import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTree, removeFolder, temporaryFolder, writeContent } from '../../content-on-disk.ts';
import { entryText } from '../../small-book.ts';
import { printContent } from './printed-content.ts';

const folders: string[] = [];

async function folder(): Promise<string> {
  const made = await temporaryFolder();
  folders.push(made);
  return made;
}

afterAll(() => Promise.all(folders.map(removeFolder)));

const FILES = { '2015/jia/more.md': entryText('2015年，甲区办理事项，涉及12家单位。', { title: '事项办理', see: ['2015/jia/base'] }) };

test('the same content makes the same bytes in another folder and time zone', async () => {
  const zone = process.env['TZ'];
  try {
    process.env['TZ'] = 'Asia/Shanghai';
    const first = await printContent(await writeContent(await folder(), FILES), 'all', await folder());
    process.env['TZ'] = 'America/New_York';
    const inside = join(await folder(), 'a folder', '内容');
    await mkdir(inside, { recursive: true });
    const second = await printContent(await writeContent(inside, FILES), 'all', await folder());
    const [one, two] = [await readTree(join(first.folder, 'dist')), await readTree(join(second.folder, 'dist'))];
    expect(Object.keys(one).sort()).toEqual([
      'epub/2015.epub', 'pdf/2015-a4.pdf', 'pdf/2015-cover.pdf', 'pdf/2015-jia.pdf', 'pdf/2015-large.pdf', 'pdf/2015-press.pdf', 'pdf/2015.pdf',
    ]);
    for (const [file, bytes] of Object.entries(one)) expect(two[file] === bytes, file).toBe(true);
    expect(second.folios).toEqual(first.folios);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
}, 60_000);

test('an unchanged volume is not set again, a changed one is', async () => {
  const content = await writeContent(await folder(), FILES);
  const out = await folder();
  const kept = join(out, 'cache', 'pdf', '2015.pdf');
  const first = await printContent(content, 'book', out);
  const { mtimeMs } = await stat(kept);
  const again = await printContent(content, 'book', out);
  expect(again.folios).toEqual(first.folios);
  expect((await stat(kept)).mtimeMs).toBe(mtimeMs);
  await writeContent(content, { ...FILES, '2015/jia/third.md': entryText('2015年，甲区办理另一事项。', { title: '另一事项' }) });
  const changed = await printContent(content, 'book', out);
  expect((await stat(kept)).mtimeMs).toBeGreaterThan(mtimeMs);
  expect(changed.folios.entries['2015/jia/third']).toBeDefined();
}, 60_000);

test('nothing is printed where nothing is asked for', async () => {
  const out = await folder();
  const printed = await printContent(await writeContent(await folder(), FILES), 'none', out);
  expect(printed.folios).toEqual({ entries: {}, chapters: {} });
  expect(await readTree(out)).toEqual({});
});
