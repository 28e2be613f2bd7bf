import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Problem } from '../src/problem.ts';

/** Cases that an editor can read and add: see the README beside them. */
// Failsafe, as in the content itself: every value is the text that is written.
export function readCases<T>(folder: string): { topic: string; cases: T[] }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ topic: basename(name, '.yaml'), cases: parse(readFileSync(join(folder, name), 'utf8'), { schema: 'failsafe' }) as T[] }));
}

/** `⟨改×10000⟩` stands for 10,000 times 改: nobody wants to read them. */
export const unfold = (text: string): string =>
  text.replace(/⟨([^⟨⟩]*?)×(\d+)⟩/gs, (_, piece: string, times: string) => piece.repeat(Number(times)));

/**
 * A problem as the case writes it: `8:5 book/see` or, where the case gives the sentence too, the sentence behind it.
 * `withFile` puts the file in front, as in the message an editor sees.
 */
export function describeProblems(problems: Problem[], expected: string[], { withFile = false } = {}): string[] {
  return problems.map(({ file, line, column, rule, what, mend }, index) => {
    const short = `${withFile ? `${file}:` : ''}${line}:${column} ${rule}`;
    return /^\S+ \S+ ./.test(expected[index] ?? '') ? `${short} ${what}；${mend}` : short;
  });
}
