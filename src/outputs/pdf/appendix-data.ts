import type { Book, Yearbook } from '../../book/book.ts';
import { districtOf, domainOf, yearbookOf } from '../../book/book.ts';
import { chartIndicators } from '../../book/charts.ts';
import { compileChronicle } from '../../book/chronicle.ts';
import { collectDocuments } from '../../book/documents.ts';
import { formatDate } from '../../book/format.ts';
import { inScript } from '../../book/in-script.ts';
import { pilotLevelName } from '../../book/pilot-levels.ts';
import { addSeeAlso, compilePlaces, compileSee } from '../../book/index-references.ts';
import { collectPilots } from '../../book/pilots.ts';
import { compileSubjectIndex, fileByPinyin, fileByStroke, type IndexGroup, type IndexHeading } from '../../book/subject-index.ts';
import type { Entry } from '../../entry/parse.ts';
import { chartData, type ChartData } from './chart-data.ts';
import type { Setting } from './chapter-data.ts';
import { fittedWidths } from './column-widths.ts';
import { figureRow } from './figure-data.ts';
import { printText } from './print-text.ts';

type Lang = Entry['lang'];

export interface IndexGroupData {
  head: string;
  items: {
    term: string;
    lang: Lang;
    ids: string[];
    /** Chapters of a place. */
    chapters: string[];
    /** 见: the heading to look under. */
    see?: string;
    /** 参见: narrower headings. */
    seeAlso: string[];
  }[];
}

/** The reference apparatus of a volume: what is compiled from its entries. */
export interface AppendixData {
  chronicle: { year: string; months: { head: string; items: { day: string; text: string; lang: Lang; id?: string; district?: string }[] }[] }[];
  documents: { title: string; lang: Lang; details: string; url?: string; ids: string[] }[];
  figures: {
    chapter: string;
    domains: { name: string; rows: { id: string; lang: Lang; name: string; value: string; before: string; date: string }[] }[];
  }[];
  /** Em of the columns 前值, 数值 and 截至; where they do not fit side by side, they stand in one. */
  figureWidths: number[] | undefined;
  /** Indicators of several entries side by side or over time. */
  indicators: ChartData[];
  pilots: { name: string; lang: Lang; level: string; details: string; district: string; id: string }[];
  glossary: { term: string; definition: string; ids: string[] }[];
  errata: { volume: string; title: string; lang: Lang; was: string; now: string; date: string }[];
  pinyin: IndexGroupData[];
  stroke: IndexGroupData[];
}

export function appendixData(book: Book, yearbook: Yearbook, { tableWidth }: Pick<Setting, 'tableWidth'>): AppendixData {
  const { entries, chapters } = yearbook;
  const headings = indexHeadings(book, yearbook);
  const here = new Set(entries);
  const figures = figuresByChapter(yearbook);
  return {
    chronicle: chronicleData(book, yearbook),
    documents: collectDocuments(entries).map(({ title, issuer, number, date, url, citedBy }) => ({
      title: printText(`《${title}》`),
      lang: citedBy[0]!.lang,
      details: printText([issuer, number, date && formatDate(date)].filter(Boolean).join('，')),
      url,
      ids: citedBy.map(({ id }) => id),
    })),
    figures,
    figureWidths: fittedWidths(
      (['before', 'value', 'date'] as const).map((column) => ['前值', ...figures.flatMap(({ domains }) => domains.flatMap(({ rows }) => rows.map((row) => row[column])))]),
      tableWidth,
    ),
    indicators: chartIndicators(book, entries).map((chart, index) => chartData(chart, inScript(`附图 ${index + 1}`, chart.lang))),
    pilots: collectPilots(entries).map(({ name, level, grantedBy, date, status, entry }) => ({
      id: entry.id,
      lang: entry.lang,
      name: printText(name),
      level: pilotLevelName(level),
      details: printText([grantedBy, date && formatDate(date), status].filter(Boolean).join('，')),
      district: printText(chapters.find((chapter) => chapter.district.slug === entry.district)!.name),
    })),
    glossary: book.glossary.flatMap(({ term, definition, usedIn }) => {
      const ids = usedIn.filter((entry) => here.has(entry)).map(({ id }) => id);
      return ids.length > 0 ? [{ term: printText(term), definition: printText(definition), ids }] : [];
    }),
    errata: errataFor(book, yearbook).map(({ entry, was, now, date }) => ({
      volume: printText(yearbookOf(book, entry).fields.title),
      title: printText(entry.title),
      lang: entry.lang,
      was: printText(was),
      now: printText(now),
      date: formatDate(date),
    })),
    pinyin: fileByPinyin(headings).map(indexGroup),
    stroke: fileByStroke(headings).map(indexGroup),
  };
}

