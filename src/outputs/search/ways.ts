import { COMMON, rollOf, tripleOf } from './rolls.ts';
import { tokensOfChars } from './tokenise.ts';

/** Common tokens, each with the least number of entries that have it. */
export type CommonTokens = ReadonlyMap<string, number>;

/** The classes as `start.json` holds them, parted by spaces. */
export const readCommon = (classes: string[]): CommonTokens =>
  new Map(classes.flatMap((tokens, index) => (tokens === '' ? [] : tokens.split(' ')).map((token): [string, number] => [token, COMMON * 2 ** index])));

/** One way to look a word up in the index. */
export interface Way {
  /** Each is a row of tokens that follow each other; an entry must have all rows. */
  rows: string[][];
  /** The entries with all rows are those with the word; otherwise they only may be. */
  exact: boolean;
}

/**
 * Ways to look up a word of two characters and more, from the cheapest to one that is exact. What the others leave open
 * is found out by reading the entries.
 */
export function waysTo(chars: string[], common: CommonTokens): Way[] {
  const tokens = tokensOfChars(chars);
  const isCommon = (token: string) => common.has(token);
  const [first] = tokens;
  if (tokens.length === 1) return [{ rows: [[isCommon(first!) ? rollOf(first!) : first!]], exact: true }];
  const whole = { rows: [phrase(tokens, isCommon)], exact: true };
  if (whole.rows[0]!.length === 1) return [whole];
  const ways: Way[] = [{ rows: spread(tokens, isCommon), exact: false }];
  if (tokens.some(isCommon) && !tokens.every(isCommon)) ways.push({ rows: stretches(tokens, isCommon), exact: false });
  return [...ways, whole];
}

/** Tokens in a row; where two common ones follow each other the triple, which also stands for the second at the end. */
function phrase(tokens: string[], isCommon: (token: string) => boolean): string[] {
  return tokens.flatMap((token, at) => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (!isCommon(token)) return [token];
    if (next !== undefined) return [isCommon(next) ? tripleOf(token, next) : token];
    return before !== undefined && isCommon(before) ? [] : [token];
  });
}

/** About every other token, so that each character is looked for once; of common ones only if there is nothing else. */
function spread(tokens: string[], isCommon: (token: string) => boolean): string[][] {
  const rows: string[][] = [];
  let covered = -1;
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (isCommon(token) || (at <= covered && next !== undefined && !isCommon(next))) return;
    rows.push([token]);
    covered = at + 1;
  });
  return rows.length > 0 ? rows : phrase(tokens, isCommon).filter((_, at, all) => at % 2 === 0 || at === all.length - 1).map((token) => [token]);
}

/** Stretches of rare tokens, and of common ones; one common token between rare ones tells little for what it costs. */
function stretches(tokens: string[], isCommon: (token: string) => boolean): string[][] {
  const runs: string[][] = [];
  tokens.forEach((token, at) => {
    if (at > 0 && isCommon(token) === isCommon(tokens[at - 1]!)) runs.at(-1)!.push(token);
    else runs.push([token]);
  });
  return runs.filter(([token, more]) => more !== undefined || !isCommon(token!)).map((run) => phrase(run, isCommon));
}

/** About what a chunk of the index, a line of a common token's places and the text of an entry are to load, in bytes. */
const CHUNK = 3000;
const PLACES = 3.5;
const ENTRY = 1400;

/** How many entries may be read for what the way after this one would cost more. */
export function worthReading(way: Way, next: Way, common: CommonTokens): number {
  const loaded = new Set(way.rows.flat());
  const missing = next.rows.flat().filter((token) => !loaded.has(token));
  return missing.reduce((sum, token) => sum + (common.get(token) ?? CHUNK / PLACES) * PLACES, 0) / ENTRY;
}
