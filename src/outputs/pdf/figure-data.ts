import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { figureChange, formatDate, formatFigure } from '../../book/format.ts';
import { inScript } from '../../book/in-script.ts';
import { numbersIn, standsIn } from '../../entry/numbers.ts';
import type { Entry } from '../../entry/parse.ts';
import type { Figure } from '../../entry/schema.ts';
import { columnWidths, type ColumnWidth } from './column-widths.ts';
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

function changeText(figure: Figure, lang: Entry['lang']): string | undefined {
  const change = figureChange(figure)?.text;
  return change && inScript(change, lang);
}
