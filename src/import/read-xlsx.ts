import readExcelFile from 'read-excel-file/node';
import { refuse } from './import-error.ts';
import { skeleton } from './sentences.ts';
import type { Notice } from './source.ts';
import { readFormats, showCell } from './xlsx-formats.ts';
import { openOfficeZip, type OfficeZip } from './zip.ts';
import { unescapeXml } from './xml.ts';

/** One sheet as rows of text. */
export interface Sheet {
  sheet: string;
  rows: string[][];
}

/**
 * An Excel workbook → its sheets as rows of text. Formulas count by the value Excel stored with them; one without a
 * value, errors, what is hidden and what stands outside the cells become notices. @throws ImportError for anything but a sound .xlsx
 */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<{ sheets: Sheet[]; notices: Notice[] }> {
  const zip = openOfficeZip(bytes, name);
  if (!zip.names.includes('xl/workbook.xml')) refuse('import/damaged', name);
  const parts = sheetParts(zip);
  for (const { part } of parts) refuseVast(zip.text(part) ?? '', name);
  const read = await readExcelFile(Buffer.from(zip.repacked())).catch(() => refuse('import/damaged', name));
  const sheets = read.map(({ sheet, data }, index) => {
    const part = parts[index]?.part ?? '';
    const formats = readFormats(zip, part);
    const rows = data.map((row, r) => row.map((value, c) => showCell(value, formats.get(`${columnName(c)}${r + 1}`))));
    return { sheet, rows: fillMerged(rows, readMerges(zip, part)) };
  });
  const ofSheets = parts.flatMap(({ part, hidden }, index) => {
    const where = parts.length > 1 ? `工作表“${read[index]?.sheet ?? ''}”` : '';
    const xml = zip.text(part) ?? '';
    return [...(hidden ? [{ rule: 'import/hidden' as const, at: 0, text: '整张工作表' }] : []), ...findHidden(xml), ...findFormulas(xml)]
      .map((notice): Notice => ({ ...notice, about: [where, notice.about].filter(Boolean).join('，') || undefined }));
  });
  return { sheets, notices: [...ofSheets, ...findOutsideCells(zip, sheets.flatMap(({ rows }) => rows.flat()))] };
}

const MOST_CELLS = 5_000_000;

/** A slip of the hand can leave a cell a million rows down; all between would be read as a table. @throws ImportError */
function refuseVast(xml: string, name: string): void {
  let [columns, rows, furthest] = [0, 0, ''];
  for (const [, letters, digits] of xml.matchAll(/<c\b[^>]*?\sr="([A-Z]+)(\d+)"[^>]*(?<!\/)>/g)) {
    const [column, row] = [columnNumber(letters!) + 1, Number(digits)];
    if (column > columns || row > rows) furthest = `${letters}${digits}`;
    [columns, rows] = [Math.max(columns, column), Math.max(rows, row)];
    if (columns * rows > MOST_CELLS) refuse('import/vast', name, { cell: furthest });
  }
}

