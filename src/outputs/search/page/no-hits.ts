import { nearest } from '../../../entry/nearest.ts';
import { findEntries, type Lookup } from '../find-entries.ts';
import type { Query, Word } from '../query.ts';
import type { SearchData } from './search-data.ts';

/** A query that would find something. */
export interface Instead {
  text: string;
  /** Number of hits; absent where it was not counted. */
  count?: number;
}

/** Attempts at finding a shorter query; the chunks they need are mostly loaded already. */
const ATTEMPTS = 24;

/** Characters of a word that are tried. */
const LONGEST_CUT = 24;

/** What to propose when nothing was found: a name much like what was typed, then parts of it that do occur. */
export async function insteadOf(text: string, query: Query, data: SearchData, lookup: Lookup): Promise<Instead[]> {
  const [similar, parts] = await Promise.all([similarNames(text, query, data), partsFound(query, lookup)]);
  const proposed = [...similar.map((name): Instead => ({ text: name })), ...parts].filter((instead) => instead.text !== text);
  return [...new Map(proposed.map((instead) => [instead.text, instead])).values()].slice(0, 5);
}

/** Names that share a beginning with some character of the query and are few changes away from it. */
async function similarNames(text: string, { words }: Query, data: SearchData): Promise<string[]> {
  const chars = words.flatMap((word) => word.chars);
  if (chars.length < 2 || chars.length > 20) return [];
  const beginnings = new Set([text, ...chars.slice(0, 6), ...chars.slice(1, 6).map((char, at) => chars[at]! + char)]);
  const found = await Promise.all([...beginnings].map((beginning) => data.names(beginning).catch(() => [])));
  const names = found.flat().map(({ text: name }) => name);
  // 政府购卖 is nearer to the beginning of 政府购买服务 than to the whole.
  const match = nearest(chars.join(''), new Set([...names, ...names.map((name) => [...name].slice(0, chars.length).join(''))]));
  return match ? [match] : [];
}

/** Of several words those that occur; one word cut where its parts occur, as the longest parts from its beginning on. */
async function partsFound({ words }: Query, lookup: Lookup): Promise<Instead[]> {
  const count = async (parts: Word[]) => (await findEntries(lookup, { words: parts, without: [], cut: false })).entries.length;
  const proposals = words.length > 1 ? words.slice(0, ATTEMPTS).map((word) => [word]) : await cutWord(words[0], count);
  const counted = await Promise.all(proposals.map(async (parts) => ({ text: parts.map(({ chars }) => chars.join('')).join(' '), count: await count(parts) })));
  return counted.filter((instead) => instead.count > 0);
}

/** All parts together, and each by itself. */
async function cutWord(word: Word | undefined, count: (parts: Word[]) => Promise<number>): Promise<Word[][]> {
  const chars = word?.chars.slice(0, LONGEST_CUT) ?? [];
  // As typed it is not there; in other writings it may be.
  if (word?.literal) return [[{ chars: word.chars }]];
  const parts: Word[] = [];
  let attempts = 0;
  for (let start = 0; start < chars.length - 1 && attempts < ATTEMPTS; ) {
    let end = chars.length;
    for (; end > start + 1 && attempts < ATTEMPTS; end -= 1) {
      attempts += 1;
      if ((await count([{ chars: chars.slice(start, end) }])) > 0) break;
    }
    if (end > start + 1 && end - start < chars.length) parts.push({ chars: chars.slice(start, end) });
    start = Math.max(end, start + 1);
  }
  return parts.length > 1 ? [parts, ...parts.map((part) => [part])] : parts.map((part) => [part]);
}
