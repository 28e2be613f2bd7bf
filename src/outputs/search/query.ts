import type { FoldTable } from './fold.ts';
import { segmentsOf } from './tokenise.ts';

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
