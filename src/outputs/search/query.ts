import type { FoldTable } from './fold.ts';
import { segmentsOf, tokensOfChars, TITLE_SPAN } from './tokenise.ts';

/** One word to look for: a stretch of word characters. */
export interface Word {
  /** Folded. */
  chars: string[];
  /** As typed between `"…"`: the characters must be these, not their variants. */
  literal?: string[];
}

/** What was typed, understood. */
export interface Query {
  /** All must occur. */
  words: Word[];
  /** None may occur. */
  without: Word[];
  /** What of the text was left out, for the reader: too many words, or nothing that can be looked for. */
  cut: boolean;
}

/** A query costs about one chunk of the index a character. */
const MOST_WORDS = 16;
const MOST_CHARS = 400;

/** `"…"`, or anything up to a space; either may be led by a hyphen. */
const PIECE = /(-?)(?:"([^"]+)"(?=\s|$)|(\S+))/g;

const UNFOLDED: FoldTable = new Map();

/**
 * Any text → the words in it. Spaces and punctuation part words, `-word` excludes, `"…"` asks for the writing typed.
 * Hyphens that exclude everything typed exclude nothing.
 */
export function parseQuery(text: string, table: FoldTable): Query {
  const query: Query = { words: [], without: [], cut: text.length > MOST_CHARS };
  for (const [, hyphen, quoted, bare] of text.slice(0, MOST_CHARS).matchAll(PIECE)) {
    const written = quoted ?? bare!;
    const literals = quoted === undefined ? [] : literalSegments(quoted);
    const words = segmentsOf(written, table).map(({ chars }, index): Word => ({
      chars,
      ...(literals[index] && { literal: literals[index] }),
    }));
    (hyphen === '-' ? query.without : query.words).push(...words);
  }
  if (query.words.length === 0) [query.words, query.without] = [query.without, []];
  query.words = distinct(query.words);
  query.without = distinct(query.without);
  query.cut ||= query.words.length > MOST_WORDS || query.without.length > MOST_WORDS;
  query.words.splice(MOST_WORDS);
  query.without.splice(MOST_WORDS);
  return query;
}

/** The characters of each segment as typed; folding without a table still parts the same segments. */
const literalSegments = (text: string): string[][] =>
  segmentsOf(text, UNFOLDED).map(({ from, to }) => [...new Set(from.map((start, at) => `${start} ${to[at]!}`))].map((place) => {
    const [start, end] = place.split(' ').map(Number);
    return text.slice(start, end);
  }));

const distinct = (words: Word[]): Word[] => [
  ...new Map(words.map((word) => [`${word.chars.join('')} ${word.literal?.join('') ?? ''}`, word])).values(),
];

/** The one character a query consists of, if it does: it is looked for in titles only. */
export const singleChar = ({ words }: Query): string | undefined =>
  words.length === 1 && words[0]!.chars.length === 1 ? words[0]!.chars[0] : undefined;

/** Pagefind as far as it is needed. A hit is an entry's place in book order, positions are those of `tokenise`. */
export interface Index {
  search(term: string): Promise<{ entry: number; score: number; positions: number[] }[]>;
  /** Loads every part of the index that holds tokens beginning with `start`. */
  loadTokens(start: string): Promise<void>;
}

export interface Hits {
  /** Places in book order of the entries found, best first. */
  entries: number[];
  /** Words too long to be looked for whole, and words as typed, are only true of an entry whose text is checked. */
  unchecked: boolean;
}

/** Longer words are looked for by their beginning, and then checked. */
export const LONGEST_LOOKUP = 48;

export const needsCheck = ({ words, without }: Query): boolean =>
  [...words, ...without].some(({ chars, literal }) => literal !== undefined || chars.length > LONGEST_LOOKUP);

/**
 * The entries that contain every word, and none of `without`: exactly those, unless `unchecked`. Pagefind's quoted
 * search gives the exact set in book order, its unquoted one the BM25 rank; neither does both. Titles come first.
 */
export async function findEntries(index: Index, query: Query): Promise<Hits> {
  const { words, without } = query;
  const empty: Hits = { entries: [], unchecked: false };
  if (words.length === 0) return empty;
  const single = singleChar(query);
  const found = await Promise.all(words.map((word) => findWord(index, word)));
  // A word to leave out that is itself only half known must not remove an entry that lacks the rest of it.
  const barred = await Promise.all(without.filter((word) => !isHalfKnown(word)).map((word) => findWord(index, word)));
  const [smallest, ...others] = [...found].sort((a, b) => a.size - b.size);
  let entries = [...smallest!.keys()]
    .filter((entry) => others.every((set) => set.has(entry)) && !barred.some((set) => set.has(entry)))
    .sort((a, b) => a - b);
  const inTitle = (entry: number) => found.every((set) => set.get(entry) === true);
  if (single !== undefined) entries = entries.filter(inTitle);
  if (entries.length === 0) return empty;

  const scores = await scoresOf(index, words);
  const rank = new Map(entries.map((entry) => [entry, (inTitle(entry) ? 1e6 : 0) + (scores.get(entry) ?? 0)]));
  entries.sort((a, b) => rank.get(b)! - rank.get(a)! || a - b);
  return { entries, unchecked: needsCheck(query) };
}

const isHalfKnown = ({ chars, literal }: Word): boolean => literal !== undefined || chars.length > LONGEST_LOOKUP;

const lookupTokens = ({ chars }: Word): string[] => tokensOfChars(chars.slice(0, LONGEST_LOOKUP));

/** Entry → whether its title contains the word. */
async function findWord(index: Index, word: Word): Promise<Map<number, boolean>> {
  const tokens = lookupTokens(word);
  const isChar = word.chars.length === 1;
  if (isChar) await index.loadTokens(tokens[0]!);
  const results = await index.search(isChar ? tokens[0]! : `"${tokens.join(' ')}"`);
  return new Map(results.map(({ entry, positions }) => [entry, positions.some((position) => position < TITLE_SPAN)]));
}

async function scoresOf(index: Index, words: Word[]): Promise<Map<number, number>> {
  const tokens = new Set(words.flatMap(lookupTokens));
  const results = await index.search([...tokens].join(' '));
  return new Map(results.map(({ entry, score }) => [entry, score]));
}
