import { Trie } from 'opencc-js/core';
import { convertWith, type ScriptTable } from './convert.ts';

/** How a text is converted in full, and the phrases that conversion knows. */
export interface Conversion {
  convert(text: string): string;
  phrases: readonly string[];
}

/**
 * The least table that converts every one of `runs` as the full conversion does: single characters, and those phrases
 * whose characters do not simply follow. What OpenCC needs 453 kB for, a book's own words need a twentieth of.
 */
export function compileTable(runs: Iterable<string>, { convert, phrases }: Conversion): ScriptTable {
  const trie = new Trie();
  for (const phrase of phrases) trie.addWord(phrase, phrase);
  const table: ScriptTable = { characters: new Map(), phrases: new Map() };
  const known = new Set<string>();
  const learn = (character: string) => {
    if (known.has(character)) return;
    known.add(character);
    const converted = convert(character);
    if (converted !== character) table.characters.set(character, converted);
  };
  for (const run of runs) {
    for (const character of run) learn(character);
    const wanted = convert(run);
    if (convertWith(table, run) === wanted) continue;
    const segments = trie.segment(run).filter((segment) => [...segment].length > 1);
    const differs = (segment: string) => convertWith(table, segment) !== convert(segment);
    for (const segment of segments.filter(differs)) table.phrases.set(segment, convert(segment));
    if (convertWith(table, run) === wanted) continue;
    // A phrase that converts as its characters do may still keep another from beginning inside it.
    for (const segment of segments) table.phrases.set(segment, convert(segment));
  }
  return table;
}