/** 数据总表: every figure by chapter and domain. */
function figuresByChapter({ chapters }: Yearbook): AppendixData['figures'] {
  return chapters.flatMap((chapter) => {
    const domains = chapter.sections.flatMap(({ domain, entries: inDomain }) => {
      const rows = inDomain.flatMap((entry) =>
        entry.figures.map((figure) => {
          const { name = '', value = '', before = '' } = figureRow(figure, entry);
          return { id: entry.id, lang: entry.lang, name, value, before, date: figure.date ? formatDate(figure.date) : '' };
        }),
      );
      return rows.length > 0 ? [{ name: printText(domain.name), rows }] : [];
    });
    return domains.length > 0 ? [{ chapter: printText(chapter.name), domains }] : [];
  });
}

/** Subjects, the districts with their chapters, and 见 from other names of a term. */
function indexHeadings(book: Book, { entries, chapters }: Yearbook): IndexHeading[] {
  const subjects = compileSubjectIndex(entries, book.glossary);
  return [...addSeeAlso(subjects), ...compilePlaces(chapters), ...compileSee(book.glossary, subjects)];
}

const indexGroup = ({ head, headings }: IndexGroup): IndexGroupData => ({
  head,
  items: headings.map(({ term, lang, entries, chapters = [], see, seeAlso = [] }) => ({
    term: printText(term),
    lang,
    ids: entries.map(({ id }) => id),
    chapters: chapters.map(({ year, district }) => `${year}/${district.slug}`),
    see: see && printText(see),
    seeAlso: seeAlso.map(printText),
  })),
});

function chronicleData(book: Book, yearbook: Yearbook): AppendixData['chronicle'] {
  return compileChronicle([yearbook]).map(({ year, months }) => ({
    year,
    months: months.map(({ month, items }) => ({
      head: month ? `${month}月` : '是年',
      items: items.map(({ date, text, entry, district, domain }) => {
        const [, , day] = date.split('-');
        const name = entry ? districtOf(book, entry).name : book.districts.find(({ slug }) => slug === district)?.name;
        const field = entry ? domainOf(book, entry).name : book.domains.find(({ slug }) => slug === domain)?.name;
        return {
          day: day ? `${Number(day)}日` : month ? '是月' : '',
          text: printText(text.replace(/。$/, '')),
          lang: entry?.lang ?? 'zh-Hans',
          id: entry?.id,
          district: (name ?? field) && printText(name ?? field!),
        };
      }),
    })),
  }));
}

/**
 * 勘误 of earlier volumes. A volume appears the year after its record year, so an erratum is printed once: in the first
 * later volume that can know of it.
 */
function errataFor(book: Book, yearbook: Yearbook): { entry: Entry; was: string; now: string; date: string }[] {
  const years = book.yearbooks.map(({ year }) => Number(year));
  return book.entries.flatMap((entry) =>
    entry.errata
      .filter(({ date }) => {
        const known = Number(date.slice(0, 4)) - 1;
        return years.find((year) => year > Number(entry.year) && year >= known) === Number(yearbook.year);
      })
      .map((erratum) => ({ entry, ...erratum })),
  );
}
