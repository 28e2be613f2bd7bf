import hkPhrases from 'opencc-js/dict/HKVariantsPhrases';
import hkVariants from 'opencc-js/dict/HKVariants';
import stCharacters from 'opencc-js/dict/STCharacters';
import stPhrases from 'opencc-js/dict/STPhrases';
import tsCharacters from 'opencc-js/dict/TSCharacters';
import tsPhrases from 'opencc-js/dict/TSPhrases';
import twVariants from 'opencc-js/dict/TWVariants';
import type { FoldTable } from './fold.ts';

/** OpenCC pairs these in a fixed phrase or two; as characters they are strangers (坏 is 壞, not 坯). */
const STRANGERS = new Set(['坏坯', '链鍊', '鍊链']);

const linesOf = (dictionary: string): [string, string[]][] =>
  dictionary.split('|').map((line) => {
    const [from = '', ...to] = line.split(' ');
    return [from, to];
  });

/**
 * Which characters are writings of one: the Simplified, Traditional, Hong Kong and Taiwan forms OpenCC knows, joined
 * over all its candidates, since which of 復 複 覆 a writer chose is not ours to guess. Only those are kept whose
 * writings occur in `used`; nothing else can be found.
 */
export function buildFoldTable(used: ReadonlySet<string>): FoldTable {
  const classes = joinWritings();
  const table = new Map<string, string>();
  for (const writings of classes) {
    if (!writings.some((writing) => used.has(writing))) continue;
    const [simplified, ...others] = writings;
    for (const writing of others) {
      // Nobody types the rare planes; a book that prints them has them in `used`.
      if (writing.length === 1 || used.has(writing)) table.set(writing, simplified!);
    }
  }
  return table;
}

/** Classes of writings, each with a Simplified form first. */
function joinWritings(): string[][] {
  const parents = new Map<string, string>();
  const rootOf = (writing: string): string => {
    let root = writing;
    for (let parent = parents.get(root); parent && parent !== root; parent = parents.get(root)) root = parent;
    parents.set(writing, root);
    return root;
  };
  const join = (a: string, b: string) => {
    if (a !== b && !STRANGERS.has(a + b)) parents.set(rootOf(a), rootOf(b));
  };
  const traditional = new Set<string>();
  for (const [from, to] of linesOf(tsCharacters)) {
    traditional.add(from);
    join(from, to[0]!);
  }
  for (const dictionary of [stCharacters, hkVariants, twVariants]) {
    for (const [from, to] of linesOf(dictionary)) for (const candidate of to) join(from, candidate);
  }
  // Phrases name writings that no list of characters has. In Simplified phrases 象 may become 像, which is another word.
  const inSimplified = new Set(linesOf(stPhrases).flatMap(([from]) => [...from]));
  for (const dictionary of [stPhrases, tsPhrases, hkPhrases]) {
    for (const [from, [to = '']] of linesOf(dictionary)) {
      const [before, after] = [[...from], [...to]];
      if (before.length !== after.length) continue;
      before.forEach((writing, index) => {
        if (dictionary !== stPhrases || !inSimplified.has(after[index]!)) join(writing, after[index]!);
      });
    }
  }
  const isTraditional = (writing: string) => Number(traditional.has(writing));
  return [...Map.groupBy(parents.keys(), rootOf).values()].map((writings) =>
    writings.sort((a, b) => isTraditional(a) - isTraditional(b) || (a < b ? -1 : 1)),
  );
}
