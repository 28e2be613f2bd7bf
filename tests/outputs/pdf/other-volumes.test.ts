import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sameRooms, widenRooms } from '../../../src/outputs/pdf/other-volumes.ts';
import { removeFolder, temporaryFolder, writeContent } from '../../content-on-disk.ts';
import { runScript } from '../../run-script.ts';
import { entryText } from '../../small-book.ts';
import { printContent, type Printed } from './printed-content.ts';
import { openPdf, pageText, readAllLines } from './read-pdf.ts';

/** Two volumes that refer to one another, the later one with pages before the entry referred to. */
const FILES = {
  '2015/jia/before.md': entryText('2015年，甲区建立制度，后来见[后事](2018/jia/later)。', { title: '前事', see: [{ id: '2018/jia/later', why: '后续' }] }),
  '2015/yi/district.md': '---\nsource: report\nlang: zh-Hant\n---\n\n乙區概況。\n',
  '2015/yi/a.md': entryText('2015年，乙區辦理事項。', { title: '乙區事項', lang: 'zh-Hant', see: ['2018/jia/later'] }),
  '2018/yearbook.md': '---\ntitle: 改革年鉴 2018\n---\n\n本卷收甲区区篇。\n',
  '2018/jia/district.md': '---\nsource: report\n---\n\n2018年，甲区推进改革。\n',
  '2018/jia/early.md': entryText('2018年，甲区办理事项。\n\n'.repeat(60), { title: '长事' }),
  '2018/jia/later.md': entryText('2018年，甲区完善制度。', { title: '后事', domain: 'governance' }),
};

let content: string;
let printed: Printed;

beforeAll(async () => {
  content = await writeContent(await temporaryFolder(), FILES);
  printed = await printContent(content, 'all');
}, 60_000);

afterAll(async () => {
  await removeFolder(content);
  await removeFolder(printed.folder);
});

const textOf = async (file: string): Promise<string> => (await readAllLines(await openPdf(file))).map(pageText).join('');

test('a reference names the page where the title stands in the other volume', async () => {
  expect(printed.problems).toEqual([]);
  const { folio, pdfPage } = printed.folios.entries['2018/jia/later']!;
  expect(Number(folio)).toBeGreaterThan(3);
  expect(pageText((await readAllLines(await openPdf(printed.pdf('2018'))))[pdfPage - 1]!)).toContain('【后事】');
  for (const name of ['2015', '2015-a4', '2015-large', '2015-press', '2015-jia']) {
    const text = await textOf(printed.pdf(name));
    expect(text, name).toContain(`后事（后续），见《改革年鉴2018》第${folio}页`);
    expect(text, name).toContain(`后来见后事（见《改革年鉴2018》第${folio}页）`);
  }
  expect(await textOf(printed.pdf('2015-yi'))).toContain(`甲区·后事，見《改革年鉴2018》第${folio}頁`);
  const back = printed.folios.entries['2015/jia/before']!.folio;
  expect(await textOf(printed.pdf('2018'))).toContain(`前事（后续），见《改革年鉴2015》第${back}页`);
});

test('a page of another volume is given as much room as it has digits, and never less than before', () => {
  const rooms = widenRooms(new Map([['2018/jia/later', 1], ['2018/jia/early', 2]]), new Map([['2018/jia/later', '1204'], ['2018/jia/early', '3']]));
  expect([...rooms.values()]).toEqual([4, 2]);
  expect(sameRooms(rooms, widenRooms(rooms, new Map([['2018/jia/later', '998']])))).toBe(true);
});

test('a page of another volume stands in its line as one of this volume does', async () => {
  // A title of its own volume and one of another, with pages of one digit each.
  const widths = async (name: string) =>
    (await readAllLines(await openPdf(printed.pdf(name)))).flat().flatMap(({ text }) => text.match(/第 *\d 页/g) ?? []);
  expect(new Set((await widths('2015')).map((text) => text.replace(/\d/, '0'))).size).toBe(1);
});

test('a selection, made without the other volume, names it without a page', async () => {
  const file = join(printed.folder, 'selection.pdf');
  const { code, output } = await runScript('pdf', ['--content', content, '--year', '2015', '--out', file]);
  expect(code, output).toBe(0);
  expect(await textOf(file)).toMatch(/后事（后续），见《改革年鉴2018》(?!第)/);
}, 30_000);

test('a volume is set again where the other moved its page, and only then', async () => {
  const kept = (year: string) => join(printed.folder, 'cache', 'pdf', `${year}.pdf`);
  const made = async (year: string) => (await stat(kept(year))).mtimeMs;
  const before = { 2015: await made('2015'), 2018: await made('2018') };

  await writeContent(content, { ...FILES, '2018/jia/later.md': entryText('2018年，甲区完善各项制度。', { title: '后事', domain: 'governance' }) });
  await printContent(content, 'book', printed.folder);
  expect(await made('2018')).toBeGreaterThan(before[2018]);
  expect(await made('2015')).toBe(before[2015]);

  await writeContent(content, { ...FILES, '2018/jia/early.md': entryText('2018年，甲区办理事项。\n\n'.repeat(120), { title: '长事' }) });
  const moved = await printContent(content, 'book', printed.folder);
  const { folio } = moved.folios.entries['2018/jia/later']!;
  expect(folio).not.toBe(printed.folios.entries['2018/jia/later']!.folio);
  expect(await textOf(moved.pdf('2015'))).toContain(`后事（后续），见《改革年鉴2018》第${folio}页`);

  // What was made before leaves no trace: a run from nothing makes the same bytes.
  const fresh = await printContent(content, 'book');
  for (const year of ['2015', '2018']) expect(await readFile(fresh.pdf(year)), year).toEqual(await readFile(moved.pdf(year)));
  await removeFolder(fresh.folder);
}, 60_000);
