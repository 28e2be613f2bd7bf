import { numeralValue } from '../entry/numbers.ts';
import { blocksOf, type Passage } from './passage.ts';

export interface Cell {
  text: string;
  /** Offset in the passage. */
  start: number;
}

/** A Markdown table: the first row names the columns. */
export interface Table {
  head: Cell[];
  rows: Cell[][];
}

export interface Amount {
  value: number;
  /** Digits after the point, as written. */
  decimals: number;
  unit: string;
}

/** Tables of a body with the place of every cell. */
export function tablesOf(passage: Passage): Table[] {
  if (!passage.plain.includes('|')) return [];
  return blocksOf(passage).flatMap(({ kind, start, end }) => {
    if (kind !== 'table') return [];
    let offset = start;
    const rows: Cell[][] = [];
    for (const line of passage.text.slice(start, end).split('\n')) {
      if (!/^[\s|:-]*$/.test(line)) rows.push(cellsOf(line, offset));
      offset += line.length + 1;
    }
    const [head, ...rest] = rows;
    return head && rest.length > 0 ? [{ head, rows: rest }] : [];
  });
}

function cellsOf(line: string, offset: number): Cell[] {
  return [...line.matchAll(/\|([^|]*)(?=\|)/g)].map(({ 1: raw = '', index }) => ({
    text: raw.trim(),
    start: offset + index + 1 + (raw.length - raw.trimStart().length),
  }));
}

/** The one exact number of a cell: `8项` yes; `约8项`, `3～5`, `70%` and words no. */
export function amountOf(text: string): Amount | undefined {
  const found = /^(\d[\d,]*(?:\.(\d+))?)\s*([\p{Script=Han}℃²³]{0,6})(?:[（(][^）)]*[）)])?$/u.exec(text.replace(/\*\*/g, ''));
  if (!found) return undefined;
  const [, digits = '', fraction = '', unit = ''] = found;
  return /[多余餘约以]|^[年月日号號]/.test(unit) ? undefined : { value: numeralValue(digits), decimals: fraction.length, unit };
}
