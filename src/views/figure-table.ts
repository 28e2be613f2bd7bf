import { figureAmount, figureChange, formatDate, formatFigure } from '../book/format.ts';
import { numeralValue } from '../entry/numbers.ts';
import type { Figure } from '../entry/schema.ts';

export interface FigureRow {
  name: string;
  value: string;
  before?: string;
  change?: { text: string; direction: 'up' | 'down' | 'same' };
  /** Lengths of the two bars in percent of the longer one. */
  bars?: { before: number; after: number };
  date?: string;
  note?: string;
}

export interface FigureTable {
  rows: FigureRow[];
  hasBefore: boolean;
  hasDate: boolean;
}

/** An entry's figures as the rows of its table; a column nobody fills is left out. */
export function viewFigureTable(figures: Figure[], year: string): FigureTable {
  const rows = figures.map((figure): FigureRow => ({
    name: figure.name,
    value: formatFigure(figure),
    before: figure.before === undefined ? undefined : `${figure.before}${figure.unit ?? ''}`,
    change: figureChange(figure),
    bars: viewBars(figure),
    date: figure.date === undefined || figure.date === year ? undefined : formatDate(figure.date),
    note: figure.note,
  }));
  return { rows, hasBefore: rows.some(({ before }) => before), hasDate: rows.some(({ date }) => date) };
}

function viewBars(figure: Figure): FigureRow['bars'] {
  const [before, after] = [numeralValue(figure.before ?? ''), numeralValue(figure.value)];
  const longest = Math.max(before, after);
  if (!Number.isFinite(before) || !Number.isFinite(figureAmount(figure)) || longest <= 0) return undefined;
  const percent = (amount: number) => Math.round((Math.max(0, amount) / longest) * 1000) / 10;
  return { before: percent(before), after: percent(after) };
}
