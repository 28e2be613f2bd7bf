import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolder, temporaryFolder, writeContent } from '../../content-on-disk.ts';
import { entryText } from '../../small-book.ts';
import { printContent, type Printed } from './printed-content.ts';
import { openPdf, pageText, readLines } from './read-pdf.ts';

let printed: Printed;
let content: string;

beforeAll(async () => {
  content = await temporaryFolder();
  await writeContent(content, {
    '2015/jia/change.md': entryText('社会组织由393家增至1457家[^1]，窗口由8个增至12个，见[报告](https://example.cn/report)，代码`甲`。\n\n[^1]: 含备案的组织。', {
      title: '社会组织',
      figures: [
        { name: '社会组织总数', value: '1457', unit: '家', before: '393', date: '2015' },
        { name: '窗口', value: '12', unit: '个', before: '8' },
      ],
      see: [{ id: '2015/jia/base', why: '前提' }],
    }),
    '2015/yi/district.md': '---\nsource: report\nlang: zh-Hant\n---\n\n乙區概況。\n',
    '2015/yi/a.md': entryText('2015年，乙區辦理事項。', { title: '乙區事項', lang: 'zh-Hant' }),
    '2015/jia/picture.md': entryText('![区图](map.svg)', { title: '图片' }),
    '2015/jia/map.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><script>alert(1)</script><rect width="90" height="60" fill="#a8301f"/></svg>',
  });
  printed = await printContent(content, 'all');
}, 60_000);

afterAll(async () => {
  await removeFolder(content);
  await removeFolder(printed.folder);
});

const READING = ['2015', '2015-a4', '2015-large', '2015-jia', '2015-yi'];
const PRESS = ['2015-press', '2015-cover'];

const load = async (name: string): Promise<PDFDocument> => PDFDocument.load(await readFile(printed.pdf(name)), { updateMetadata: false });

const dictionaries = (pdf: PDFDocument): PDFDict[] =>
  pdf.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));

const named = (dictionary: PDFDict, key: string): string | undefined => dictionary.get(PDFName.of(key))?.toString();

test('prints without a problem', () => {
  expect(printed.problems).toEqual([]);
});

describe.each(READING)('%s', (name) => {
  test('says that it is PDF/UA-1 and PDF/A-2a', async () => {
    const pdf = await load(name);
    const metadata = pdf.context.lookup(pdf.catalog.get(PDFName.of('Metadata'))) as PDFRawStream;
    const xmp = Buffer.from(metadata.contents).toString('utf8');
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toMatch(/<pdfuaid:part [^>]*>1<\/pdfuaid:part>/);
    expect(xmp).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>');
    expect(xmp).toContain('改革年鉴 2015');
    expect(pdf.catalog.get(PDFName.of('OutputIntents'))).toBeDefined();
    const preferences = pdf.context.lookup(pdf.catalog.get(PDFName.of('ViewerPreferences'))) as PDFDict;
    expect(named(preferences, 'DisplayDocTitle')).toBe('true');
    expect(named(pdf.catalog, 'Lang')).toBe('(zh-CN)');
    for (const page of pdf.getPages()) expect(named(page.node, 'Tabs')).toBe('/S');
  });

  test('tags everything that is drawn', async () => {
    const pdf = await openPdf(printed.pdf(name));
    const drawing = new Set<number>([OPS.showText, OPS.fill, OPS.eoFill, OPS.stroke, OPS.constructPath, OPS.paintImageXObject, OPS.paintFormXObjectBegin]);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { fnArray } = await (await pdf.getPage(number)).getOperatorList();
      let depth = 0;
      for (const operator of fnArray) {
        if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth += 1;
        if (operator === OPS.endMarkedContent) depth -= 1;
        if (drawing.has(operator)) expect(depth, `page ${number}`).toBeGreaterThan(0);
      }
    }
  });
});

test('every figure has words, every link a description', async () => {
  const elements = dictionaries(await load('2015'));
  const figures = elements.filter((element) => named(element, 'S') === '/Figure');
  expect(figures.length).toBe(3);
  for (const figure of figures) expect(figure.get(PDFName.of('Alt'))).toBeDefined();
  const links = elements.filter((element) => named(element, 'Subtype') === '/Link');
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) expect(link.get(PDFName.of('Contents'))).toBeDefined();
});

