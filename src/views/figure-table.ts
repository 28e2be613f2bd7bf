import { figureChange, formatDate, formatFigure } from '../book/format.ts';
import type { Figure } from '../entry/schema.ts';

export interface FigureRow {
  name: string;
  value: string;
  before?: string;
  change?: { text: string; direction: 'up' | 'down' | 'same' };
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
    date: figure.date === undefined || figure.date === year ? undefined : formatDate(figure.date),
    note: figure.note,
  }));
  return { rows, hasBefore: rows.some(({ before }) => before), hasDate: rows.some(({ date }) => date) };
}
