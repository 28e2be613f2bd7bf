import type { BookDocument } from '../book/book.ts';
import { formatDate } from '../book/format.ts';
import { pageOf } from '../book/listing.ts';
import { perBook } from '../book/per-book.ts';
import { pinyinInitial, pinyinKey } from '../book/pinyin-order.ts';
import { anchor } from '../urls.ts';
import { viewEntryLine, type EntryLine } from './entry-line.ts';
import { letterId } from './glossary.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

/** Entries named under one document; the search page finds the rest. */
const ENTRIES_SHOWN = 12;

export interface DocumentsView {
  letters: { letter: string; url: string }[];
  groups: {
    letter: string;
    documents: { id: string; title: string; lang: string; issuer?: string; number?: string; date?: string; url?: string; citedBy: EntryLine[]; more?: { count: number; url: string } }[];
  }[];
  total: number;
  pagination: Pagination;
}

export const documentsPages = ({ book }: SiteContext): number => pageCount(book.documents.length);

/** The letter each document is filed under: read once, for readings are slow. */
const lettersOf = perBook(({ documents }) => new Map(documents.map((document) => [document, pinyinInitial(pinyinKey(document.title))])));

/** 文件目录 in pinyin order. */
export function viewDocuments(context: SiteContext, number: number): DocumentsView {
  const { book, urls } = context;
  const letters = lettersOf(book);
  const letterOf = (document: BookDocument) => letters.get(document)!;
  const firstOfLetter = new Map<string, number>();
  book.documents.forEach((document, index) => {
    if (!firstOfLetter.has(letterOf(document))) firstOfLetter.set(letterOf(document), index);
  });
  const groups = Map.groupBy(pageItems(book.documents, number), letterOf);
  return {
    letters: [...firstOfLetter].map(([letter, index]) => ({ letter, url: `${urls.section('documents', pageOf(index))}#${letterId(letter)}` })),
    groups: [...groups].map(([letter, documents]) => ({
      letter,
      documents: documents.map((document) => ({
        id: anchor(document.title),
        title: document.title,
        lang: document.citedBy[0]!.lang,
        issuer: document.issuer,
        number: document.number,
        date: document.date && formatDate(document.date),
        url: document.url,
        citedBy: document.citedBy.slice(0, ENTRIES_SHOWN).map((entry) => viewEntryLine(context, entry)),
        more: document.citedBy.length > ENTRIES_SHOWN ? { count: document.citedBy.length, url: urls.search(document.title) } : undefined,
      })),
    })),
    total: book.documents.length,
    pagination: paginate(number, documentsPages(context), (page) => urls.section('documents', page)),
  };
}
