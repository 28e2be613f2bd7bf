import { problem, type Problem } from '../problem.ts';
import type { Passage } from './passage.ts';

const DEFINITION = /[（(]以下(?:简称|簡稱)[：:]?[“「‘]?([^）)”」’，、]{1,20})[”」’]?[^）)]*[）)]/g;

/** A short name is introduced to be used. */
export function checkShortNames(passage: Passage): Problem[] {
  if (passage.role !== 'body') return [];
  return [...passage.plain.matchAll(DEFINITION)].flatMap(({ 0: found, 1: value = '', index }) =>
    passage.text.includes(value, index + found.length) ? [] : [problem('style/short-name-unused', passage.place(index), { value })],
  );
}
