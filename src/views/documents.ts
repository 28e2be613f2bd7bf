import { formatDate } from '../book/format.ts';
import { pinyinInitial, pinyinKey } from '../book/pinyin-order.ts';
import { anchor } from '../urls.ts';
import { viewEntryLine, type EntryLine } from './entry-line.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

export interface DocumentsView {
  groups: {
    letter: string;
    documents: { id: string; title: string; lang: string; issuer?: string; number?: string; date?: string; url?: string; citedBy: EntryLine[] }[];
  }[];
  total: number;
  pagination: Pagination;
}

export const documentsPages = ({ book }: SiteContext): number => pageCount(book.documents.length);

/** 文件目录 in pinyin order. */
export function viewDocuments(context: SiteContext, number: number): DocumentsView {
  const { book, urls } = context;
  const groups = Map.groupBy(pageItems(book.documents, number), ({ title }) => pinyinInitial(pinyinKey(title)));
  return {
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
        citedBy: document.citedBy.map((entry) => viewEntryLine(context, entry)),
      })),
    })),
    total: book.documents.length,
    pagination: paginate(number, documentsPages(context), (page) => urls.section('documents', page)),
  };
}
