/**
 * Common pairs of characters. A pair like 改革 stands in so many entries that its places cost a reader tens of kilobytes,
 * and a query of one pair does not need them: its roll says only which entries have it. Where two common pairs follow
 * each other, the triple has places of its own, fewer than either. Shared by build and browser.
 */

/** Rolls and triples begin with a sign of a script that no token is spelled in. */
const ROLL_SIGN = '\u{a500}';
const TRIPLE_SIGN = '\u{a501}';

export const rollOf = (token: string): string => ROLL_SIGN + token;
/** Of two tokens that follow each other: 改革 革试 → 改革试. It stands where the first does. */
export const tripleOf = (token: string, next: string): string => TRIPLE_SIGN + token + [...next].at(-1)!;

/** One entry, by its place in book order, and where a token stands in it, in order. */
export interface Line {
  entry: number;
  places: number[];
}

/** Tokens of that many entries are common; each class holds twice as many entries as the one before. */
export const COMMON = 1000;

/** Common tokens by class, from `COMMON` entries on. */
export function commonTokens(entriesWith: ReadonlyMap<string, number>): string[][] {
  const classes: string[][] = [];
  for (const [token, entries] of entriesWith) {
    if (entries >= COMMON && [...token].length > 1) (classes[Math.floor(Math.log2(entries / COMMON))] ??= []).push(token);
  }
  return Array.from(classes, (tokens) => tokens ?? []);
}

/** Times a token stands in an entry that a roll tells apart, for the rank. */
const MOST_TIMES = 4;

/**
 * Rolls and triples of the common tokens, by what they are looked up as. `texts` are the entries' tokens as indexed, the
 * title's below `titleSpan`. In a roll, places only count: the first says whether the title has the token.
 */
export function rollsOf(texts: string[][], common: ReadonlySet<string>, titleSpan: number): Map<string, Line[]> {
  const words = new Map<string, Line[]>();
  const placesIn = (name: string, entry: number): number[] => {
    const lines = words.get(name) ?? [];
    words.set(name, lines);
    if (lines.at(-1)?.entry !== entry) lines.push({ entry, places: [] });
    return lines.at(-1)!.places;
  };
  texts.forEach((tokens, entry) =>
    tokens.forEach((token, at) => {
      if (!common.has(token)) return;
      const counted = placesIn(rollOf(token), entry);
      if (counted.length < MOST_TIMES) counted.push((counted[0] ?? (at < titleSpan ? 0 : titleSpan)) + counted.length);
      const next = tokens[at + 1];
      if (next !== undefined && common.has(next)) placesIn(tripleOf(token, next), entry).push(at);
    }),
  );
  return words;
}
