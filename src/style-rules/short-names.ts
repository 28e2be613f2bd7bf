import { problem, type Problem } from '../problem.ts';
import type { Passage } from './passage.ts';

const DEFINITION = /[（(]以下(?:简称|簡稱)[：:]?[“「‘]?([^）)”」’，、]{1,20})[”」’]?[^）)]*[）)]/g;

/** The full name before the brackets may contain its short form. */
const LONGEST_FULL_NAME = 60;
const DEFINITION_START = /[（(]以下(?:简称|簡稱)/;

/** A short name is introduced to be used, and used only once it is introduced. */
export function checkShortNames(passage: Passage): Problem[] {
  if (passage.role !== 'body') return [];
  return [...passage.plain.matchAll(DEFINITION)].flatMap(({ 0: found, 1: value = '', index }) => {
    const early = value.length >= 3 ? passage.open.slice(0, Math.max(0, index - fullNameLength(passage.plain, index))).indexOf(value) : -1;
    const definedBefore = early !== -1 && DEFINITION_START.test(passage.plain.slice(Math.max(0, early - 8), early));
    return [
      ...(early !== -1 && !definedBefore ? [problem('style/short-name-early', passage.place(early), { value })] : []),
      ...(passage.text.includes(value, index + found.length) ? [] : [problem('style/short-name-unused', passage.place(index), { value })]),
    ];
  });
}

/** Back to the mark before it. */
const fullNameLength = (text: string, index: number): number => Math.min(LONGEST_FULL_NAME, /[^，。；：！？\n]*$/.exec(text.slice(0, index))![0].length);
