import type { Entry } from '../entry/parse.ts';
import type { Book } from './book.ts';
import { districtOf } from './book.ts';
import { measureChange } from './figure-change.ts';
import { figureChange, formatDate, formatFigure } from './format.ts';
import { inScript } from './in-script.ts';
import { bareUnit, collectFigures, compareIndicators, type BookFigure, type Indicator } from './indicators.ts';

interface Told {
  title: string;
  /** What the marks show, in a sentence, for those who hear the page or book. */
  alt: string;
  lang: Entry['lang'];
}

/** Bars from one zero line, each with its label and value written beside it. */
export interface BarChart extends Told {
  kind: 'bars';
  bars: { label: string; text: string; amount: number; strong: boolean }[];
}

/** Values over time, a line for each district; where there is one line only, the title names it. */
export interface LineChart extends Told {
  kind: 'lines';
  lines: { name: string; points: { date: string; text: string; amount: number }[] }[];
}

/** Decided here once: a page and the printed book draw the same charts in their own ways. */
export type Chart = BarChart | LineChart;

/** As many lines as can be told apart without colour. */
const MOST_LINES = 4;
const FEWEST_DATES = 3;
/** As many bars as are compared at a glance; the table behind a chart holds all. */
const MOST_BARS = 20;

/** Charts of an entry: one for every figure given for several dates, and 此前 and after for the others. */
export function chartEntry(entry: Entry): Chart[] {
  const all = collectFigures([entry]);
  const series = [...Map.groupBy(all, ({ figure: { name, unit = '' } }) => `${name}\0${unit}`).values()].filter(isSeries);
  const inSeries = new Set(series.flat());
  return [...series.map(chartSeries), ...all.filter((one) => !inSeries.has(one)).flatMap((one) => chartChange(one) ?? [])];
}

const isSeries = (figures: BookFigure[]): boolean =>
  figures.length > 1 && new Set(figures.map(({ date }) => date)).size === figures.length && figures.every(({ amount }) => Number.isFinite(amount));

function chartSeries(figures: BookFigure[]): Chart {
  const [{ figure: { name, unit }, entry: { lang } }] = figures as [BookFigure];
  if (figures.length >= FEWEST_DATES) return lineChart(name, bareUnit(unit), lang, [{ name: '', figures }]);
  const sorted = figures.toSorted(byDate);
  return barChart(name, lang, sorted.map((of, index) => bar(of, formatDate(of.date), index === sorted.length - 1)));
}

/** 此前 and after, for a figure whose change can be computed; nothing otherwise. */
export function chartChange(one: BookFigure): BarChart | undefined {
  const { figure, date, entry: { lang } } = one;
  const change = measureChange(figure);
  if (!change || change.from < 0 || change.to < 0 || change.from + change.to === 0) return undefined;
  const { name, before, unit = '' } = figure;
  const told = figureChange(figure)?.text;
  const bars = [
    { label: '此前', text: `${before}${unit}`, amount: change.from, strong: false },
    { label: formatDate(date), text: formatFigure(figure), amount: change.to, strong: true },
  ];
  const chart = barChart(name, lang, bars, told && inScript(told, lang));
  return { ...chart, title: `${name}${inScript('的变化', lang)}` };
}

/** An indicator over time where there are enough dates, else side by side. */
export function chartIndicator(book: Book, { name, unit, figures }: Indicator): Chart {
  const { lang } = figures[0]!.entry;
  const byDistrict = Map.groupBy(figures, ({ entry }) => entry.district);
  const dates = new Set(figures.map(({ date }) => date));
  const nameOf = ({ entry }: BookFigure) => districtOf(book, entry).name;
  if (dates.size >= FEWEST_DATES && byDistrict.size <= MOST_LINES) {
    return lineChart(name, unit, lang, [...byDistrict.values()].map((ofDistrict) => ({ name: nameOf(ofDistrict[0]!), figures: ofDistrict })));
  }
  const several = dates.size > 1;
  return barChart(name, lang, figures.slice(0, MOST_BARS).map((of) => bar(of, `${nameOf(of)}${several ? ` ${formatDate(of.date)}` : ''}`, true)));
}

/** Charts of 指标 that no single entry's chart shows. */
export const chartIndicators = (book: Book, entries: Entry[]): Chart[] =>
  compareIndicators(collectFigures(entries))
    .filter(({ figures }) => new Set(figures.map(({ entry }) => entry)).size > 1)
    .map((indicator) => chartIndicator(book, indicator));

const byDate = (a: BookFigure, b: BookFigure): number => (a.date < b.date ? -1 : 1);

const bar = ({ figure, amount }: BookFigure, label: string, strong: boolean): BarChart['bars'][number] => ({ label, text: formatFigure(figure), amount, strong });

function barChart(title: string, lang: Entry['lang'], bars: BarChart['bars'], told?: string): BarChart {
  return { kind: 'bars', title, lang, bars, alt: `${inScript('条形图', lang)}：${title}，${tell(bars)}${told ? `，${told}` : ''}。` };
}

function lineChart(name: string, unit: string, lang: Entry['lang'], series: { name: string; figures: BookFigure[] }[]): LineChart {
  const lines = series.map(({ name: ofLine, figures }) => ({
    name: ofLine,
    points: figures.toSorted(byDate).map(({ date, figure, amount }) => ({ date, text: formatFigure(figure), amount })),
  }));
  const told = lines.map((line) => `${line.name}${tell(line.points.map(({ date, text }) => ({ label: formatDate(date), text })))}`);
  const title = unit ? `${name}（${unit}）` : name;
  return { kind: 'lines', title, lang, lines, alt: `${inScript('折线图', lang)}：${name}，${told.join('；')}。` };
}

const tell = (bars: { label: string; text: string }[]): string => bars.map(({ label, text }) => `${label}${text}`).join('，');
