import type { FoldTable } from './fold.ts';
import { contains } from './marks.ts';
import type { OpenIndex, StoredEntry } from './pagefind-reader.ts';
import { singleChar, type Query, type Word } from './query.ts';
import { tokensOfChars, TITLE_SPAN } from './tokenise.ts';

/** What a search works with. */
export interface Lookup {
  index: OpenIndex;
  table: FoldTable;
  /** Tokens of so many entries that their part of the index is worth going round. */
  common: ReadonlySet<string>;
}

export interface Hits {
  /** Places in book order of the entries found, best first. */
  entries: number[];
  /** Of a long list of hits that only reading makes sure of, the end was not read. */
  likely: boolean;
}

/** Longer words are looked for by their beginning, and the rest is read. */
const LONGEST_LOOKUP = 48;

/** Entries read for the sake of common tokens left out: about as many as are shown first anyway. */
const READ_INSTEAD = 12;

/** Entries read for words as typed and for the rest of long words. */
const READ_AT_MOST = 60;

/** What the index says of one word: entry → whether the title contains it. */
interface Sighting {
  word: Word;
  entries: Map<number, boolean>;
  /** Tokens were left out; an entry has the word only if its text says so. */
  partial: boolean;
}

/**
 * The entries that contain every word and none of those to leave out: exactly those, unless `likely`. Titles come
 * first, then BM25, then book order. Pagefind's quoted search gives the exact set, its unquoted one the rank; neither
 * does both.
 */
export async function findEntries(lookup: Lookup, query: Query): Promise<Hits> {
  const { words, without } = query;
  if (words.length === 0) return { entries: [], likely: false };
  const barred = await Promise.all(without.filter((word) => !mustRead(word)).map((word) => sightWhole(lookup, word)));
  const isBarred = (entry: number) => barred.some(({ entries }) => entries.has(entry));
  let sightings = await Promise.all(words.map((word) => sight(lookup, word)));
  let entries = intersect(sightings).filter((entry) => !isBarred(entry));
  if (sightings.some(({ partial }) => partial) && entries.length > READ_INSTEAD) {
    sightings = await Promise.all(sightings.map((sighting) => (sighting.partial ? sightWhole(lookup, sighting.word) : sighting)));
    entries = intersect(sightings).filter((entry) => !isBarred(entry));
  }
  const read = sightings.some(({ partial }) => partial) || [...words, ...without].some(mustRead);
  const right = read ? await readEntries(lookup, query, sightings, entries.slice(0, READ_AT_MOST)) : entries;
  const likely = read && entries.length > READ_AT_MOST;
  if (likely) right.push(...entries.slice(READ_AT_MOST));
  const single = singleChar(query) !== undefined;
  const inTitle = (entry: number) => sightings.every((sighting) => sighting.entries.get(entry) === true);
  return { entries: await rank(lookup, sightings, single ? right.filter(inTitle) : right, inTitle), likely };
}

const mustRead = ({ chars, literal }: Word): boolean => literal !== undefined || chars.length > LONGEST_LOOKUP;

const tokensToLookUp = ({ chars }: Word): string[] => tokensOfChars(chars.slice(0, LONGEST_LOOKUP));

/** Goes round common tokens where others are left to look for. */
async function sight(lookup: Lookup, word: Word): Promise<Sighting> {
  const stretches = rareStretches(tokensToLookUp(word), lookup.common);
  if (word.chars.length === 1 || stretches.length === 0) return sightWhole(lookup, word);
  const sets = await Promise.all(stretches.map((tokens) => lookup.index.search(quoted(tokens))));
  const sighted = sets.map((results): Sighting => ({ word, partial: true, entries: new Map(results.map(({ entry }) => [entry, false])) }));
  return { word, partial: true, entries: new Map(intersect(sighted).map((entry) => [entry, false])) };
}

async function sightWhole({ index }: Lookup, word: Word): Promise<Sighting> {
  const tokens = tokensToLookUp(word);
  const isChar = word.chars.length === 1;
  if (isChar) await index.loadTokens(tokens[0]!);
  const results = await index.search(isChar ? tokens[0]! : quoted(tokens));
  const entries = results.map(({ entry, positions }) => [entry, positions.some((position) => position < TITLE_SPAN)] as const);
  return { word, partial: false, entries: new Map(entries) };
}

const quoted = (tokens: string[]): string => `"${tokens.join(' ')}"`;

/** Stretches of tokens without common ones; none if there is no common one to go round. */
function rareStretches(tokens: string[], common: ReadonlySet<string>): string[][] {
  const stretches: string[][] = [[]];
  for (const token of tokens) {
    if (common.has(token)) stretches.push([]);
    else stretches.at(-1)!.push(token);
  }
  return stretches.length === 1 ? [] : stretches.filter((stretch) => stretch.length > 0);
}

/** Entries of all sightings, in book order. */
function intersect(sightings: Sighting[]): number[] {
  const [smallest, ...others] = [...sightings].sort((a, b) => a.entries.size - b.entries.size);
  if (!smallest) return [];
  return [...smallest.entries.keys()].filter((entry) => others.every(({ entries }) => entries.has(entry))).sort((a, b) => a - b);
}

/** Those entries whose text bears the sightings out; what their titles say is noted in the sightings. */
async function readEntries({ index, table }: Lookup, { without }: Query, sightings: Sighting[], entries: number[]): Promise<number[]> {
  const read = await Promise.all(entries.map(async (entry) => ({ entry, stored: await index.entry(entry) })));
  return read
    .filter(({ entry, stored }) => {
      const runs = [stored.meta.title, ...runsOf(stored)];
      for (const sighting of sightings) sighting.entries.set(entry, contains([stored.meta.title], sighting.word, table));
      return sightings.every(({ word }) => contains(runs, word, table)) && !without.some((word) => contains(runs, word, table));
    })
    .map(({ entry }) => entry);
}

export const runsOf = ({ content }: StoredEntry): string[] => (content === '' ? [] : content.split('\n'));

/** Common tokens left out weigh next to nothing in BM25. */
async function rank(
  { index, common }: Lookup,
  sightings: Sighting[],
  entries: number[],
  inTitle: (entry: number) => boolean,
): Promise<number[]> {
  if (entries.length < 2) return entries;
  const tokens = sightings.flatMap(({ word, partial }) => tokensToLookUp(word).filter((token) => !partial || !common.has(token)));
  const results = await index.search([...new Set(tokens)].join(' '));
  const scores = new Map(results.map(({ entry, score }) => [entry, score]));
  const order = new Map(entries.map((entry) => [entry, [Number(inTitle(entry)), scores.get(entry) ?? 0] as const]));
  return [...entries].sort((a, b) => {
    const [[titleA, scoreA], [titleB, scoreB]] = [order.get(a)!, order.get(b)!];
    return titleB - titleA || scoreB - scoreA || a - b;
  });
}
