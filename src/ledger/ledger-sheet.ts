import { districtOf, domainOf, type Book } from '../book/book.ts';
import { formatFigure } from '../book/format.ts';
import { pilotLevelName } from '../book/pilot-levels.ts';
import type { Entry } from '../entry/parse.ts';

interface LedgerColumn {
  name: string;
  /** In characters. */
  width: number;
  value(entry: Entry, book: Book): string;
}

const list = (items: string[]): string => items.join('、');

/** Columns of the 台账. `npm run import` reads them back by these names. */
export const LEDGER_COLUMNS: LedgerColumn[] = [
  { name: '年份', width: 8, value: ({ year }) => year },
  { name: '区', width: 12, value: (entry, book) => districtOf(book, entry).name },
  { name: '改革领域', width: 20, value: (entry, book) => domainOf(book, entry).name },
  { name: '标题', width: 36, value: ({ title }) => title },
  { name: '摘要', width: 50, value: ({ summary = '' }) => summary },
  { name: '牵头单位', width: 24, value: ({ lead }) => list(lead) },
  { name: '参与单位', width: 24, value: ({ partners }) => list(partners) },
  { name: '试点', width: 24, value: ({ pilot }) => (pilot ? `${pilotLevelName(pilot.level)}：${pilot.name}` : '') },
  { name: '出台文件', width: 40, value: ({ documents }) => documents.map(({ title }) => `《${title}》`).join('') },
  { name: '数据', width: 40, value: ({ figures }) => figures.map((figure) => `${figure.name}${formatFigure(figure)}`).join('；') },
  { name: '起始', width: 12, value: ({ dates }) => dates?.start ?? '' },
  { name: '结束', width: 12, value: ({ dates }) => dates?.end ?? '' },
  { name: '状态', width: 10, value: ({ state }) => (state === 'draft' ? '未定稿' : '定稿') },
  { name: '审稿', width: 24, value: ({ reviews }) => reviews.map(({ stage, by, date }) => `${stage} ${by} ${date}`).join('；') },
  { name: '来源', width: 36, value: ({ source }, book) => list(source.map((id) => book.sources.get(id)?.title ?? id)) },
  { name: '编号', width: 40, value: ({ id }) => id },
];

/** A cell that opens like a formula would be one to the reader's Excel once it is edited. */
export const neutralise = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** Header and one row for each entry, in book order. */
export function buildLedger(book: Book, year?: string): string[][] {
  const entries = book.entries.filter((entry) => year === undefined || entry.year === year);
  return [
    ['序号', ...LEDGER_COLUMNS.map(({ name }) => name)],
    ...entries.map((entry, index) => [String(index + 1), ...LEDGER_COLUMNS.map(({ value }) => neutralise(value(entry, book)))]),
  ];
}
