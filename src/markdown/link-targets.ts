import type { Book } from '../book/book.ts';
import { linkedId } from '../book/linked-id.ts';
import { documentKey } from '../book/documents.ts';
import { matchTerms, type TermMatcher } from '../book/glossary.ts';
import { documentUrl, termUrl } from '../book/listing.ts';
import type { Urls } from '../urls.ts';

/** Where the links that a text makes by itself lead: terms, 《documents》, entries. */
export interface LinkTargets {
  terms: TermMatcher;
  termUrl(term: string): string;
  termDefinition(term: string): string;
  documentUrl(title: string): string | undefined;
  entryUrl(target: string): string | undefined;
  pictureUrl(path: string): string;
  pictureSize(path: string): { width?: number; height?: number } | undefined;
}

/** Compiled once for a Book; pages are many. */
export function linkTargets(book: Book, urls: Urls): LinkTargets {
  const terms = new Map(book.glossary.map((term, index) => [term.term, { term, index }]));
  const documents = new Map(book.documents.map((document, index) => [documentKey(document.title), { document, index }]));
  return {
    terms: matchTerms(book.glossary),
    termUrl: (name) => {
      const { term, index } = terms.get(name)!;
      return termUrl(urls, term, index);
    },
    termDefinition: (name) => terms.get(name)!.term.definition,
    documentUrl: (title) => {
      const found = documents.get(documentKey(title));
      return found && documentUrl(urls, found.document, found.index);
    },
    entryUrl: (target) => {
      const entry = book.byId.get(linkedId(target)) ?? book.aliases.get(linkedId(target));
      const hash = /#.*$/.exec(target)?.[0] ?? '';
      return entry && `${urls.entry(entry.id)}${hash}`;
    },
    pictureUrl: (path) => urls.file(path),
    pictureSize: (path) => book.pictures.get(path),
  };
}
