import { expect, test } from 'vitest';
import { viewChapter } from '../../src/views/chapter.ts';
import { viewEntry } from '../../src/views/entry.ts';
import { viewDownloads } from '../../src/views/volumes.ts';
import { renderEntriesJson } from '../../src/outputs/data/entries-json.ts';
import { bookOf, contextOf } from '../small-book.ts';

const book = bookOf();
const [yearbook] = book.yearbooks;
const [entry] = book.entries;
const folios = { entries: { [entry!.id]: { folio: '12', pdfPage: 22 } }, chapters: {} };
const plain = contextOf(book);
const printed = { ...plain, folios, volumes: 'all' as const };

test('an entry names its printed page, leads to that page of the PDF and cites the folio', () => {
  const view = viewEntry(printed, entry!, {});
  expect(view.printed).toEqual({ folio: '12', url: `/yearbook/pdf/${entry!.year}.pdf#page=22` });
  expect(view.citation.before).toMatch(/: 12$/);
});

test('without printed volumes nothing is said of pages', () => {
  expect(viewEntry(plain, entry!, {}).printed).toBeUndefined();
  expect(viewDownloads(plain, yearbook!)).toEqual([]);
  expect(viewChapter(plain, yearbook!.chapters[0]!, 1).pdf).toBeUndefined();
});

test('a volume offers the editions that were made', () => {
  expect(viewDownloads({ ...printed, volumes: 'book' }, yearbook!).map(({ url }) => url)).toEqual([`/yearbook/pdf/${yearbook!.year}.pdf`]);
  expect(viewDownloads(printed, yearbook!).map(({ url }) => url.replace(/^.*\//, ''))).toEqual(
    ['.pdf', '-a4.pdf', '-large.pdf', '.epub', '-press.pdf', '-cover.pdf'].map((end) => yearbook!.year + end),
  );
});

test('the open data carries folio and physical page', () => {
  const { entries } = JSON.parse(renderEntriesJson(book, plain.urls, '', folios));
  expect(entries[0]).toMatchObject({ id: entry!.id, folio: '12', pdfPage: 22 });
});
