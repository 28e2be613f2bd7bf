import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Yearbook } from '../../../src/book/book.ts';
import { compileSubjectIndex, fileByPinyin } from '../../../src/book/subject-index.ts';
import { editions, measure, POINTS_PER_MILLIMETRE, type EditionName } from '../../../src/outputs/pdf/editions.ts';
import { printText } from '../../../src/outputs/pdf/print-text.ts';
import { removeFolder } from '../../content-on-disk.ts';
import { printContent, type Printed } from './printed-content.ts';
import { openPdf, pageText, readAllLines, readOutline, rowsOf, squeeze, type Line, type OutlineItem } from './read-pdf.ts';

// The yearbook's own volumes, as they are published.
const CONTENT = fileURLToPath(new URL('../../../content', import.meta.url));

let printed: Printed;
const read = new Map<string, Line[][]>();

async function linesOf(name: string): Promise<Line[][]> {
  if (!read.has(name)) read.set(name, await readAllLines(await openPdf(printed.pdf(name))));
  return read.get(name)!;
}

beforeAll(async () => {
  printed = await printContent(CONTENT, 'all');
}, 120_000);

afterAll(() => removeFolder(printed.folder));

const volumes = (): Yearbook[] => printed.book.yearbooks;
const folioOf = (id: string): string => printed.folios.entries[id]!.folio;
/** Physical pages before the page whose folio is 1. */
const offsetOf = ({ entries: [first] }: Yearbook): number => {
  const { folio, pdfPage } = printed.folios.entries[first!.id]!;
  return pdfPage - Number(folio);
};

test('prints without a problem', () => {
  expect(printed.problems).toEqual([]);
  for (const { id } of printed.book.entries) expect(printed.folios.entries[id], id).toBeDefined();
});

