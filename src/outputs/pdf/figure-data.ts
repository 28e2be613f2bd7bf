import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { figureAmount, figureChange, formatDate, formatFigure } from '../../book/format.ts';
import { numbersIn, numeralValue, standsIn } from '../../entry/numbers.ts';
import type { Entry } from '../../entry/parse.ts';
import type { Figure } from '../../entry/schema.ts';
import { columnWidths, type ColumnWidth } from './column-widths.ts';
import { inScript } from './in-script.ts';
import { printText } from './print-text.ts';

/** Rows of an entry's figures; a column nobody fills is left out. */
export interface FigureTableData {
  caption: string;
  columns: FigureColumn[];
  widths: ColumnWidth[];
  rows: Partial<Record<FigureColumn, string>>[];
}

type FigureColumn = (typeof COLUMNS)[number];

const COLUMNS = ['name', 'before', 'value', 'change', 'date', 'note'] as const;

/** Bars of one figure: before and after, or a series over time. */
export interface ChartData {
  caption: string;
  /** What the bars show, in a sentence, for those who hear the book. */
  alt: string;
  bars: { label: string; text: string; share: number; strong: boolean }[];
}

/** Figures for the table below an entry: those the text does not itself set as a table, and any with a note. */
function tableFigures(entry: Entry): Figure[] {
  const inTables = tableNumbers(entry);
  return entry.figures.filter(({ value, unit = '', note }) => note || !standsIn(inTables, value, unit));
}

/** A single figure stands in the text already and needs no table. */
export function figureTable(entry: Entry, label: string, tableWidth: number): FigureTableData | undefined {
  const { title } = entry;
  const figures = tableFigures(entry);
  if (figures.length < 2) return undefined;
  const rows = withDates(figures, figures.map((figure) => figureRow(figure, entry)), entry.year);
  const columns = COLUMNS.filter((column) => rows.some((row) => row[column]));
  const widths = columnWidths([columns.map(() => ''), ...rows.map((row) => columns.map((column) => row[column] ?? ''))], tableWidth);
  return { caption: printText(`${label}　${title}${inScript('数据', entry.lang)}`), columns, widths, rows };
}

/** The year of the volume goes without saying, but not beside other years. */
function withDates(figures: Figure[], rows: FigureTableData['rows'], year: string): FigureTableData['rows'] {
  if (figures.every(({ date }) => date === undefined || date === year)) return rows;
  return rows.map((row, index) => ({ ...row, date: figures[index]!.date && formatDate(figures[index]!.date) }));
}

/** Notes to figures that stand in no table below the entry. */
export function figureNotes(entry: Entry): string[] {
  const figures = tableFigures(entry);
  if (figures.length > 1) return [];
  return figures.flatMap((figure) => (figure.note ? [printText(`${figure.name}${formatFigure(figure)}：${figure.note}`)] : []));
}

/** Numbers that stand in the editor's own tables. */
function tableNumbers({ body }: Entry): Set<number> {
  const cells: string[] = [];
  visit(body.tree, 'tableCell', (cell) => {
    cells.push(toString(cell));
  });
  return numbersIn(cells.join('\n'));
}

/** One figure as a row, in words. */
export function figureRow(figure: Figure, { lang }: Pick<Entry, 'lang'>): FigureTableData['rows'][number] {
  const { name, before, unit = '', note } = figure;
  return {
    name: printText(name),
    value: printText(formatFigure(figure)),
    ...(before === undefined ? {} : { before: printText(before + unit), change: changeText(figure, lang) }),
    ...(note === undefined ? {} : { note: printText(note) }),
  };
}

/** Charts of an entry: one for every figure with a numeric value before, one for every series of the same figure. */
export function figureCharts(entry: Entry, nextLabel: () => string): ChartData[] {
  const series = [...Map.groupBy(entry.figures, ({ name, unit }) => `${name}\0${unit ?? ''}`).values()].filter(isSeries);
  const inSeries = new Set(series.flat());
  return [
    ...series.map((figures) => seriesChart(figures, entry.lang, nextLabel())),
    ...entry.figures.filter((figure) => !inSeries.has(figure)).flatMap((figure) => changeChart(figure, entry.lang, nextLabel)),
  ];
}

const isSeries = (figures: Figure[]): boolean =>
  figures.length > 1 &&
  new Set(figures.map(({ date }) => date ?? '')).size === figures.length &&
  figures.every((figure) => figure.date && figureAmount(figure) >= 0);

function seriesChart(figures: Figure[], lang: Entry['lang'], label: string): ChartData {
  const sorted = figures.toSorted((a, b) => (a.date! < b.date! ? -1 : 1));
  const name = printText(sorted[0]!.name);
  const bars = withShares(
    sorted.map((figure, index) => ({
      label: formatDate(figure.date!),
      text: formatFigure(figure),
      amount: figureAmount(figure),
      strong: index === sorted.length - 1,
    })),
  );
  const told = bars.map((bar) => `${bar.label}${bar.text}`).join('，');
  return { caption: `${label}　${name}`, alt: `${inScript('条形图', lang)}：${name}，${told}。`, bars };
}

function changeChart(figure: Figure, lang: Entry['lang'], nextLabel: () => string): ChartData[] {
  const { name, before, unit = '', date } = figure;
  const [from, to] = [numeralValue(before ?? ''), numeralValue(figure.value)];
  if (!(from >= 0 && to >= 0 && Math.max(from, to) > 0)) return [];
  const bars = withShares([
    { label: '此前', text: before + unit, amount: from, strong: false },
    { label: date ? formatDate(date) : '此后', text: formatFigure(figure), amount: to, strong: true },
  ]);
  const change = changeText(figure, lang);
  const alt = `${inScript('条形图', lang)}：${name}，此前${bars[0]!.text}，${bars[1]!.label}${bars[1]!.text}${change ? `，${change}` : ''}。`;
  return [{ caption: printText(`${nextLabel()}　${name}${inScript('的变化', lang)}`), alt: printText(alt), bars }];
}

function changeText(figure: Figure, lang: Entry['lang']): string | undefined {
  const change = figureChange(figure)?.text;
  return change && inScript(change, lang);
}

function withShares(bars: { label: string; text: string; amount: number; strong: boolean }[]): ChartData['bars'] {
  const longest = Math.max(...bars.map(({ amount }) => amount), Number.MIN_VALUE);
  return bars.map(({ label, text, amount, strong }) => ({
    label: printText(label),
    text: printText(text),
    share: Math.round((amount / longest) * 1000) / 1000,
    strong,
  }));
}
