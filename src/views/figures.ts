import { districtOf, type Book } from '../book/book.ts';
import { chartChange, chartIndicator, type Chart } from '../book/charts.ts';
import { tellChange } from '../book/figure-words.ts';
import { formatCount, formatDate, formatFigure } from '../book/format.ts';
import { collectFigures, compareIndicators, type BookFigure } from '../book/indicators.ts';
import { pageOf } from '../book/listing.ts';
import { perBook } from '../book/per-book.ts';
import { convertFigure } from '../book/unit-conversion.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

/** Charts on one page, and on the first page of the figures, before the table. */
const CHARTS_A_PAGE = 24;
const CHARTS_SHOWN = 6;

export interface FigureLine {
  name: string;
  lang: string;
  note?: string;
  value: string;
  converted?: string;
  /** 前值498项，减少342项（68.7%） */
  change?: string;
  date: string;
  district: string;
  entry: { title: string; url: string };
}

export interface ChartView {
  chart: Chart;
  /** The table behind the chart. */
  rows: FigureLine[];
}

export interface ChartsView {
  total: number;
  charts: ChartView[];
  /** Where the others stand. */
  moreUrl?: string;
}

export interface FiguresView {
  total: number;
  totalText: string;
  years: { year: string; url: string }[];
  chapters: { name: string; url: string }[];
  groups: { id: string; name: string; rows: FigureLine[] }[];
  changes: ChartsView;
  indicators: ChartsView;
  options: { districts: { slug: string; name: string }[]; domains: { slug: string; name: string }[]; years: string[] };
  pagination: Pagination;
}

const chapterId = ({ entry }: BookFigure): string => `${entry.year}-${entry.district}`;

/** All figures; those with a change; indicators that can be compared. */
const figuresOf = perBook((book: Book) => {
  const all = collectFigures(book.entries);
  const firstOf = (keyOf: (one: BookFigure) => string) => {
    const first = new Map<string, number>();
    all.forEach((one, index) => {
      if (!first.has(keyOf(one))) first.set(keyOf(one), index);
    });
    return first;
  };
  return {
    all,
    changes: all.filter(chartChange),
    indicators: compareIndicators(all),
    firstOfYear: firstOf(({ entry }) => entry.year),
    firstOfChapter: firstOf(chapterId),
    districts: new Set(all.map(({ entry }) => entry.district)),
    domains: new Set(all.map(({ entry }) => entry.domain)),
  };
});

export const figuresPages = ({ book }: SiteContext): number => pageCount(figuresOf(book).all.length);
export const changesPages = ({ book }: SiteContext): number => pageCount(figuresOf(book).changes.length, CHARTS_A_PAGE);
export const indicatorsPages = ({ book }: SiteContext): number => pageCount(figuresOf(book).indicators.length, CHARTS_A_PAGE);

/** Every measured value in book order, chapter by chapter; on the first page, charts come before. */
export function viewFigures(context: SiteContext, number: number): FiguresView {
  const { book, urls } = context;
  const { all, changes, indicators, firstOfYear, firstOfChapter, districts, domains } = figuresOf(book);
  const shown = pageItems(all, number);
  const nameOf = ({ entry }: BookFigure) => `${districtOf(book, entry).name} ${entry.year}`;
  const years = new Set(shown.map(({ entry }) => entry.year));
  const charts = <T>(items: T[], view: (item: T) => ChartView, name: string): ChartsView => ({
    total: items.length,
    charts: number === 1 ? items.slice(0, CHARTS_SHOWN).map(view) : [],
    moreUrl: items.length > CHARTS_SHOWN ? urls.section(`figures/${name}`) : undefined,
  });
  return {
    total: all.length,
    totalText: formatCount(all.length),
    years: [...firstOfYear].map(([year, index]) => ({
      year,
      url: `${urls.section('figures', pageOf(index))}#${chapterId(all[index]!)}`,
    })),
    // A volume has hundreds of chapters; those of the years on this page are enough to go on from.
    chapters: [...firstOfChapter]
      .filter(([id]) => years.has(id.slice(0, 4)))
      .map(([id, index]) => ({ name: nameOf(all[index]!), url: `${urls.section('figures', pageOf(index))}#${id}` })),
    groups: [...Map.groupBy(shown, chapterId)].map(([id, rows]) => ({
      id,
      name: nameOf(rows[0]!),
      rows: rows.map((row) => viewFigureLine(context, row)),
    })),
    changes: charts(changes, (figure) => viewChange(context, figure), 'changes'),
    indicators: charts(indicators, (indicator) => viewIndicator(context, indicator), 'indicators'),
    options: {
      districts: book.districts.filter(({ slug }) => districts.has(slug)),
      domains: book.domains.filter(({ slug }) => domains.has(slug)),
      years: [...firstOfYear.keys()],
    },
    pagination: paginate(number, pageCount(all.length), (page) => urls.section('figures', page)),
  };
}

export interface ChartsPageView {
  total: number;
  charts: ChartView[];
  pagination: Pagination;
}

/** 前后对比: every figure with a value before. */
export const viewChanges = (context: SiteContext, number: number): ChartsPageView =>
  viewChartsPage(context, figuresOf(context.book).changes, (one) => viewChange(context, one), number, 'figures/changes');

/** 同一指标: every indicator that can be compared. */
export const viewIndicators = (context: SiteContext, number: number): ChartsPageView =>
  viewChartsPage(context, figuresOf(context.book).indicators, (one) => viewIndicator(context, one), number, 'figures/indicators');

function viewChartsPage<T>({ urls }: SiteContext, items: T[], view: (item: T) => ChartView, number: number, section: string): ChartsPageView {
  return {
    total: items.length,
    charts: pageItems(items, number, CHARTS_A_PAGE).map(view),
    pagination: paginate(number, pageCount(items.length, CHARTS_A_PAGE), (page) => urls.section(section, page)),
  };
}

const viewChange = (context: SiteContext, figure: BookFigure): ChartView => ({
  chart: chartChange(figure)!,
  rows: [viewFigureLine(context, figure)],
});

const viewIndicator = (context: SiteContext, indicator: ReturnType<typeof figuresOf>['indicators'][number]): ChartView => ({
  chart: chartIndicator(context.book, indicator),
  rows: indicator.figures.map((figure) => viewFigureLine(context, figure)),
});

function viewFigureLine({ book, urls }: SiteContext, { figure, entry, date }: BookFigure): FigureLine {
  return {
    name: figure.name,
    lang: entry.lang,
    note: figure.note,
    value: formatFigure(figure),
    converted: convertFigure(figure),
    change: tellChange(figure),
    date: formatDate(date),
    district: districtOf(book, entry).name,
    entry: { title: entry.title, url: urls.entry(entry.id) },
  };
}
