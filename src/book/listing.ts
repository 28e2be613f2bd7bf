import { anchor, type Urls } from '../urls.ts';
import type { BookDocument, BookTerm } from './book.ts';

/** Longest list on one page; longer ones go on at `page/2/`. */
export const PAGE_SIZE = 100;

export const pageOf = (index: number): number => Math.floor(index / PAGE_SIZE) + 1;

/** Place of a term or document in its list: page and anchor, wherever it is linked from. `index` is its rank in the Book. */
export const termUrl = (urls: Urls, term: BookTerm, index: number): string =>
  `${urls.section('glossary', pageOf(index))}#${encodeURIComponent(anchor(term.term))}`;

export const documentUrl = (urls: Urls, document: BookDocument, index: number): string =>
  `${urls.section('documents', pageOf(index))}#${encodeURIComponent(anchor(document.title))}`;
