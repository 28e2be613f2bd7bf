import { refuse } from './import-error.ts';
import { isHeader, mapColumns } from './ledger-columns.ts';

/**
 * CSV as offices export it: comma, semicolon or tab, quotes where they are needed. A quote inside an unquoted cell, or
 * not followed by a delimiter, is a character of the cell.
 * @throws ImportError where a quote opens and the file ends before it closes
 */
export function readCsv(text: string, name: string): string[][] {
  const delimiter = findDelimiter(text);
  const rows: string[][] = [];
  let [row, cell, line, openedAt]: [string[], string, number, number] = [[], '', 1, 0];
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (char === '\n') line += 1;
    if (openedAt > 0) {
      const next = text[at + 1];
      if (char !== '"') cell += char;
      else if (next === '"') {
        cell += '"';
        at += 1;
      } else if (next === undefined || next === '\n' || next === delimiter) openedAt = 0;
      else cell += char;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      openedAt = line;
    } else if (char === delimiter) endCell();
    else if (char === '\n') endRow();
    else cell += char;
  }
  if (openedAt > 0) refuse('import/quotes', name, { line: openedAt });
  if (cell || row.length > 0) endRow();
  return rows;
}

const DELIMITERS = [',', '\t', ';', '，'];

/** The mark that parts the header into columns we know; where none does, the most frequent. */
function findDelimiter(text: string): string {
  const lines = text.split('\n', 10).filter((line) => line.trim());
  const cells = (line: string, mark: string) => line.split(mark).length;
  const counts = DELIMITERS.map((mark) => ({ mark, count: Math.max(...lines.map((line) => (isHeader(mapColumns(line.split(mark).map((cell) => cell.replace(/^\s*"|"\s*$/g, '')))) ? cells(line, mark) : 0))) }));
  const [best] = counts.sort((a, b) => b.count - a.count);
  if (best!.count > 0) return best!.mark;
  const most = DELIMITERS.map((mark) => ({ mark, count: lines.reduce((sum, line) => sum + cells(line, mark) - 1, 0) }));
  return most.sort((a, b) => b.count - a.count)[0]!.mark;
}