describe.each([...READING, '2015-press'])('%s', (name) => {
  test('tells the bounds of every picture and chart', async () => {
    const pdf = await load(name);
    const pages = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), { page, number: index + 1 }]));
    const read = await openPdf(printed.pdf(name));
    const seen: string[] = [];
    for (const figure of dictionaries(pdf).filter((element) => named(element, 'S') === '/Figure')) {
      const { page, number } = pages.get(named(figure, 'Pg')!)!;
      const [attributes] = (figure.lookup(PDFName.of('A')) as PDFArray).asArray() as [PDFDict];
      expect(named(attributes, 'Placement')).toBe('/Block');
      const [left, bottom, right, top] = (attributes.get(PDFName.of('BBox')) as PDFArray).asArray().map((value) => (value as PDFNumber).asNumber()) as [number, number, number, number];
      expect(left).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(page.getWidth());
      expect(top).toBeLessThanOrEqual(page.getHeight());
      const words = (figure.lookup(PDFName.of('Alt')) as PDFHexString).decodeText();
      const inside = (await readLines(read, number)).filter((line) => line.left >= left - 1 && line.right <= right + 1 && line.y >= bottom && line.y <= top);
      // A chart's own words stand within its bounds, and no other's; a picture keeps the shape of its file.
      if (words === '区图') expect((right - left) / (top - bottom)).toBeCloseTo(90 / 60, 1);
      else expect(pageText(inside).replace(/\D+/g, ' ').trim().split(' ').sort()).toEqual(words.replace(/增加.*/, '').match(/\d+/g)!.sort());
      seen.push(words);
    }
    expect(seen.length).toBe(name.endsWith('-yi') ? 0 : 3);
  });
});

test('the structure is that of a book', async () => {
  const kinds = new Set(dictionaries(await load('2015')).map((element) => named(element, 'S')));
  for (const kind of ['H1', 'H2', 'H3', 'P', 'TOC', 'TOCI', 'Table', 'THead', 'TH', 'TD', 'Note', 'Link', 'Figure', 'Caption']) {
    expect(kinds, kind).toContain(`/${kind}`);
  }
});

test('Traditional text is tagged zh-Hant', async () => {
  for (const name of ['2015', '2015-yi', '2015-press']) {
    const pdf = await load(name);
    const languages = new Set(dictionaries(pdf).map((element) => named(element, 'Lang')));
    expect(languages, name).toContain('(zh-Hant)');
    expect([...languages].filter((language) => language !== undefined && !['(zh-CN)', '(zh-Hant)'].includes(language))).toEqual([]);
    for (const stream of contentStreams(pdf)) expect(stream).not.toContain('zh-MO');
  }
});

test.each([...READING, ...PRESS])('%s embeds all its fonts, subset', async (name) => {
  const descriptors = dictionaries(await load(name)).filter((dictionary) => named(dictionary, 'Type') === '/FontDescriptor');
  expect(descriptors.length).toBeGreaterThan(0);
  for (const descriptor of descriptors) {
    expect(named(descriptor, 'FontName')).toMatch(/^\/[A-Z]{6}\+Noto(?:Serif|Sans)SC-/);
    expect(descriptor.has(PDFName.of('FontFile2')) || descriptor.has(PDFName.of('FontFile3'))).toBe(true);
  }
});

describe('the press edition', () => {
  test('has trim and bleed', async () => {
    const points = (millimetres: number) => (millimetres * 72) / 25.4;
    for (const page of (await load('2015-press')).getPages()) {
      const [media, bleed, trim] = [page.getMediaBox(), page.getBleedBox(), page.getTrimBox()];
      expect(trim.width).toBeCloseTo(points(185), 1);
      expect(trim.height).toBeCloseTo(points(260), 1);
      expect(bleed.width - trim.width).toBeCloseTo(points(6), 1);
      expect(media.width).toBeGreaterThan(bleed.width);
    }
    const [cover] = (await load('2015-cover')).getPages();
    // Two boards and a spine.
    expect(cover!.getTrimBox().width).toBeGreaterThan(points(370));
  });

  test.each(PRESS)('%s is drawn in process inks, its text in black alone', async (name) => {
    const streams = contentStreams(await load(name)).join('\n');
    // A drawing's own colours too.
    expect(streams).not.toMatch(/(?:^|\s)(?:rg|RG|g|G|sc|SC|scn|SCN)(?=\s)/);
    expect(streams).toMatch(/(?:^|\s)0 0 0 1 k(?=\s)/);
  });
});

test('links are live', async () => {
  const pdf = await openPdf(printed.pdf('2015'));
  const targets: string[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    for (const annotation of await (await pdf.getPage(page)).getAnnotations()) {
      if (annotation.url) targets.push(annotation.url);
      else if (typeof annotation.dest === 'string') expect(await pdf.getDestination(annotation.dest)).not.toBeNull();
    }
  }
  expect(targets).toContain('https://example.cn/report');
});

/** Decoded content of every page. */
function contentStreams(pdf: PDFDocument): string[] {
  return pdf.getPages().map(({ node }) => {
    const contents: PDFObject | undefined = node.get(PDFName.of('Contents'));
    const stream = contents instanceof PDFRef ? pdf.context.lookup(contents) : contents;
    return stream instanceof PDFRawStream ? inflateSync(stream.contents).toString('latin1') : '';
  });
}
