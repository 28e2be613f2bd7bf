import { markText, snippetsOf, type Piece } from '../marks.ts';
import type { OpenIndex, StoredEntry } from '../pagefind-reader.ts';
import { element, type Child } from './element.ts';
import { isRight, runsOf, type Found } from './find.ts';

/** Hits shown at once, and more with each press: the first lot is small because each costs a file. */
export const FIRST_HITS = 10;
export const MORE_HITS = 20;

/** The next hits as list items, those left out that turn out not to be what was typed. */
export async function renderHits(found: Found, from: number, count: number, index: OpenIndex, base: string, text: string): Promise<HTMLLIElement[]> {
  const entries = await Promise.all(found.entries.slice(from, from + count).map((entry) => index.entry(entry)));
  return entries
    .filter((entry) => !found.likely || isRight(entry, found.query, found.table))
    .map((entry) => renderHit(entry, found, base, text));
}

function renderHit(entry: StoredEntry, { query, table }: Found, base: string, text: string): HTMLLIElement {
  const { id, title, lang, chapter, domain } = entry.meta;
  const [year = '', district = ''] = id.split('/');
  const words = query.words;
  const link = element('a', { href: `${base}${id}/#q=${encodeURIComponent(text)}` }, ...marked(markText(title, words, table)));
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
