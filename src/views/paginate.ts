import { PAGE_SIZE } from '../book/listing.ts';

/** One page of a long list and the way to the others. */
export interface Pagination {
  number: number;
  total: number;
  previous?: string;
  next?: string;
  pages: { number: number; url: string }[];
}

export const pageCount = (length: number, size = PAGE_SIZE): number => Math.max(1, Math.ceil(length / size));

/** Route parameters of a list's pages: none for the first, `page/2` and so on. */
export const pageParams = (pages: number): { page: string | undefined; number: number }[] =>
  Array.from({ length: pages }, (_, index) => ({ page: index === 0 ? undefined : `page/${index + 1}`, number: index + 1 }));

export const pageItems = <T>(items: T[], number: number, size = PAGE_SIZE): T[] =>
  items.slice((number - 1) * size, number * size);

export function paginate(number: number, total: number, urlOf: (page: number) => string): Pagination {
  return {
    number,
    total,
    previous: number > 1 ? urlOf(number - 1) : undefined,
    next: number < total ? urlOf(number + 1) : undefined,
    pages: nearby(number, total).map((page) => ({ number: page, url: urlOf(page) })),
  };
}

/** First, last and the pages around the present one: never a row of a hundred numbers. */
function nearby(number: number, total: number): number[] {
  const wanted = [1, number - 2, number - 1, number, number + 1, number + 2, total];
  return [...new Set(wanted.filter((page) => page >= 1 && page <= total))].sort((a, b) => a - b);
}
