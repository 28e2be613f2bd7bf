import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import datapackage from 'datapackage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCsv } from '../../src/browser/parse-csv.ts';
import { renderCsv } from '../../src/outputs/data/csv.ts';
import { dataFiles } from '../../src/outputs/data/index.ts';
import { renderAtom, renderJsonFeed } from '../../src/outputs/data/feed.ts';
import { renderLlmsTxt } from '../../src/outputs/data/llms-txt.ts';
import { namedLicence } from '../../src/book/licence.ts';
import { siteUrls } from '../../src/urls.ts';
import { bookOf } from '../small-book.ts';
import { APPARATUS } from './fixture.ts';

const book = bookOf(APPARATUS);
const urls = siteUrls('/yearbook/');
const origin = 'https://example.cn';
const files = new Map(dataFiles(book, urls, origin).map((file) => [file.name, file.text]));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yearbook-data-'));
  // This reader, unlike Frictionless's own, takes the byte order mark for a part of the first heading.
  for (const [name, text] of files) await writeFile(join(folder, name), text.replace(/^\uFEFF/, ''));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['=SUM(A1)', "'=SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['-5.2', '-5.2'],
  ['-甲', "'-甲"],
  ['@甲', "'@甲"],
  ['+86 10', "'+86 10"],
  ['甲,"乙"\n丙', '"甲,""乙""\n丙"'],
])('%j is safe in a spreadsheet', (text, written) => {
  const csv = renderCsv(['a'], [[text]]);
  expect(csv).toBe(`\uFEFFa\r\n${written}\r\n`);
  expect(parseCsv(csv)).toEqual([{ a: text }]);
});

test('every table is read back as it was written', () => {
  const figures = parseCsv(files.get('figures.csv')!);
  expect(figures.map(({ name, value, amount, difference, percent, converted, entry_id }) => [name, value, amount, difference, percent, converted, entry_id])).toEqual([
    ['审批事项', '156', '156', '-342', '-68.7', '', '2015/jia/base'],
    ['登记土地', '300', '300', '', '', '约20公顷', '2015/jia/base'],
    ['审批事项', '200', '200', '', '', '', '2015/yi/hall'],
    ['受益群众', '15', '150000', '', '', '约150,000人', '2015/yi/hall'],
    ['審批事項', '120', '120', '', '', '', '2018/bing/society'],
  ]);
  expect(parseCsv(files.get('events.csv')!).map(({ date, district_code }) => [date, district_code])).toEqual([
    ['2015-04-16', '100001'], ['2015-07', ''], ['2015', '100001'], ['2018-09', '100003'],
  ]);
  expect(parseCsv(files.get('documents.csv')!)[0]).toMatchObject({ cited_count: '3', cited_by: '2015/jia/base;2015/yi/hall;2015/yi/hall-service' });
  expect(parseCsv(files.get('pilots.csv')!).map(({ level_name }) => level_name)).toEqual(['国家级', '省级']);
});

test('entries.json holds every entry with its text and its references both ways', () => {
  const { entries } = JSON.parse(files.get('entries.json')!);
  expect(entries).toHaveLength(4);
  expect(entries[0]).toMatchObject({ id: '2015/jia/base', url: 'https://example.cn/yearbook/2015/jia/base/', see: [{ id: '2015/yi/hall' }] });
  expect(entries[1].seenFrom).toEqual(['2015/jia/base']);
  expect(entries[0].text.join('')).toContain('保留事项156项');
});

test('the data package validates, and so does every table against its schema', async () => {
  const { valid, errors } = await datapackage.validate(join(folder, 'datapackage.json'));
  expect(errors.map(String)).toEqual([]);
  expect(valid).toBe(true);
  const described = await datapackage.Package.load(join(folder, 'datapackage.json'));
  for (const resource of described.resources.filter(({ tabular }) => tabular)) {
    const text = files.get(resource.descriptor.path)!;
    expect(resource.descriptor.bytes).toBe(Buffer.byteLength(text));
    expect(resource.descriptor.hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    const rows = await resource.read({ keyed: true });
    expect(rows).toHaveLength(parseCsv(text).length);
  }
});

test.each([
  ['条目文字以 CC BY 4.0 许可使用', 'CC-BY-4.0'],
  ['CC BY-NC-SA 3.0', 'CC-BY-NC-SA-3.0'],
  ['CC0', 'CC0-1.0'],
  ['版权所有', undefined],
])('%s as a licence', (text, name) => expect(namedLicence(text)?.name).toBe(name));

test('the feed has volumes and errata, the latest first, by dates of the book', () => {
  const atom = renderAtom(book, urls, origin);
  expect([...atom.matchAll(/<title type="html"><!\[CDATA\[(.*?)\]\]>/g)].map(([, title]) => title)).toEqual(['改革年鉴 2018', '勘误：审批制度改革', '改革年鉴 2015']);
  expect(atom).toContain('<updated>2018-12-31T00:00:00.000Z</updated>');
  const json = JSON.parse(renderJsonFeed(book, urls, origin));
  expect(json.items.map(({ url }: { url: string }) => url)).toEqual([
    'https://example.cn/yearbook/2018/', 'https://example.cn/yearbook/2015/jia/base/', 'https://example.cn/yearbook/2015/',
  ]);
});

test('feeds keep the rules of their formats, whatever stands in a title', () => {
  const odd = bookOf({ ...APPARATUS, '2018/yearbook.md': '---\ntitle: 改革年鉴 <2018> & 补编\n---\n\n本卷收丙区区篇。\n' });
  // JSON Feed 1: an item has an id and a text, and its title is no HTML.
  const { version, items } = JSON.parse(renderJsonFeed(odd, urls, origin)) as { version: string; items: Record<string, string>[] };
  expect(version).toBe('https://jsonfeed.org/version/1');
  expect(items[0]!['title']).toBe('改革年鉴 <2018> & 补编');
  expect(items.filter(({ id, content_html: html, url, date_modified: date }) => !id || !html || !url || Number.isNaN(Date.parse(date!)))).toEqual([]);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  // Atom (RFC 4287): what a feed and an entry must have, once.
  const atom = renderAtom(odd, urls, origin);
  expect(unclosedTags(atom)).toEqual([]);
  const [head = '', ...entries] = atom.split('<entry>');
  for (const part of [head, ...entries]) for (const name of ['id', 'title', 'updated']) expect(part.match(new RegExp(`<${name}[ >]`, 'g'))).toHaveLength(1);
  expect(head).toContain('<author>');
  expect(head).toContain(`<link rel="self" href="${origin}/yearbook/feed.xml"/>`);
  expect(atom).toContain('<![CDATA[改革年鉴 &lt;2018&gt; &amp; 补编]]>');
});

/** Tags that are not closed in order: a feed reader takes no other XML. */
function unclosedTags(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name, self] of xml.replace(/<\?.*?\?>|<!\[CDATA\[.*?\]\]>/gs, '').matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (self) continue;
    if (!close) open.push(name!);
    else if (open.pop() !== name) wrong.push(name!);
  }
  return [...wrong, ...open];
}

test('llms.txt names volumes and data with full addresses', () => {
  const text = renderLlmsTxt(book, urls, origin);
  expect(text).toMatch(/^# 改革年鉴\n\n> 逐区记述改革\n/);
  expect(text).toContain('- [figures.csv](https://example.cn/yearbook/data/figures.csv)');
});
