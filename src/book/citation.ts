import type { Book } from './book.ts';
import { yearbookOf } from './book.ts';
import type { Entry } from '../entry/parse.ts';

/**
 * An entry as a part of a yearbook after GB/T 7714: 条目[M/OL]//编者. 年鉴名. 出版地: 出版者, 出版年: 页码. 地址.
 * Parts not known are left out. The reader adds the date of citation.
 */
export function citeEntry(book: Book, entry: Entry, { url, folio }: { url?: string; folio?: string } = {}): string {
  const { fields } = yearbookOf(book, entry);
  const editors = fields.editors.length > 0 ? fields.editors.join(', ') : book.site.publisher;
  const publisher = fields.publisher && fields.place ? `${fields.place}: ${fields.publisher}` : (fields.publisher ?? '');
  const imprint = [publisher, fields.published?.slice(0, 4)].filter(Boolean).join(', ');
  const printed = [imprint, folio].filter(Boolean).join(': ');
  return `${[`${entry.title}[${url ? 'M/OL' : 'M'}]//${editors}`, fields.title, printed, url].filter(Boolean).join('. ')}.`;
}
