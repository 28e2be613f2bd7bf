import readExcelFile from 'read-excel-file/node';
import { unescapeXml } from './docx-losses.ts';
import { refuse } from './import-error.ts';
import { skeleton } from './sentences.ts';
import type { Notice } from './source.ts';
import { readPercentCells } from './xlsx-percent.ts';
import { openOfficeZip, type OfficeZip } from './zip.ts';

/**
 * An Excel workbook → its sheets as rows of text. Formulas count by the value Excel stored with them; one without a
 * value, and text outside the cells, become notices. @throws ImportError for anything but a sound .xlsx
 */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<{ sheets: { sheet: string; rows: string[][] }[]; notices: Notice[] }> {
  const zip = openOfficeZip(bytes, name);
  if (!zip.names.includes('xl/workbook.xml')) refuse('import/damaged', name);
  const read = await readExcelFile(Buffer.from(zip.repacked())).catch(() => refuse('import/damaged', name));
  const parts = sheetParts(zip);
  const sheets = read.map(({ sheet, data }, index) => {
    const percent = readPercentCells(zip, parts[index] ?? '');
    const rows = data.map((row, r) => row.map((value, c) => (typeof value === 'number' && percent.has(`${columnName(c)}${r + 1}`) ? `${number(value * 100)}%` : cellText(value))));
    return { sheet, rows: fillMerged(rows, readMerges(zip, parts[index] ?? '')) };
  });
  return { sheets, notices: [...findFormulas(zip), ...findTextOutsideCells(zip, sheets.flatMap(({ rows }) => rows.flat()))] };
}

type Range = [firstColumn: number, firstRow: number, lastColumn: number, lastRow: number];

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** Parts of the sheets, in the order of the workbook. */
function sheetParts(zip: OfficeZip): string[] {
  const targets = new Map([...(zip.text('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    return [attribute('Id'), attribute('Target').replace(/^\/?(?:xl\/)?/, 'xl/')];
  }));
  const ids = [...(zip.text('xl/workbook.xml') ?? '').matchAll(/<sheet\b[^>]*r:id="([^"]+)"/g)].map(([, id]) => id!);
  return ids.map((id) => targets.get(id) ?? '');
}

const readMerges = (zip: OfficeZip, part: string): Range[] =>
  [...(zip.text(part) ?? '').matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, fromColumn, fromRow, toColumn, toRow]): Range => [columnNumber(fromColumn!), Number(fromRow) - 1, columnNumber(toColumn!), Number(toRow) - 1],
  );

/** A cell merged downwards holds for every row it spans; one merged sideways is a heading and stays where it is. */
function fillMerged(rows: string[][], merges: Range[]): string[][] {
  for (const [column, first, lastColumn, last] of merges) {
    if (lastColumn !== column) continue;
    for (let row = first + 1; row <= last && row < rows.length; row += 1) rows[row]![column] ||= rows[first]?.[column] ?? '';
  }
  return rows;
}

/** Binary rounding of sums is taken off. */
const number = (value: number): string => String(Number(value.toPrecision(12)));

/** Dates as the yearbook writes them. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return number(value);
  return String(value).trim();
}

function findFormulas(zip: OfficeZip): Notice[] {
  return zip.names.filter((part) => /^xl\/worksheets\/[^/]+\.xml$/.test(part)).flatMap((part) => {
    const cells = (zip.text(part) ?? '').matchAll(/<c r="([A-Z]+)(\d+)"[^>]*>((?:(?!<\/c>).)*<f[ >/](?:(?!<\/c>).)*)<\/c>/gs);
    return [...cells].map(([, column, row, content = '']) => {
      const about = /<v>[^<]/.test(content) ? '公式的结果照表中存下的值取用，请核对' : '公式没有存下结果，这一格当作空格';
      return { rule: 'import/formula' as const, at: Number(row), text: `${column}${row}`, about };
    });
  });
}

function findTextOutsideCells(zip: OfficeZip, cells: string[]): Notice[] {
  const output = new Set(cells.map(skeleton));
  return zip.names.filter((part) => /^xl\/(?:comments\d*|drawings\/drawing\d*|threadedComments\/[^/]+)\.xml$/.test(part)).flatMap((part) => {
    const texts = [...(zip.text(part) ?? '').matchAll(/<(?:a:t|t|text)(?: [^>]*)?>([^<]+)</g)].map(([, text]) => unescapeXml(text!));
    const lost = texts.filter((text) => skeleton(text) && !output.has(skeleton(text))).join('　');
    return lost ? [{ rule: 'import/lost' as const, at: 1, text: lost, about: '批注或图形中的文字' }] : [];
  });
}
