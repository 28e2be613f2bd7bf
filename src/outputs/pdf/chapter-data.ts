import type { Book, Chapter } from '../../book/book.ts';
import { districtOf } from '../../book/book.ts';
import { pilotLevelName } from '../../book/pilot-levels.ts';
import { chartEntry } from '../../book/charts.ts';
import { formatDate } from '../../book/format.ts';
import { inScript } from '../../book/in-script.ts';
import type { Entry } from '../../entry/parse.ts';
import { chartData, type ChartData } from './chart-data.ts';
import { figureNotes, figureTable, type FigureTableData } from './figure-data.ts';
import { headlineFigures } from './headline-figures.ts';
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

/** What every text of a volume is set with. */
export type Setting = Pick<MarkupOptions, 'knows' | 'tableWidth'>;

/** One district's chapter; `number` counts it within the volume and stands in the labels of its tables and charts. */
export function chapterData(book: Book, chapter: Chapter, number: number, setting: Setting): ChapterData {
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
    charts: chartEntry(entry).map((chart) => chartData(chart, inScript(`图 ${number}-${++labels.chart}`, entry.lang))),
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