type Range = [firstColumn: number, firstRow: number, lastColumn: number, lastRow: number];

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Parts of the sheets, in the order of the workbook. */
function sheetParts(zip: OfficeZip): { part: string; hidden: boolean }[] {
  const targets = new Map([...(zip.text('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) =>
    [attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/')],
  ));
  return [...(zip.text('xl/workbook.xml') ?? '').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => ({ part: targets.get(attribute(tag, 'r:id')) ?? '', hidden: /hidden/i.test(attribute(tag, 'state')) }));
}

const readMerges = (zip: OfficeZip, part: string): Range[] =>
  [...(zip.text(part) ?? '').matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, fromColumn, fromRow, toColumn, toRow]): Range => [columnNumber(fromColumn!), Number(fromRow) - 1, columnNumber(toColumn!), Number(toRow) - 1],
  );

/** A cell merged downwards holds for every row it spans; one merged sideways is a heading and stays where it is. */
function fillMerged(rows: string[][], merges: Range[]): string[][] {
  for (const [column, first, lastColumn, last] of merges) {
    if (lastColumn !== column || column >= (rows[first]?.length ?? 0)) continue;
    for (let row = first + 1; row <= last && row < rows.length; row += 1) rows[row]![column] ||= rows[first]?.[column] ?? '';
  }
  return rows;
}

type Found = Pick<Notice, 'rule' | 'at' | 'text' | 'about'>;

/** Rows and columns that whoever opens the workbook does not see. */
function findHidden(xml: string): Found[] {
  const isHidden = (tag: string) => /^(?:1|true)$/.test(attribute(tag, 'hidden'));
  const rows = [...xml.matchAll(/<row\b[^>]*>/g)].filter(([tag]) => isHidden(tag)).map(([tag]) => Number(attribute(tag, 'r')));
  const columns = [...xml.matchAll(/<col\b[^>]*>/g)].filter(([tag]) => isHidden(tag)).map(([tag]) => {
    const [first, last] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))];
    return first === last ? `${columnName(first - 1)}列` : `${columnName(first - 1)}～${columnName(last - 1)}列`;
  });
  return [
    ...(rows.length > 0 ? [{ rule: 'import/hidden' as const, at: rows[0]!, text: `第${rows.join('、')}行` }] : []),
    ...(columns.length > 0 ? [{ rule: 'import/hidden' as const, at: 0, text: columns.join('、') }] : []),
  ];
}

function findFormulas(xml: string): Found[] {
  return [...xml.matchAll(/<c\b([^>]*)(?<!\/)>((?:(?!<\/c>).)*)<\/c>/gs)].flatMap(([, attributes = '', content = '']) => {
    const cell = attribute(attributes, 'r');
    const found = (text: string, about: string) => [{ rule: 'import/formula' as const, at: Number(/\d+/.exec(cell)?.[0] ?? 1), text, about }];
    if (attribute(attributes, 't') === 'e') return found(`${cell} ${/<v>([^<]*)/.exec(content)?.[1] ?? ''}`, '出错的单元格，当作空格');
    if (!/<f[ >/]/.test(content)) return [];
    return found(cell, /<v>[^<]/.test(content) ? '公式的结果照表中存下的值取用，请核对' : '公式没有存下结果，这一格当作空格');
  });
}

/** Parts beside the sheets, with what Excel calls them. */
const SIDE_PARTS = /^xl\/(?:comments\d*|drawings\/drawing\d*|charts\/chart(?:Ex)?\d*|threadedComments\/[^/]+)\.xml$/;

function findOutsideCells(zip: OfficeZip, cells: string[]): Notice[] {
  const output = new Set(cells.map(skeleton));
  const lose = (texts: string[], about: string): Notice[] => {
    const lost = texts.map(unescapeXml).filter((text) => skeleton(text) && !output.has(skeleton(text))).join('　');
    return lost ? [{ rule: 'import/lost', at: 0, text: lost, about }] : [];
  };
  const textsIn = (part: string, pattern: RegExp) => [...(zip.text(part) ?? '').matchAll(pattern)].map(([, text]) => text!);
  const pictures = zip.names.filter((part) => /^xl\/media\//.test(part)).map((part) => part.replace(/^.*\//, ''));
  return [
    ...zip.names.filter((part) => SIDE_PARTS.test(part)).flatMap((part) => lose(textsIn(part, /<(?:a:t|t|text|c:v)(?: [^>]*)?>([^<]+)</g), '批注、图形或图表中的文字')),
    ...zip.names.filter((part) => /^xl\/worksheets\/[^/]+\.xml$/.test(part)).flatMap((part) =>
      lose(textsIn(part, /<(?:odd|even|first)(?:Header|Footer)>([^<]+)</g).map(headerText), '页眉页脚')),
    ...(pictures.length > 0 ? [{ rule: 'import/picture' as const, at: 0, text: pictures.join('、'), about: '表格中的图片' }] : []),
  ];
}

/** `&C&"黑体"内部资料　第&P页` → 内部资料; one that counts pages and no more says nothing. */
function headerText(code: string): string {
  const text = unescapeXml(code).replace(/&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z])/gi, ' ').trim();
  return /\p{Script=Han}{3}/u.test(text) ? text : '';
}
