import { markText, snippetsOf, type Piece } from '../marks.ts';
import { runsOf, type Lookup } from '../find-entries.ts';
import type { StoredEntry } from '../pagefind-reader.ts';
import type { Word } from '../query.ts';
import { element, type Child } from './element.ts';
import { HANDED_ON } from './search-state.ts';

/** Height of a hit, in CSS pixels. */
const HIT = 150;

/** Hits shown at once: about a screenful, because each costs a file. */
export const firstHits = (): number => Math.min(Math.max(Math.round(innerHeight / HIT), 5), 10);

/** Each press shows about as many again: who goes on wants to see all. */
export const moreHits = (shown: number): number => Math.min(Math.max(shown, 20), 200);

/** Hits as list items. `text` is the query as typed, handed on to the entry's page. */
export async function renderHits(entries: number[], words: Word[], lookup: Lookup, base: string, text: string): Promise<HTMLLIElement[]> {
  const stored = await Promise.all(entries.map((entry) => lookup.index.entry(entry)));
  return stored.map((entry) => renderHit(entry, words, lookup, base, text));
}

function renderHit(entry: StoredEntry, words: Word[], { table }: Lookup, base: string, text: string): HTMLLIElement {
  const { id, title, lang, chapter, domain } = entry.meta;
  const [year = '', district = ''] = id.split('/');
  const link = element('a', { href: `${base}${id}/${HANDED_ON}${encodeURIComponent(text.toWellFormed())}` }, ...marked(markText(title, words, table)));
  const snippets = snippetsOf(runsOf(entry), words, table).map((pieces) => element('p', { class: 'hit-text', lang }, ...marked(pieces)));
  return element(
    'li',
    { class: 'hit', 'data-entry-id': id },
    element('h2', { class: 'song', lang }, link),
    element(
      'p',
      { class: 'hit-place' },
      element('a', { href: `${base}${year}/` }, `${year}年`),
      ' · ',
      element('a', { href: `${base}${year}/${district}/` }, chapter),
      ` · ${domain}`,
    ),
    ...snippets,
  );
}

const marked = (pieces: Piece[]): Child[] =>
  pieces.map(({ text, marked: isMarked }) => (isMarked ? element('mark', {}, text) : text));
