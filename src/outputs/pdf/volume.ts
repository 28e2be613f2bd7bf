import type { Book, Matter, Yearbook } from '../../book/book.ts';
import { formatDate } from '../../book/format.ts';
import { appendixData, type AppendixData } from './appendix-data.ts';
import { chapterData, type ChapterData, type Setting } from './chapter-data.ts';
import { palette, type Palette } from './colours.ts';
import { editions, tableWidth, type Edition, type EditionName } from './editions.ts';
import { copyrightLines, volumeCounts, type LabelledValue } from './imprint.ts';
import { toMarkup, type Block } from './markup.ts';
import { entriesElsewhere, type OutsideEntry } from './other-volumes.ts';
import { printText } from './print-text.ts';

/** Everything one PDF prints, as plain data: the template reads nothing else. */
export interface VolumeData {
  edition: Edition;
  colours: Palette;
  /** A whole volume, or one chapter of it with the volume's folios. */
  kind: 'volume' | 'chapter';
  title: string;
  subtitle?: string;
  coverTitle: string;
  year: string;
  /** Date of the document: `[year, month, day]`. */
  date: number[];
  editors: string[];
  publisher: string;
  imprint: string;
  copyright: LabelledValue[];
  cip?: string;
  licence?: string;
  note: Block[];
  counts: LabelledValue[];
  front: MatterData[];
  special: MatterData[];
  back: MatterData[];
  chapters: ChapterData[];
  appendix: AppendixData;
  /** Entries referred to that stand in another volume. */
  outside: Record<string, OutsideEntry>;
  /** Folios of entries that stand in the whole volume but not in this PDF. */
  folios: Record<string, string>;
  /** Folio of the first page of the body. */
  firstFolio: number;
}

export interface MatterData {
  title: string;
  body: Block[];
}

/** One yearbook of the Book in one edition. */
export function volumeData(book: Book, yearbook: Yearbook, editionName: EditionName): VolumeData {
  const { fields, year, front, back } = yearbook;
  const edition = editions[editionName];
  const setting: Setting = { knows: (id: string) => book.byId.has(id), tableWidth: tableWidth(edition) };
  const matter = ({ slug, fields: { title }, body }: Matter, part: 'front' | 'back'): MatterData => ({
    title: printText(title),
    body: toMarkup(body.tree, { file: `${year}/${part}/${slug}.md`, level: 1, ...setting }),
  });
  const isSpecial = ({ fields: { title } }: Matter) => SPECIAL.test(title);
  const publisher = fields.publisher ?? book.site.publisher;
  return {
    edition,
    colours: palette(book.site.accent, editionName === 'press'),
    kind: 'volume',
    title: printText(fields.title),
    subtitle: fields.subtitle && printText(fields.subtitle),
    coverTitle: printText(withoutYear(fields.title, year)),
    year,
    date: documentDate(yearbook),
    editors: fields.editors.map(printText),
    publisher: printText(publisher),
    imprint: printText([fields.place, fields.published && formatDate(fields.published)].filter(Boolean).join('　')),
    copyright: copyrightLines(book, yearbook, edition),
    cip: fields.cip && printText(fields.cip),
    licence: book.site.licence && printText(book.site.licence),
    note: toMarkup(yearbook.body.tree, { file: yearbook.file, level: 1, ...setting }),
    counts: volumeCounts(yearbook),
    front: front.filter((one) => !isSpecial(one)).map((one) => matter(one, 'front')),
    special: front.filter(isSpecial).map((one) => matter(one, 'front')),
    back: back.map((one) => matter(one, 'back')),
    chapters: yearbook.chapters.map((chapter, index) => chapterData(book, chapter, index + 1, setting)),
    appendix: appendixData(book, yearbook, setting),
    outside: entriesElsewhere(book, yearbook),
    folios: {},
    firstFolio: 1,
  };
}

/** A special feature opens the body; any other front matter (凡例, 编纂委员会) stands before the contents. */
const SPECIAL = /^(?:特载|特稿|特辑|专文|专记)/;

/** 改革年鉴 2015 → 改革年鉴: the cover sets the year apart. */
function withoutYear(title: string, year: string): string {
  const bare = title.replace(new RegExp(`[\\s（(·]*${year}(?:年卷|年|卷)?[）)]?`), '').trim();
  return bare || title;
}

/** The volume's own date, never the clock's: the same content makes the same bytes. */
function documentDate({ year, fields: { published } }: Yearbook): number[] {
  const [y, m, d] = (published ?? `${year}-12-31`).split('-').map(Number);
  return [y!, m ?? 1, d ?? 1];
}