describe('pages', () => {
  test('every entry stands where its folio says', async () => {
    for (const { year, entries } of volumes()) {
      const pages = await linesOf(year);
      for (const { id, title } of entries) {
        const { pdfPage, folio } = printed.folios.entries[id]!;
        expect(pageText(pages[pdfPage - 1]!), id).toContain(squeeze(`【${printText(title)}】`));
        expect(pages[pdfPage - 1]!.some(({ text }) => text.trim() === folio), `folio of ${id}`).toBe(true);
      }
    }
  });

  test('every contents line leads to the page that bears its title', async () => {
    for (const volume of volumes()) {
      const pages = await linesOf(volume.year);
      const start = pages.findIndex((lines) => lines.some(({ text, size }) => squeeze(text) === '目录' && size > 18));
      const rows = pages.slice(start, offsetOf(volume)).flatMap(rowsOf);
      const contents = rows.flatMap((row) => {
        const found = /^(.+?)[.]*(\d+)$/.exec(row);
        // The year of a running head is no page.
        return found && Number(found[2]) <= pages.length ? [{ title: found[1]!, page: Number(found[2]) }] : [];
      });
      for (const { title, page } of contents) {
        expect(pageText(pages[page + offsetOf(volume) - 1]!), title).toContain(title);
      }
      const listed = new Map(contents.map(({ title, page }) => [title, String(page)]));
      for (const { id, title } of volume.entries) expect(listed.get(squeeze(printText(title))), title).toBe(folioOf(id));
    }
  });

  test('every 参见 names the page of its entry', async () => {
    for (const { year, entries } of volumes()) {
      const text = (await linesOf(year)).map(pageText).join('');
      for (const entry of entries) {
        for (const { id, why } of entry.see) {
          const other = printed.book.byId.get(id)!;
          const volume = other.year === year ? '' : `《${squeeze(printText(volumes().find((one) => one.year === other.year)!.fields.title))}》`;
          const page = entry.lang === 'zh-Hant' ? `見${volume}第${folioOf(id)}頁` : `见${volume}第${folioOf(id)}页`;
          expect(text, `${entry.id} → ${id}`).toContain(squeeze(`${printText(other.title)}${why ? `（${printText(why)}）` : ''}，${page}`));
        }
      }
    }
  });

  test('the index gives the pages of every subject', async () => {
    for (const { year, entries } of volumes()) {
      const text = (await linesOf(year)).map(pageText).join('');
      const headings = fileByPinyin(compileSubjectIndex(entries, printed.book.glossary)).flatMap((group) => group.headings);
      expect(headings.length).toBeGreaterThan(entries.length);
      for (const { term, entries: found } of headings) {
        expect(text, term).toContain(squeeze(`${printText(term)}${runs(found.map(({ id }) => Number(folioOf(id))))}`));
      }
    }
  });

  test('the outline holds every part, domain and entry', async () => {
    for (const { year, chapters } of volumes()) {
      const outline = await readOutline(await openPdf(printed.pdf(year)));
      const chapterItems = outline.filter(({ title }) => chapters.some(({ name }) => name === title));
      const flat = (items: OutlineItem[]): [string, number][] => items.flatMap(({ title, page, items: inner }) => [[title, page], ...flat(inner)]);
      expect(flat(chapterItems.flatMap(({ items }) => items)).filter(([title]) => !isDomain(title))).toEqual(
        chapters.flatMap(({ entries }) => entries.map(({ id, title }) => [printText(title), printed.folios.entries[id]!.pdfPage])),
      );
      expect(outline.map(({ title }) => title)).toEqual(
        expect.arrayContaining(['编辑说明', '目录', ...chapters.map(({ name }) => name), '附录', '主题索引']),
      );
    }
  });

  test('chapters open on a recto, blank pages are bare, front matter counts in Roman', async () => {
    for (const volume of volumes()) {
      const pdf = await openPdf(printed.pdf(volume.year));
      const labels = (await pdf.getPageLabels())!;
      for (const { district } of volume.chapters) {
        const { pdfPage, folio } = printed.folios.chapters[`${volume.year}/${district.slug}`]!;
        expect(pdfPage % 2).toBe(1);
        expect(labels[pdfPage - 1]).toBe(folio);
      }
      expect(labels[offsetOf(volume) - 1]).toMatch(/^[IVX]+$/);
      const pages = await linesOf(volume.year);
      for (const lines of pages) if (lines.length <= 2) expect(lines).toEqual([]);
      // A folio stands at the outer edge.
      const [first] = volume.entries;
      const { pdfPage, folio } = printed.folios.entries[first!.id]!;
      const line = pages[pdfPage - 1]!.find(({ text }) => text.trim() === folio)!;
      expect(pdfPage % 2 === 0 ? line.left < 100 : line.right > 400).toBe(true);
    }
  });

  test('the opener of a chapter keeps to its page in every edition', async () => {
    for (const { year, chapters } of volumes()) {
      for (const edition of ['', '-a4', '-large', '-press']) {
        const pages = (await linesOf(year + edition)).map(pageText);
        for (const { name, sections } of chapters) {
          const lines = sections.map(({ domain, entries }) => squeeze(`${domain.name}${entries.length}条`));
          expect(pages.filter((text) => text.includes(name) && lines.every((line) => text.includes(line))).length, `${name} ${edition}`).toBe(1);
        }
      }
    }
  });

  test('no page holds only what stands below an entry', async () => {
    const TAIL = /^(?:数据|參見|参见|被參見|被参见|来源|來源|勘误|勘誤)/;
    for (const { year } of volumes()) {
      for (const edition of ['book', 'a4', 'large'] as EditionName[]) {
        const pages = await linesOf(edition === 'book' ? year : `${year}-${edition}`);
        const { size: type } = editions[edition];
        // Without the running head, which is smaller, and the folio.
        const texts = pages.map((lines) => lines.filter(({ text, size }) => size > 0.8 * type && !/^\d+$/.test(text.trim())));
        const lonely = texts.filter((lines) => lines.length > 0 && TAIL.test(lines[0]!.text) && lines.every(({ size }) => size < type));
        expect(lonely.map(pageText), `${year} ${edition}`).toEqual([]);
      }
    }
  });

  test('a chapter printed alone has the pages of the volume', async () => {
    for (const volume of volumes()) {
      const whole = (await linesOf(volume.year)).map(pageText);
      for (const { district } of volume.chapters) {
        const alone = (await linesOf(`${volume.year}-${district.slug}`)).map(pageText);
        const { pdfPage } = printed.folios.chapters[`${volume.year}/${district.slug}`]!;
        expect(alone).toEqual(whole.slice(pdfPage - 1, pdfPage - 1 + alone.length));
      }
    }
  });

  test('the press edition breaks its pages as the cited edition does', async () => {
    const [{ year }] = volumes() as [Yearbook];
    const cover = 2;
    const press = (await linesOf(`${year}-press`)).map(pageText);
    expect(press).toEqual((await linesOf(year)).map(pageText).slice(cover));
  });
});

