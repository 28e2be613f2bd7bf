import type { Book } from '../../book/book.ts';
import { formatCount } from '../../book/format.ts';
import type { Urls } from '../../urls.ts';
import { dataFiles } from './index.ts';
import { dataTables } from './tables.ts';

/** Rows shown of each table. */
const ROWS_SHOWN = 4;

export interface DataOverview {
  files: { name: string; url: string; about: string; size: string }[];
  tables: {
    name: string;
    title: string;
    description: string;
    url: string;
    count: string;
    columns: { name: string; title: string; description: string; type: string }[];
    preview: string[][];
  }[];
}

const TYPE_NAMES = { string: '文字', number: '数', integer: '整数' };

/** The open data explained: each file, each column, the first rows. */
export function describeData(book: Book, urls: Urls, origin?: string): DataOverview {
  const tables = dataTables(book);
  const about = new Map([
    ['entries.json', '全部条目的字段和正文'],
    ['datapackage.json', '各表、各列的机读说明（Frictionless Data Package）'],
    ...tables.map(({ name, description }): [string, string] => [`${name}.csv`, description]),
  ]);
  return {
    files: dataFiles(book, urls, origin).map(({ name, text }) => ({
      name,
      url: urls.data(name),
      about: about.get(name) ?? '',
      size: formatSize(Buffer.byteLength(text)),
    })),
    tables: tables.map(({ name, title, description, columns, rows }) => ({
      name,
      title,
      description,
      url: urls.data(`${name}.csv`),
      count: formatCount(rows.length),
      columns: columns.map((column) => ({ ...column, type: TYPE_NAMES[column.type] })),
      preview: rows.slice(0, ROWS_SHOWN).map((row) => row.map((cell) => cell ?? '')),
    })),
  };
}

const formatSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
