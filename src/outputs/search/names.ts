/**
 * Names: what the search box proposes while one types. Every name stands under the beginnings of its words, written
 * out, in pinyin and by initials, in one long list in the order of those beginnings. The list is cut into shards; a
 * small table of contents says which shard a beginning stands in. Shared by build and browser.
 */

export const nameKinds = ['term', 'district', 'chapter', 'document', 'subject', 'organisation', 'entry'] as const;
export type NameKind = (typeof nameKinds)[number];

/** `path` is relative to the site's base; `''` means to search for the name. `context` tells names alike apart. */
export interface Name {
  kind: NameKind;
  text: string;
  path: string;
  context: string;
}

/** A name under one beginning: [beginning, rank, text, path, context]; the rank holds the kind. */
export type NameRow = [key: string, rank: number, text: string, path: string, context: string];

export interface NameContents {
  /** Beginning of each shard, in order; shard N is `names/N.json`. */
  starts: string[];
  edition: string;
}

/** Beginnings are no longer than what people type before they choose. */
export const LONGEST_KEY = 12;

/** Sorts after a beginning itself and before all that goes on from it: under it stand the best of a crowded beginning. */
export const HEAD = '\u0001';

/** How many names a crowded beginning keeps, and how many rows make it one. */
export const HEAD_SIZE = 10;
export const CROWDED = 40;

/** Names of one kind among those proposed, where other kinds have some too. */
const MOST_OF_KIND = 4;

export const rankOf = (kind: NameKind, fromStart: boolean): number => nameKinds.indexOf(kind) * 2 + (fromStart ? 0 : 1);
export const kindOf = (rank: number): NameKind => nameKinds[rank >> 1]!;

/** Names that begin with what was typed come first, then by kind, then the shorter. */
export const byRank = (a: NameRow, b: NameRow): number =>
  (a[1] % 2) - (b[1] % 2) || a[1] - b[1] || a[2].length - b[2].length || (a[2] < b[2] ? -1 : 1);

/** The names to propose out of many rows: the best, yet not all of one kind where there are others. */
export function bestRows(rows: NameRow[]): NameRow[] {
  const distinct = new Map([...rows].sort(byRank).reverse().map((row) => [`${kindOf(row[1])} ${row[2]} ${row[3]}`, row]));
  const ranked = [...distinct.values()].sort(byRank);
  const ofKind = new Map<NameKind, number>();
  const first = ranked.filter(([, rank]) => {
    const seen = (ofKind.get(kindOf(rank)) ?? 0) + 1;
    ofKind.set(kindOf(rank), seen);
    return seen <= MOST_OF_KIND;
  });
  const rest = ranked.filter((row) => !first.includes(row));
  return [...first.slice(0, HEAD_SIZE), ...rest].slice(0, HEAD_SIZE).sort(byRank);
}

/** Folded characters, letters in small → the form of beginnings. */
export const nameKey = (chars: string[]): string => chars.join('').slice(0, LONGEST_KEY);

/** Loads shard N. */
export type LoadShard = (shard: number) => Promise<NameRow[]>;

/** The best names that stand under what was typed (a `nameKey`), at most `HEAD_SIZE`; two shards are loaded at most. */
export async function lookUpNames(contents: NameContents, key: string, load: LoadShard): Promise<Name[]> {
  if (key === '' || contents.starts.length === 0) return [];
  const head = await load(shardOf(contents, key + HEAD));
  const crowded = head.filter(([rowKey]) => rowKey === key + HEAD);
  const rows = crowded.length > 0 ? crowded : await rowsUnder(contents, key, load);
  return bestRows(rows).map(([, rank, text, path, context]) => ({ kind: kindOf(rank), text, path, context }));
}

async function rowsUnder(contents: NameContents, key: string, load: LoadShard): Promise<NameRow[]> {
  const shards = new Set([shardOf(contents, key), shardOf(contents, `${key}\uffff`)]);
  const rows = await Promise.all([...shards].map(load));
  return rows.flat().filter(([rowKey]) => rowKey.startsWith(key) && !rowKey.endsWith(HEAD));
}

/** The last shard that begins at or before the key. */
function shardOf({ starts }: NameContents, key: string): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}
