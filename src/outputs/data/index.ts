import type { Book } from '../../book/book.ts';
import type { Folios } from '../../book/folio.ts';
import type { Urls } from '../../urls.ts';
import { renderDatapackage } from './datapackage.ts';
import { renderEntriesJson } from './entries-json.ts';
import { dataTables, tableCsv } from './tables.ts';

export interface DataFile {
  name: string;
  type: string;
  text: string;
}

let made: { book: Book; files: DataFile[] } | undefined;

/** Every file under `/data/`, made once for a Book. */
export function dataFiles(book: Book, urls: Urls, origin?: string, folios?: Folios): DataFile[] {
  if (made?.book !== book) made = { book, files: makeFiles(book, urls, origin, folios) };
  return made.files;
}

function makeFiles(book: Book, urls: Urls, origin?: string, folios?: Folios): DataFile[] {
  const entriesJson = renderEntriesJson(book, urls, origin, folios);
  const homepage = origin && `${origin}${urls.section('data')}`;
  return [
    { name: 'entries.json', type: 'application/json; charset=utf-8', text: entriesJson },
    ...dataTables(book).map((table) => ({ name: `${table.name}.csv`, type: 'text/csv; charset=utf-8', text: tableCsv(table) })),
    { name: 'datapackage.json', type: 'application/json; charset=utf-8', text: renderDatapackage(book, { homepage, entriesJson }) },
  ];
}
