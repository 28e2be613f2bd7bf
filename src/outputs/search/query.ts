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
  /** The same with nothing where only spaces stand; absent if no space parts words. */
  joined?: Word[];
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
 * Any text → the words in it. Punctuation parts words, and so do spaces where nothing contains what they part as one;
 * `-word` excludes, `"…"` asks for the writing typed.
 * Hyphens that exclude everything typed exclude nothing.
 */
export function parseQuery(text: string, table: FoldTable): Query {
  const [words, without, bare]: [Word[], Word[], string[]] = [[], [], []];
  for (const [, hyphen, quoted, unquoted] of text.slice(0, MOST_CHARS).matchAll(PIECE)) {
    const found = quoted === undefined ? wordsIn(unquoted!, table) : literalWordsIn(quoted, table);
    (hyphen === '-' ? without : words).push(...found);
    if (hyphen !== '-' && unquoted !== undefined) bare.push(unquoted);
  }
  if (words.length === 0) words.push(...without.splice(0));
  const query: Query = { words: distinct(words), without: distinct(without), cut: text.length > MOST_CHARS };
  const joined = distinct([...wordsIn(bare.join(' '), table), ...words.filter(({ literal }) => literal)]);
  if (bare.length > 1 && joined.length < words.length) query.joined = joined.slice(0, MOST_WORDS);
  query.cut ||= query.words.length > MOST_WORDS || query.without.length > MOST_WORDS;
  query.words.splice(MOST_WORDS);
  query.without.splice(MOST_WORDS);
  return query;
}

const wordsIn = (text: string, table: FoldTable): Word[] => segmentsOf(text, table).map(({ chars }) => ({ chars }));

function literalWordsIn(text: string, table: FoldTable): Word[] {
  const literals = literalSegments(text);
  return wordsIn(text, table).map((word, index) => (literals[index] ? { ...word, literal: literals[index] } : word));
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

/** The same query, but its words are looked for apart: a comma parts words where a space may not. */
export function apart(text: string): string {
  const pieces = [...text.matchAll(PIECE)].map(([piece]) => piece);
  const isBare = (piece: string) => !/^-|^"/.test(piece);
  return [pieces.filter(isBare).join('，'), ...pieces.filter((piece) => !isBare(piece))].join(' ');
}

/** The one character a query consists of, if it does: it is looked for in titles only. */
export const singleChar = (words: Word[]): string | undefined =>
  words.length === 1 && words[0]!.chars.length === 1 ? words[0]!.chars[0] : undefined;
