import { districtOf } from '../book/book.ts';
import { collectErrata } from '../book/errata.ts';
import { formatDate } from '../book/format.ts';
import { perBook } from '../book/per-book.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

export interface ErrataView {
  dates: { date: string; errata: { title: string; url: string; lang: string; place: string; was: string; now: string }[] }[];
  total: number;
  pagination: Pagination;
}

const errataOf = perBook(({ entries }) => collectErrata(entries));

export const errataPages = ({ book }: SiteContext): number => pageCount(errataOf(book).length);

/** 勘误, the latest first. */
export function viewErrata({ book, urls }: SiteContext, number: number): ErrataView {
  const errata = errataOf(book);
  return {
    dates: [...Map.groupBy(pageItems(errata, number), ({ date }) => date)].map(([date, ofDate]) => ({
      date: formatDate(date),
      errata: ofDate.map(({ entry, was, now }) => ({
        title: entry.title,
        url: urls.entry(entry.id),
        lang: entry.lang,
        place: `${entry.year}年 ${districtOf(book, entry).name}`,
        was,
        now,
      })),
    })),
    total: errata.length,
    pagination: paginate(number, pageCount(errata.length), (page) => urls.section('errata', page)),
  };
}
