import { isHeader, mapColumns, type LedgerColumn } from './ledger-columns.ts';
import type { LedgerRow, Notice } from './source.ts';

/** How far down the header may stand, below the table's title and its notes. */
const DEEPEST_HEADER = 10;
/** A longer cell is a text, of which the title is the first clause. */
const LONGEST_TITLE = 40;

const list = (cell: string): string[] => cell.split(/[、，,；;\n]+/).map((item) => item.trim()).filter(Boolean);

/** A cell exported by a program that neutralises formulas carries an apostrophe in front. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

/**
 * Rows of one sheet → ledger rows, or nothing where no row reads like the header of a ledger. An empty 领域 is that of
 * the row above; a row with a single filled cell is a heading over the rows below it.
 */
export function readLedger(cells: string[][]): { rows: LedgerRow[]; notices: Notice[] } | undefined {
  const sheet = cells.map((row) => row.map(plain));
  const headerAt = sheet.slice(0, DEEPEST_HEADER).findIndex((row) => isHeader(mapColumns(row)));
  if (headerAt === -1) return undefined;
  const header = sheet[headerAt]!;
  const columns = mapColumns(header);
  const notices: Notice[] = sheet.slice(0, headerAt).flatMap((row, index) => {
    const text = row.filter(Boolean).join('　');
    return text ? [{ rule: 'import/byline' as const, at: index + 1, text, about: '表头以上的文字' }] : [];
  });
  const unknown = header.filter((name, index) => name && !columns[index]);
  if (unknown.length > 0) notices.push({ rule: 'import/column', at: headerAt + 1, text: unknown.join('、') });

  const rows: LedgerRow[] = [];
  let heading: string | undefined;
  let domainAbove: string | undefined;
  sheet.slice(headerAt + 1).forEach((row, index) => {
    const at = headerAt + 2 + index;
    const filled = row.filter(Boolean);
    const cell = (wanted: LedgerColumn) => row[columns.indexOf(wanted)] ?? '';
    if (filled.length === 0) return;
    if (filled.length === 1) {
      heading = filled[0]!.replace(/^[一二三四五六七八九十]+、\s*/, '');
      domainAbove = undefined;
      return;
    }
    const title = cell('title');
    if (!title) {
      const about = '这一行没有任务名，没有生成草稿';
      notices.push({ rule: 'import/column', at, text: filled.join('　'), about });
      return;
    }
    const rest = row.flatMap((value, i) => (value && !columns[i] ? [`${header[i] || `第${i + 1}列`}：${value}`] : []));
    const texts = row.flatMap((value, i) => (value && columns[i] === 'text' ? value.split('\n').map((line) => line.trim()).filter(Boolean) : []));
    rows.push({
      at,
      title: title.length > LONGEST_TITLE ? title.split(/[，。；：,;:]/)[0]! : title.replace(/\s*\n\s*/g, ''),
      year: /\d{4}/.exec(cell('year'))?.[0],
      district: cell('district') || undefined,
      domain: (domainAbove = cell('domain') || domainAbove) || heading,
      lead: list(cell('lead')),
      partners: list(cell('partners')),
      documents: list(cell('documents').replace(/》\s*《/g, '》、《')),
      body: [...(title.length > LONGEST_TITLE ? [title] : []), ...texts, ...rest],
    });
  });
  return { rows, notices };
}
