import type { Book } from '../book/book.ts';
import { formatDate } from '../book/format.ts';

export interface SourceLine {
  title: string;
  details: string;
  url?: string;
}

export function viewSources(book: Book, ids: string[]): SourceLine[] {
  return ids.flatMap((id) => {
    const source = book.sources.get(id);
    if (!source) return [];
    const accessed = source.accessed && `${formatDate(source.accessed)}访问`;
    const details = [source.author, source.publication, source.date && formatDate(source.date), accessed];
    return [{ title: source.title, details: details.filter(Boolean).join('，'), url: source.url }];
  });
}
