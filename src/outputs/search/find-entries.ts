import type { FoldTable } from './fold.ts';
import { contains } from './marks.ts';
import type { OpenIndex, StoredEntry } from './pagefind-reader.ts';
import { singleChar, type Query, type Word } from './query.ts';
import { tokensOfChars } from './tokenise.ts';
import { waysTo, worthReading, type CommonTokens, type Way } from './ways.ts';

/** What a search works with. */
export interface Lookup {
  index: OpenIndex;
  table: FoldTable;
  common: CommonTokens;
  /** Tokens of titles stand at positions below this. */
  titleSpan: number;
}

export interface Hits {
  /** Places in book order of the entries found, best first. */
  entries: number[];
  /** Of a long list of hits that only reading makes sure of, the end was not read. */
  likely: boolean;
  /** The words these entries contain. */
  words: Word[];
  /** They contain what was typed as one word, spaces left out. */
  joined: boolean;
}

/** Longer words are looked for by their beginning, and the rest is read. */
const LONGEST_LOOKUP = 48;

/** Entries that are shown first, so that to read them costs nothing more. */
const SHOWN_FIRST = 6;

/** More requests than that take longer than the bytes they save. */
const MOST_READ_INSTEAD = 40;

/** Entries read for words as typed and for the rest of long words. */
const READ_AT_MOST = 60;

/** What the index says of one word, looked up one way: entry → whether the title contains it. */
interface Sighting {
  word: Word;
  way: Way;
  /** Ways left, should this one leave too many entries to read. */
  others: Way[];
  entries: Map<number, boolean>;
}

/**
 * The entries that contain every word and none of those to leave out: exactly those, unless `likely`. Titles come
 * first, then BM25, then book order. Words with only spaces between them are first looked for as one: in texts spaces
 * count for nothing.
 */
export async function findEntries(lookup: Lookup, query: Query): Promise<Hits> {
  if (query.joined) {
    const hits = await findWords(lookup, query.joined, query.without);
    if (hits.entries.length > 0) return { ...hits, joined: true };
  }
  return findWords(lookup, query.words, query.without);
}

async function findWords(lookup: Lookup, words: Word[], without: Word[]): Promise<Hits> {
  if (words.length === 0) return { entries: [], likely: false, words, joined: false };
  const barred = await Promise.all(without.filter((word) => !mustRead(word)).map((word) => sightSurely(lookup, word)));
  const candidates = (sightings: Sighting[]) => intersect(sightings).filter((entry) => !barred.some(({ entries }) => entries.has(entry)));
  let sightings = await Promise.all(words.map((word) => sight(lookup, word, waysOf(lookup, word))));
  let entries = candidates(sightings);
  while (sightings.some(({ others }) => others.length > 0) && entries.length > SHOWN_FIRST + readInstead(lookup, sightings)) {
    sightings = await Promise.all(sightings.map((sighting) => (sighting.others.length > 0 ? sight(lookup, sighting.word, sighting.others) : sighting)));
    entries = candidates(sightings);
  }
  const read = sightings.some(({ way }) => !way.exact) || [...words, ...without].some(mustRead);
  const right = read ? await readEntries(lookup, without, sightings, entries.slice(0, READ_AT_MOST)) : entries;
  const likely = read && entries.length > READ_AT_MOST;
  if (likely) right.push(...entries.slice(READ_AT_MOST));
  const inTitle = (entry: number) => sightings.every((sighting) => sighting.entries.get(entry) === true);
  const wanted = singleChar(words) === undefined ? right : right.filter(inTitle);
  return { entries: await rank(lookup, sightings, wanted, inTitle), likely, words, joined: false };
}

const mustRead = ({ chars, literal }: Word): boolean => literal !== undefined || chars.length > LONGEST_LOOKUP;

/** Entries read rather than go the next ways. */
const readInstead = ({ common }: Lookup, sightings: Sighting[]): number =>
  Math.min(
    MOST_READ_INSTEAD,
    sightings.reduce((sum, { way, others }) => sum + (others[0] ? worthReading(way, others[0], common) : 0), 0),
  );

/** A word of one character is found by what begins with it. */
const waysOf = ({ common }: Lookup, { chars }: Word): Way[] =>
  chars.length === 1 ? [{ rows: [tokensOfChars(chars)], exact: true }] : waysTo(chars.slice(0, LONGEST_LOOKUP), common);

const sightSurely = (lookup: Lookup, word: Word): Promise<Sighting> => sight(lookup, word, waysOf(lookup, word).slice(-1));

/** Goes the first of the ways. Pagefind's quoted search gives the exact set, its unquoted one the rank; neither does both. */
async function sight({ index, titleSpan }: Lookup, word: Word, [way, ...others]: Way[]): Promise<Sighting> {
  const isChar = word.chars.length === 1;
  if (isChar) await index.loadTokens(way!.rows[0]![0]!);
  const sets = await Promise.all(way!.rows.map((tokens) => index.search(isChar ? tokens[0]! : `"${tokens.join(' ')}"`)));
  const titles = sets.map((results) => new Map(results.map(({ entry, positions }) => [entry, positions.some((position) => position < titleSpan)])));
  const [smallest, ...rest] = titles.sort((a, b) => a.size - b.size);
  const entries = new Map([...smallest!].filter(([entry]) => rest.every((set) => set.has(entry))));
  return { word, way: way!, others, entries };
}

/** Entries of all sightings, in book order. */
function intersect(sightings: Sighting[]): number[] {
  const [smallest, ...others] = [...sightings].sort((a, b) => a.entries.size - b.entries.size);
  if (!smallest) return [];
  return [...smallest.entries.keys()].filter((entry) => others.every(({ entries }) => entries.has(entry))).sort((a, b) => a - b);
}

/** Those entries whose text bears the sightings out; what their titles say is noted in the sightings. */
async function readEntries({ index, table }: Lookup, without: Word[], sightings: Sighting[], entries: number[]): Promise<number[]> {
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

/** Only tokens that are loaded already weigh. */
async function rank({ index }: Lookup, sightings: Sighting[], entries: number[], inTitle: (entry: number) => boolean): Promise<number[]> {
  if (entries.length < 2) return entries;
  const tokens = new Set(sightings.flatMap(({ way }) => way.rows.flat()));
  const results = await index.search([...tokens].join(' '));
  const scores = new Map(results.map(({ entry, score }) => [entry, score]));
  const order = new Map(entries.map((entry) => [entry, [Number(inTitle(entry)), scores.get(entry) ?? 0] as const]));
  return [...entries].sort((a, b) => {
    const [[titleA, scoreA], [titleB, scoreB]] = [order.get(a)!, order.get(b)!];
    return titleB - titleA || scoreB - scoreA || a - b;
  });
}
