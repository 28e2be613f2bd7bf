import type { Book, Chapter, Matter, Yearbook } from '../../book/book.ts';
import { districtOf, yearbookOf } from '../../book/book.ts';
import { formatCount, formatDate } from '../../book/format.ts';
import { pilotLevelName } from '../../book/pilot-levels.ts';
import { textRuns } from '../../entry/body.ts';
import type { Entry } from '../../entry/parse.ts';
import { appendixData, type AppendixData } from './appendix-data.ts';
import { palette, type Palette } from './colours.ts';
import { editions, tableWidth, type Edition, type EditionName } from './editions.ts';
import { figureCharts, figureNotes, figureTable, type ChartData, type FigureTableData } from './figure-data.ts';
import { headlineFigures } from './headline-figures.ts';
import { inScript } from './in-script.ts';
import { toMarkup, type Block, type MarkupOptions } from './markup.ts';
import { printText } from './print-text.ts';
import { citeSource } from './source-citation.ts';

export interface SeeData {
  id: string;
  title: string;
  /** District, where it is another. */
  district?: string;
  why?: string;
  /** Whether this entry names the other, or only the other way round (被参见). */
  back: boolean;
}

export interface EntryData {
  id: string;
  title: string;
  lang: Entry['lang'];
  pilot?: string;
  body: Block[];
  table?: FigureTableData;
  charts: ChartData[];
  figureNotes: string[];
  /** Numbers of its sources in the chapter's list, where they are not simply those of the chapter. */
  sources: number[];
  see: SeeData[];
  errata: string[];
}

export interface ChapterData {
  id: string;
  name: string;
  lang: Entry['lang'];
  place: string;
  summary?: string;
  headline: { name: string; value: string; unit: string }[];
  body: Block[];
  sections: { name: string; id: string; entries: EntryData[] }[];
  sources: { text: string; url?: string }[];
}

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
  copyright: { label: string; value: string; url?: string }[];
  cip?: string;
  licence?: string;
  note: Block[];
  counts: { label: string; value: string }[];
  front: MatterData[];
  special: MatterData[];
  back: MatterData[];
  chapters: ChapterData[];
  appendix: AppendixData;
  /** Entries referred to that stand in another volume. */
  outside: Record<string, string>;
  /** Folios of entries that stand in the whole volume but not in this PDF. */
  folios: Record<string, string>;
  /** Folio of the first page of the body. */
  firstFolio: number;
}

export interface MatterData {
  title: string;
  body: Block[];
}

/** Part of a volume: every given key narrows it. */
export interface Selection {
  district?: string;
  domain?: string;
}