describe('lines', () => {
  const STARTS_WRONG = /^(?:[，。、；：？！）》〉」』】〕”’％%…～·]|—(?=[^—]))/;
  const ENDS_WRONG = /[（《〈「『【〔“‘]$/;
  const names = () => volumes().flatMap(({ year }) => [year, `${year}-a4`, `${year}-large`]);

  test('none begins with a closing mark or ends with an opening one', async () => {
    for (const name of names()) {
      const lines = (await linesOf(name)).flat().map(({ text }) => text.trim());
      expect(lines.filter((text) => STARTS_WRONG.test(text) || ENDS_WRONG.test(text)), name).toEqual([]);
    }
  });

  test('no paragraph, cell or heading of the index ends in a line of one character or of a page number', async () => {
    for (const name of names()) {
      const lonely = (await linesOf(name)).flatMap((lines) =>
        lines.filter((line, index) => {
          const before = lines[index - 1];
          const drop = before && before.y - line.y;
          const continues = drop && before.size === line.size && drop > 2 && drop < line.size * 1.75 && Math.abs(before.left - line.left) < line.size * 3.8;
          const words = squeeze(line.text).replace(/[\d,–]+$/, '').replace(/\p{P}/gu, '');
          return continues && before.right - before.left > line.size * 8 && [...words].length <= 1;
        }),
      );
      expect(lonely.map(({ text, page }) => [page, text]), name).toEqual([]);
    }
  });

  test('none runs over the measure', async () => {
    for (const { year } of volumes()) {
      for (const edition of ['book', 'a4', 'large'] as EditionName[]) {
        const { inside, width } = editions[edition];
        const wide = measure(editions[edition]);
        const lines = (await linesOf(edition === 'book' ? year : `${year}-${edition}`)).slice(2).flat();
        const over = lines.filter(({ right, page, text, size }) => {
          const edge = (page % 2 === 1 ? inside + wide : width - inside) * POINTS_PER_MILLIMETRE;
          // A mark at the end of a line is set half its width.
          return right > edge + (/\p{P}$/u.test(text.trim()) ? size * 0.6 : 1);
        });
        expect(over.map(({ text, page }) => [page, text]), `${year} ${edition}`).toEqual([]);
      }
    }
  });
});

const isDomain = (title: string): boolean => printed.book.domains.some(({ name }) => name === title);

/** Page numbers as the index prints them: each once, three and more on end as a range. */
function runs(numbers: number[]): string {
  const pages = [...new Set(numbers)].sort((a, b) => a - b);
  const shown: string[] = [];
  for (let at = 0; at < pages.length; ) {
    let end = at;
    while (pages[end + 1] === pages[end]! + 1) end += 1;
    if (end >= at + 2) {
      shown.push(`${pages[at]}–${pages[end]}`);
      at = end + 1;
    } else {
      shown.push(String(pages[at]));
      at += 1;
    }
  }
  return shown.join(',');
}
