import type { Entry } from '../entry/parse.ts';
import type { Book } from './book.ts';
import { districtOf, domainOf, yearbookOf } from './book.ts';

/** Where the cited entry is found beyond the Book itself. */
export interface CitedPlace {
  /** Full address, where the site has one. */
  url?: string;
  /** Page in the printed volume. */
  folio?: string;
}

/** What a citation of an entry is made from: the entry as a part of its yearbook. Parts not known are absent. */
export interface Citation extends CitedPlace {
  id: string;
  title: string;
  yearbook: string;
  /** Record year of the volume. */
  recordYear: string;
  editors: string[];
  publisher?: string;
  place?: string;
  /** Year of publication. */
  published?: string;
  isbn?: string;
  language: 'zh-Hans' | 'zh-Hant';
  abstract?: string;
  keywords: string[];
}

export function describeCitation(book: Book, entry: Entry, { url, folio }: CitedPlace = {}): Citation {
  const { fields } = yearbookOf(book, entry);
  return {
    id: entry.id,
    title: entry.title,
    yearbook: fields.title,
    recordYear: entry.year,
    editors: fields.editors.length > 0 ? fields.editors : [book.site.publisher],
    publisher: fields.publisher,
    place: fields.place,
    published: fields.published?.slice(0, 4),
    isbn: fields.isbn?.replace(/^ISBN[\s:：]*/i, ''),
    url,
    folio,
    language: entry.lang,
    abstract: entry.summary,
    keywords: [domainOf(book, entry).name, districtOf(book, entry).name, ...entry.indexTerms.map(({ term }) => term)],
  };
}

/** A GB/T 7714 citation in two parts: the reader's date of citation, `[2026-01-31]`, belongs between them. */
export interface PrintedCitation {
  before: string;
  after: string;
}

/**
 * An entry as a part of a yearbook after GB/T 7714:
 * 条目[M/OL]//编者. 年鉴名. 出版地: 出版者, 出版年: 页码[引用日期]. 地址.
 */
export function printCitation({ title, yearbook, editors, publisher, place, published, folio, url }: Citation): PrintedCitation {
  const house = publisher && place ? `${place}: ${publisher}` : (publisher ?? '');
  const imprint = [house, published].filter(Boolean).join(', ');
  const volume = [yearbook, imprint].filter(Boolean).join('. ');
  const before = `${title}[${url ? 'M/OL' : 'M'}]//${editors.join(', ')}. ${[volume, folio].filter(Boolean).join(': ')}`;
  return { before, after: url ? `. ${url}.` : '.' };
}

/** The citation as one line, without a date of citation. */
export function citeEntry(book: Book, entry: Entry, place?: CitedPlace): string {
  const { before, after } = printCitation(describeCitation(book, entry, place));
  return before + after;
}
