/**
 * Rolls: which entries hold a common pair or triple of characters, without all the places where. A pair like 改革 stands
 * in so many entries that its places cost a reader tens of kilobytes, and a query of one pair does not need them.
 * A triple of two common pairs has a roll too, for a query of three characters. Shared by build and browser.
 */

/** What a roll is looked up as: signs of a script that no token is spelled in. */
const PAIR_SIGN = '\u{a500}';
const TRIPLE_SIGN = '\u{a501}';

export const pairRoll = (token: string): string => PAIR_SIGN + token;
/** Of two tokens that follow each other: 改革 革试 → 改革试. */
export const tripleRoll = (token: string, next: string): string => TRIPLE_SIGN + token + [...next].at(-1)!;

/** One entry of a roll: its place in book order, whether the title has it, and how often it stands there. */
export interface RollLine {
  entry: number;
  inTitle: boolean;
  times: number;
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

/**
 * The rolls of all common pairs and triples, by what they are looked up as. `texts` are the entries' tokens as indexed,
 * the title's below `titleSpan`.
 */
export function rollsOf(texts: string[][], common: ReadonlySet<string>, titleSpan: number): Map<string, RollLine[]> {
  const rolls = new Map<string, RollLine[]>();
  const enter = (name: string, entry: number, inTitle: boolean) => {
    const roll = rolls.get(name);
    const last = roll?.at(-1);
    if (last?.entry === entry) last.times += 1;
    else if (roll) roll.push({ entry, inTitle, times: 1 });
    else rolls.set(name, [{ entry, inTitle, times: 1 }]);
  };
  texts.forEach((tokens, entry) =>
    tokens.forEach((token, at) => {
      if (!common.has(token)) return;
      enter(pairRoll(token), entry, at < titleSpan);
      const next = tokens[at + 1];
      if (next !== undefined && common.has(next)) enter(tripleRoll(token, next), entry, at < titleSpan);
    }),
  );
  return rolls;
}
