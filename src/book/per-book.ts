import type { Book } from './book.ts';

/** What is derived from a Book, made on first use and once: many pages ask for it. */
export function perBook<T>(derive: (book: Book) => T): (book: Book) => T {
  const made = new WeakMap<Book, T>();
  return (book) => {
    if (!made.has(book)) made.set(book, derive(book));
    return made.get(book)!;
  };
}
