import { problem, type Problem } from '../problem.ts';
import type { Passage } from './passage.ts';

/** 以下简称, 下称 announce a name to be used; a bare 简称 (上海，简称沪) need not be. */
const DEFINITION = /[（(]((?:以下|下)[简簡统統]?[称稱]|[简簡][称稱])[：:为為]?[“「‘]?([^）)”」’，、]{1,20})[”」’]?[^）)]*[）)]/g;

/** The full name before the brackets may contain its short form. */
const LONGEST_FULL_NAME = 60;
const DEFINITION_START = /[（(](?:以下|下)?[简簡统統]?[称稱]/;

/** A short name is introduced to be used, and used only once it is introduced. */
export function checkShortNames(passage: Passage): Problem[] {
  if (passage.role !== 'body') return [];
  return [...passage.plain.matchAll(DEFINITION)].flatMap(({ 0: found, 1: announced = '', 2: value = '', index }) => {
    // 《方案》 is a mark of its own, 方案 is any plan.
    const before = value.startsWith('《') ? passage.plain : passage.open;
    const early = value.length >= 3 ? before.slice(0, Math.max(0, index - fullNameLength(passage.plain, index))).indexOf(value) : -1;
    const definedBefore = early !== -1 && DEFINITION_START.test(passage.plain.slice(Math.max(0, early - 8), early));
    return [
      ...(early !== -1 && !definedBefore ? [problem('style/short-name-early', passage.place(early), { value })] : []),
      ...(!/下/.test(announced) || passage.text.includes(value, index + found.length) ? [] : [problem('style/short-name-unused', passage.place(index), { value })]),
    ];
  });
}

/** Back to the mark before it. */
const fullNameLength = (text: string, index: number): number => Math.min(LONGEST_FULL_NAME, /[^，。；：！？\n]*$/.exec(text.slice(0, index))![0].length);
