import hkPhrases from 'opencc-js/dict/HKVariantsPhrases';
import hkVariants from 'opencc-js/dict/HKVariants';
import stCharacters from 'opencc-js/dict/STCharacters';
import stPhrases from 'opencc-js/dict/STPhrases';
import tsCharacters from 'opencc-js/dict/TSCharacters';
import twVariants from 'opencc-js/dict/TWVariants';
import type { FoldTable } from './fold.ts';

/**
 * Joined by OpenCC in phrases only (瞭解 is 了解), and here everywhere: the first of each is rare by itself. Others it
 * joins so are left apart, as 畫 and 划: who looks for 画面 does not mean 规划面积.
 */
const IN_PHRASES = ['瞭了', '藉借', '沈沉', '衹只', '鍾锺', '么幺', '薰熏'];

/** 鍊 is 炼; in names of jewellery OpenCC takes it for 鏈. */
const OPENCC_SLIP = '链鍊';

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
    if (a !== b) parents.set(rootOf(a), rootOf(b));
  };
  const traditional = new Set<string>();
  for (const [from, to] of linesOf(tsCharacters)) {
    traditional.add(from);
    join(from, to[0]!);
  }
  for (const dictionary of [stCharacters, hkVariants, twVariants]) {
    for (const [from, to] of linesOf(dictionary)) for (const candidate of to) join(from, candidate);
  }
  for (const [from = '', to = ''] of IN_PHRASES) join(from, to);
  // Phrases name writings that no list of characters has. Where 象 becomes 像, though, that is another Simplified word.
  const inSimplified = new Set(linesOf(stPhrases).flatMap(([from]) => [...from]));
  for (const [from, [to = '']] of [...linesOf(stPhrases), ...linesOf(hkPhrases)]) {
    const [before, after] = [[...from], [...to]];
    if (before.length !== after.length) continue;
    before.forEach((writing, at) => {
      if (!inSimplified.has(after[at]!) && writing + after[at] !== OPENCC_SLIP) join(writing, after[at]!);
    });
  }
  const isTraditional = (writing: string) => Number(traditional.has(writing));
  return [...Map.groupBy(parents.keys(), rootOf).values()].map((writings) =>
    writings.sort((a, b) => isTraditional(a) - isTraditional(b) || (a < b ? -1 : 1)),
  );
}
