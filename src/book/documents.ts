import type { Entry } from '../entry/parse.ts';
import type { Document } from '../entry/schema.ts';
import type { BookDocument } from './book.ts';
import { pinyinKey, sortByPinyin } from './pinyin-order.ts';

/** Two spellings of one title differ in spaces and width only. */
export const documentKey = (title: string): string => title.normalize('NFKC').replace(/\s+/g, '');

/**
 * 文件目录: each document once, with every entry that cites it. Issuer, number, date and address come from the first
 * entry that gives them.
 */
export function collectDocuments(entries: Entry[]): BookDocument[] {
  const documents = new Map<string, BookDocument>();
  for (const entry of entries) {
    for (const document of entry.documents) {
      const key = documentKey(document.title);
      const known = documents.get(key);
      if (!known) documents.set(key, { ...document, citedBy: [entry] });
      else {
        fillGaps(known, document);
        if (!known.citedBy.includes(entry)) known.citedBy.push(entry);
      }
    }
  }
  return sortByPinyin([...documents.values()], ({ title }) => pinyinKey(title));
}

function fillGaps(known: BookDocument, other: Document): void {
  known.issuer ??= other.issuer;
  known.number ??= other.number;
  known.date ??= other.date;
  known.url ??= other.url;
}