/** One yearbook of the Book in one edition. */
export function volumeData(book: Book, yearbook: Yearbook, editionName: EditionName): VolumeData {
  const { fields, year, front, back } = yearbook;
  const edition = editions[editionName];
  const setting = { knows: (id: string) => book.byId.has(id), tableWidth: tableWidth(edition) };
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
    appendix: appendixData(book, yearbook),
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

function copyrightLines(book: Book, { year, fields, entries }: Yearbook, { format }: Edition): VolumeData['copyright'] {
  const characters = entries.reduce((sum, entry) => sum + textRuns(entry.body.tree).join('').replace(/\s/g, '').length, 0);
  const lines: [string, string | undefined, string?][] = [
    ['书名', fields.title],
    ['记述年份', `${year}年`],
    ['编者', fields.editors.join('、') || book.site.publisher],
    ['出版', fields.publisher ?? book.site.publisher],
    ['地址', fields.place],
    ['出版日期', fields.published && formatDate(fields.published)],
    ['书号', fields.isbn && (/ISBN/i.test(fields.isbn) ? fields.isbn : `ISBN ${fields.isbn}`)],
    ['开本', format],
    ['字数', `${formatCount(Math.max(1, Math.round(characters / 1000)))} 千字`],
    ['定价', fields.price],
    ['联系', book.site.contact],
    ['网址', book.site.url, book.site.url],
  ];
  return lines.flatMap(([label, value, url]) => (value ? [{ label, value: printText(value), url }] : []));
}

function volumeCounts({ chapters, entries }: Yearbook): VolumeData['counts'] {
  const sum = (key: 'figures' | 'documents' | 'events') => entries.reduce((total, entry) => total + entry[key].length, 0);
  const counts: [string, number][] = [
    ['区篇', chapters.length],
    ['改革领域', new Set(entries.map(({ domain }) => domain)).size],
    ['条目', entries.length],
    ['数据', sum('figures')],
    ['文件', sum('documents')],
    ['大事', sum('events')],
  ];
  return counts.map(([label, count]) => ({ label, value: formatCount(count) }));
}

type Setting = Pick<MarkupOptions, 'knows' | 'tableWidth'>;

function chapterData(book: Book, chapter: Chapter, number: number, setting: Setting): ChapterData {
  const { district, fields, file } = chapter;
  const sourceIds = [...new Set([...fields.source, ...chapter.entries.flatMap(({ source }) => source)])];
  const labels = { table: 0, chart: 0 };
  const entryData = (entry: Entry): EntryData => ({
    id: entry.id,
    title: printText(entry.title),
    lang: entry.lang,
    pilot: entry.pilot && printText(`${inScript(`${pilotLevelName(entry.pilot.level)}试点`, entry.lang)}　${entry.pilot.name}`),
    body: toMarkup(entry.body.tree, { file: entry.file, level: 3, ...setting }),
    table: numberedTable(entry, number, labels, setting.tableWidth),
    charts: figureCharts(entry, () => `图 ${number}-${++labels.chart}`),
    figureNotes: figureNotes(entry),
    sources: sameItems(entry.source, fields.source) ? [] : entry.source.map((id) => sourceIds.indexOf(id) + 1),
    see: seeLines(book, entry),
    errata: entry.errata.map(({ date, was, now }) => printText(`${formatDate(date)}勘误：原作“${was}”，现作“${now}”`)),
  });
  return {
    id: `${chapter.year}/${district.slug}`,
    name: printText(chapter.name),
    lang: fields.lang,
    place: printText(district.province === district.city ? district.city : `${district.province}　${district.city}`),
    summary: fields.summary && printText(fields.summary),
    headline: headlineFigures(chapter).map(({ figure: { name, value, unit = '', approx } }) => ({
      name: printText(name),
      value: printText((approx === '约' ? '约' : '') + value),
      unit: printText(approx && approx !== '约' ? (approx === '以上' ? `${unit}以上` : unitWith(approx, unit)) : unit),
    })),
    body: toMarkup(chapter.body.tree, { file, level: 2, ...setting }),
    sections: chapter.sections.map(({ domain, entries }) => ({
      name: printText(domain.name),
      id: domain.slug,
      entries: entries.map(entryData),
    })),
    sources: sourceIds.flatMap((id) => {
      const source = book.sources.get(id);
      return source ? [{ text: citeSource(source), url: source.url }] : [];
    }),
  };
}

/** 15万余人: the unit as it follows a value set apart. */
function unitWith(approx: string, unit: string): string {
  const [, multiple = '', measured = ''] = /^(万亿|萬億|[千万萬亿億]?)(.*)$/s.exec(unit)!;
  return `${multiple}${approx}${measured}`;
}

function numberedTable(entry: Entry, chapter: number, labels: { table: number }, width: number): FigureTableData | undefined {
  const table = figureTable(entry, `表 ${chapter}-${labels.table + 1}`, width);
  if (table) labels.table += 1;
  return table;
}

const sameItems = (a: string[], b: string[]): boolean => a.length === b.length && a.every((item) => b.includes(item));

/** 参见, then those entries that refer here and are not already among them. */
function seeLines(book: Book, entry: Entry): SeeData[] {
  const line = (other: Entry, why: string | undefined, back: boolean): SeeData => ({
    id: other.id,
    title: printText(other.title),
    district: other.district === entry.district ? undefined : printText(districtOf(book, other).name),
    why: why && printText(why),
    back,
  });
  const own = [...new Map(entry.see.map((see) => [see.id, see])).values()].flatMap(({ id, why }) => {
    const other = book.byId.get(id);
    return other && other !== entry ? [line(other, why, false)] : [];
  });
  const named = new Set(own.map(({ id }) => id));
  const from = (book.seenFrom.get(entry.id) ?? []).filter((reference) => !named.has(reference.entry.id));
  return [...own, ...from.map((reference) => line(reference.entry, reference.why, true))];
}

/** Entries of other volumes by id, with the title of their volume. */
function entriesElsewhere(book: Book, yearbook: Yearbook): Record<string, string> {
  const here = new Set(yearbook.entries.map(({ id }) => id));
  const named = yearbook.entries.flatMap((entry) => [
    ...entry.see.map(({ id }) => id),
    ...(book.seenFrom.get(entry.id) ?? []).map((reference) => reference.entry.id),
  ]);
  const linked = [...yearbook.entries, ...yearbook.chapters, ...yearbook.front, ...yearbook.back, yearbook].flatMap(({ body }) =>
    body.links.map(({ target }) => target.replace(/#.*$/, '').replace(/^\/|\/$/g, '').replace(/\.md$/, '')),
  );
  return Object.fromEntries(
    [...new Set([...named, ...linked])].sort().flatMap((id) => {
      const entry = book.byId.get(id);
      return entry && !here.has(id) ? [[id, printText(yearbookOf(book, entry).fields.title)]] : [];
    }),
  );
}

/** The volume reduced to what is selected; a reference to what is left out names its title without a page. */
export function selectFrom(book: Book, yearbook: Yearbook, { district, domain }: Selection): Yearbook {
  const wanted = (entry: Entry) => (!district || entry.district === district) && (!domain || entry.domain === domain);
  const chapters = yearbook.chapters.flatMap((chapter) => {
    const entries = chapter.entries.filter(wanted);
    if (entries.length === 0) return [];
    const sections = chapter.sections
      .map((section) => ({ ...section, entries: section.entries.filter(wanted) }))
      .filter((section) => section.entries.length > 0);
    return [{ ...chapter, entries, sections }];
  });
  const names = [
    district && (book.districts.find(({ slug }) => slug === district)?.name ?? district),
    domain && (book.domains.find(({ slug }) => slug === domain)?.name ?? domain),
  ].filter(Boolean);
  const looseEvents = yearbook.looseEvents.filter((event) => (!district || event.district === district) && (!domain || event.domain === domain));
  const fields = { ...yearbook.fields, subtitle: [...names, '选编'].join('　') };
  return { ...yearbook, fields, chapters, entries: yearbook.entries.filter(wanted), looseEvents };
}

/** One chapter of a finished volume, with the folios of the whole. */
export function chapterOfVolume(volume: VolumeData, chapterId: string, folios: Record<string, string>): VolumeData {
  const chapter = volume.chapters.find(({ id }) => id === chapterId)!;
  return {
    ...volume,
    kind: 'chapter',
    subtitle: chapter.name,
    chapters: [chapter],
    front: [],
    special: [],
    back: [],
    appendix: { chronicle: [], documents: [], figures: [], pilots: [], glossary: [], errata: [], pinyin: [], stroke: [] },
    folios,
    firstFolio: Number(folios[chapterId] ?? 1),
  };
}
