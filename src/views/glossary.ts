import { pageOf } from '../book/listing.ts';
import { pinyinInitial, pinyinKey } from '../book/pinyin-order.ts';
import { anchor } from '../urls.ts';
import { viewEntryLine, type EntryLine } from './entry-line.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

/** Entries named under one term; the search page finds the rest. */
const ENTRIES_SHOWN = 8;

export interface GlossaryView {
  letters: { letter: string; url: string }[];
  groups: {
    letter: string;
    terms: { id: string; term: string; aliases: string[]; definition: string; usedIn: EntryLine[]; more?: { count: number; url: string } }[];
  }[];
  total: number;
  pagination: Pagination;
}

export const glossaryPages = ({ book }: SiteContext): number => pageCount(book.glossary.length);

export function viewGlossary(context: SiteContext, number: number): GlossaryView {
  const { book, urls } = context;
  const letterOf = ({ term, sortKey }: (typeof book.glossary)[number]) => pinyinInitial(pinyinKey(term, sortKey));
  const firstOfLetter = new Map<string, number>();
  book.glossary.forEach((term, index) => {
    if (!firstOfLetter.has(letterOf(term))) firstOfLetter.set(letterOf(term), index);
  });
  const groups = Map.groupBy(pageItems(book.glossary, number), letterOf);
  return {
    letters: [...firstOfLetter].map(([letter, index]) => ({
      letter,
      url: `${urls.section('glossary', pageOf(index))}#${letterId(letter)}`,
    })),
    groups: [...groups].map(([letter, terms]) => ({
      letter,
      terms: terms.map(({ term, aliases, definition, usedIn }) => ({
        id: anchor(term),
        term,
        aliases,
        definition,
        usedIn: usedIn.slice(0, ENTRIES_SHOWN).map((entry) => viewEntryLine(context, entry)),
        more: usedIn.length > ENTRIES_SHOWN ? { count: usedIn.length, url: urls.search(term) } : undefined,
      })),
    })),
    total: book.glossary.length,
    pagination: paginate(number, glossaryPages(context), (page) => urls.section('glossary', page)),
  };
}

export const letterId = (letter: string): string => (letter === '#' ? 'letter-other' : `letter-${letter}`);
