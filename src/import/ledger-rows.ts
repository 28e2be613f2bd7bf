import { isHeader, mapColumns, type LedgerColumn } from './ledger-columns.ts';
import type { LedgerRow, Notice } from './source.ts';

/** How far down the header may stand, below the table's title and its notes. */
const DEEPEST_HEADER = 10;
/** A longer cell is a text, of which the title is the first clause. */
const LONGEST_TITLE = 40;
const LONGEST_NAME = 12;
const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共\s*计)/;
const REMARK = /^(?:注|备注|说明|填表说明|填报说明|填报人|填表人|审核人|联系人|负责人|填报单位|填报日期|制表)\s*[：:\d]/;

/** 1, 1.2, （二）: counts the rows, and goes with them. Any other number names the matter. */
const COUNTER = /^[（(]?(?:\d{1,4}(?:\.\d{1,3})*|[一二三四五六七八九十百]{1,5})[)）.、]?$/;

const list = (cell: string): string[] => cell.split(/[、，,；;\n]+/).map((item) => item.trim()).filter(Boolean);

/** A sentence stands for itself; a bare value needs the name of its column. */
const paragraphs = (cell: string, column: string): string[] =>
  cell.length <= LONGEST_NAME && !/[，。；]/.test(cell) ? [`${column}：${cell}`] : cell.split('\n').map((line) => line.trim()).filter(Boolean);

/** A cell exported by a program that neutralises formulas carries an apostrophe in front. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

/**
 * Rows of one sheet → ledger rows, or nothing where no row reads like the header of a ledger. An empty 领域 is that of
 * the row above; a row that holds a name and nothing of a matter is a heading over the rows below it.
 */
export function readLedger(cells: string[][]): { rows: LedgerRow[]; notices: Notice[] } | undefined {
  const sheet = cells.map((row) => row.map(plain));
  const headerAt = sheet.slice(0, DEEPEST_HEADER).findIndex((row) => isHeader(mapColumns(row)));
  if (headerAt === -1) return undefined;
  const { header, columns, depth } = readHeader(sheet, headerAt);
  const notices: Notice[] = [];
  const leaveOut = (rule: Notice['rule'], at: number, texts: string[], about?: string) => {
    const text = texts.filter(Boolean).join('　');
    if (text) notices.push({ rule, at, text, about });
  };
  sheet.slice(0, headerAt).forEach((row, index) => leaveOut('import/byline', index + 1, row, '表头以上的文字'));
  const unknown = header.filter((name, index) => name && !columns[index]);
  if (unknown.length > 0) notices.push({ rule: 'import/column', at: headerAt + 1, text: unknown.join('、') });

  const rows: LedgerRow[] = [];
  let heading: { text: string; at: number; used: boolean } | undefined;
  const closeHeading = () => {
    if (heading && !heading.used) leaveOut('import/column', heading.at, [heading.text], '这一行下面没有任务，没有生成草稿');
  };
  let domainAbove: string | undefined;
  sheet.slice(headerAt + depth).forEach((row, index) => {
    const at = headerAt + depth + 1 + index;
    const filled = row.filter(Boolean);
    const cell = (wanted: LedgerColumn) => row[columns.indexOf(wanted)] ?? '';
    if (filled.length === 0) return;
    if (TOTAL.test(filled[0]!)) return leaveOut('import/column', at, filled, '合计行，没有生成草稿');
    if (REMARK.test(filled[0]!)) return leaveOut('import/column', at, filled, '表下的说明，没有生成草稿');
    const name = headingOf(row, columns);
    if (name) {
      closeHeading();
      heading = { text: name, at, used: false };
      domainAbove = undefined;
      return;
    }
    const title = cell('title');
    if (!title) return leaveOut('import/column', at, filled, '这一行没有任务名，没有生成草稿');
    if (heading) heading.used = true;
    const rest = row.flatMap((value, i) => (value && (!columns[i] || (columns[i] === 'number' && !COUNTER.test(value))) ? [`${header[i] || `第${i + 1}列`}：${value}`] : []));
    const texts = row.flatMap((value, i) => (value && columns[i] === 'text' ? paragraphs(value, header[i]!) : []));
    rows.push({
      at,
      title: title.length > LONGEST_TITLE ? title.split(/[，。；：,;:]/)[0]! : title.replace(/\s*\n\s*/g, ''),
      year: /\d{4}/.exec(cell('year'))?.[0],
      district: cell('district') || undefined,
      domain: (domainAbove = cell('domain') || domainAbove) || heading?.text,
      lead: list(cell('lead')),
      partners: list(cell('partners')),
      documents: list(cell('documents').replace(/》\s*《/g, '》、《')),
      body: [...(title.length > LONGEST_TITLE ? [title] : []), ...texts, ...rest],
    });
  });
  closeHeading();
  return { rows, notices };
}

/** A header of two rows, the upper one over several columns (责任分工: 牵头, 配合), is read as the lower one where that says more. */
function readHeader(sheet: string[][], at: number): { header: string[]; columns: (LedgerColumn | undefined)[]; depth: number } {
  const upper = sheet[at]!;
  const lower = sheet[at + 1] ?? [];
  const single = { header: upper, columns: mapColumns(upper), depth: 1 };
  const isNames = lower.some(Boolean) && lower.every((name, index) => !name || (name.length <= LONGEST_NAME && !/[，。；\d]/.test(name) && (single.columns[index] !== 'title' || name === upper[index])));
  const both = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => lower[index] || upper[index] || '');
  const columns = mapColumns(both);
  const known = (mapped: (LedgerColumn | undefined)[]) => mapped.filter(Boolean).length;
  return isNames && known(columns) > known(single.columns) ? { header: both, columns, depth: 2 } : single;
}

/** 一、党的建设 alone in its row, or behind a number in Han. */
function headingOf(row: string[], columns: (LedgerColumn | undefined)[]): string | undefined {
  const filled = row.flatMap((value, index) => (value ? [{ value, column: columns[index] }] : []));
  const [first, second] = filled;
  const name = filled.length === 1 ? first!.value : filled.length === 2 && /^[（(]?[一二三四五六七八九十]+[)）]?$/.test(first!.value) ? second!.value : undefined;
  // A sentence in the column of progress goes on from the row above.
  if (first?.column === 'text' || /[。；]$/.test(name ?? '')) return undefined;
  return name?.replace(/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])\s*/, '');
}
