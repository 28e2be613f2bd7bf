import type { Book } from './book.ts';
import { districtOf } from './book.ts';
import { measureChange } from './figure-change.ts';
import { figureChange, formatDate, formatFigure } from './format.ts';
import type { BookFigure, Indicator } from './indicators.ts';

/** Bars from one zero line, each with its label and value written beside it. */
export interface BarChart {
  kind: 'bars';
  title: string;
  /** What the bars show, in a sentence, for those who hear the page or book. */
  alt: string;
  bars: { label: string; text: string; amount: number; strong: boolean; of?: BookFigure }[];
}

/** Values over time, one line for each district. */
export interface LineChart {
  kind: 'lines';
  title: string;
  alt: string;
  unit: string;
  lines: { name: string; points: { date: string; text: string; amount: number; of: BookFigure }[] }[];
}

export type Chart = BarChart | LineChart;

/** As many lines as can be told apart without colour. */
const MOST_LINES = 4;
const FEWEST_DATES = 3;
/** As many bars as are compared at a glance; the table behind a chart holds all. */
const MOST_BARS = 20;

/** 此前 and after, for a figure whose change can be computed; nothing otherwise. */
export function chartChange({ figure, date }: BookFigure): BarChart | undefined {
  const change = measureChange(figure);
  if (!change || change.from < 0 || change.to < 0 || change.from + change.to === 0) return undefined;
  const { name, before, unit = '' } = figure;
  const bars = [
    { label: '此前', text: `${before}${unit}`, amount: change.from, strong: false },
    { label: formatDate(date), text: formatFigure(figure), amount: change.to, strong: true },
  ];
  const told = figureChange(figure)?.text;
  return { kind: 'bars', title: name, bars, alt: `条形图：${name}，${tell(bars)}${told ? `，${told}` : ''}。` };
}

/** An indicator over time where there are enough dates, else side by side. */
export function chartIndicator(book: Book, indicator: Indicator): Chart {
  const { name, unit, figures } = indicator;
  const byDistrict = Map.groupBy(figures, ({ entry }) => entry.district);
  const dates = new Set(figures.map(({ date }) => date));
  const nameOf = ({ entry }: BookFigure) => districtOf(book, entry).name;
  if (dates.size >= FEWEST_DATES && byDistrict.size <= MOST_LINES) {
    const lines = [...byDistrict.values()].map((ofDistrict) => ({
      name: nameOf(ofDistrict[0]!),
      points: ofDistrict
        .toSorted((a, b) => (a.date < b.date ? -1 : 1))
        .map((of) => ({ date: of.date, text: formatFigure(of.figure), amount: of.amount, of })),
    }));
    const told = lines.map((line) => `${line.name}${tell(line.points.map(({ date, text }) => ({ label: formatDate(date), text })))}`);
    return { kind: 'lines', title: name, unit, lines, alt: `折线图：${name}，${told.join('；')}。` };
  }
  const several = dates.size > 1;
  const bars = figures.slice(0, MOST_BARS).map((of) => ({
    label: `${nameOf(of)}${several ? ` ${formatDate(of.date)}` : ''}`,
    text: formatFigure(of.figure),
    amount: of.amount,
    strong: true,
    of,
  }));
  return { kind: 'bars', title: name, bars, alt: `条形图：${name}，${tell(bars)}。` };
}

const tell = (bars: { label: string; text: string }[]): string => bars.map(({ label, text }) => `${label}${text}`).join('，');
