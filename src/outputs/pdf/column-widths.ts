/** Width of a table column: `auto` keeps to its text, a number is its share of the space that is left. */
export type ColumnWidth = 'auto' | number;

/** Padding of a cell, left and right together, in em. */
const PADDING = 1.5;
const LONGEST_SHORT_COLUMN = 10;
/** Beside one more than twice as long, a column of this many em is short too. */
const LONGEST_BESIDE_LONG = 14;
const LARGEST_SHARE = 40;

/** Em a text takes: a Han character one, a Latin letter or digit about half. */
export const textWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u0000-\u2000]/.test(character) ? 0.6 : 1.03), 0);

/** Type of two scripts stands a little apart. */
const SCRIPT_SPACE = 0.25;

/** Of a line, what columns of known width may take from the one that has the rest. */
const MOST_TAKEN = 0.68;

/** Em of columns that each keep their texts on one line; nothing where that leaves too little of `available` em to others. */
export function fittedWidths(columns: string[][], available: number): number[] | undefined {
  const widths = columns.map((texts) => texts.reduce((widest, text) => Math.max(widest, textWidth(text) + SCRIPT_SPACE * scriptChanges(text)), 0) + PADDING);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return total > available * MOST_TAKEN ? undefined : widths.map((width) => Math.round(width * 100) / 100);
}

const scriptChanges = (text: string): number => text.match(/[\dA-Za-z%](?=\p{Script=Han})|\p{Script=Han}(?=[\dA-Za-z])/gu)?.length ?? 0;

/**
 * Column widths from the text of every row, for a line of `available` em. A table that fits keeps to its text; else the
 * short columns do, and the long ones share the rest.
 */
export function columnWidths(rows: string[][], available: number): ColumnWidth[] {
  const columns = rows[0]?.length ?? 0;
  const widest = Array.from({ length: columns }, (_, index) => Math.max(1, ...rows.map((row) => textWidth(row[index] ?? ''))));
  const total = widest.reduce((sum, width) => sum + width + PADDING, 0);
  if (total <= available * 0.96) return widest.map(() => 'auto');
  const longest = Math.max(...widest);
  const limit = Math.max(LONGEST_SHORT_COLUMN, Math.min(LONGEST_BESIDE_LONG, longest / 2));
  const isShort = widest.map((width) => width <= limit && width < longest);
  // Many short columns may be too much together: then all share.
  const shortTotal = widest.reduce((sum, width, index) => sum + (isShort[index] ? width + PADDING : 0), 0);
  const roomForShort = shortTotal <= available * 0.65;
  return widest.map((width, index) => (isShort[index] && roomForShort ? 'auto' : Math.min(width, LARGEST_SHARE)));
}
