import { rules, type RuleName } from './rules.ts';

/** Where something stands: path relative to the content folder, line and column counted from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** `error`: the book would be wrong, nothing is built. `advice`: style; never stops a build. */
export type Severity = 'error' | 'advice';

/** One thing an editor can mend: where it is, what is wrong with its value, how to mend it. */
export interface Problem extends Place {
  rule: RuleName;
  severity: Severity;
  what: string;
  mend: string;
}

/** Values are quoted in messages; a pasted page must not drown the sentence around it. */
const LONGEST_QUOTED_VALUE = 60;

const inOneLine = (value: string | number): string => String(value).replace(/\s+/gu, ' ');

const shorten = (value: string | number): string => {
  const oneLine = inOneLine(value);
  if (oneLine.length <= LONGEST_QUOTED_VALUE) return oneLine;
  // A rare Han character is two units long and must not be halved.
  const characters = [...oneLine.slice(0, 2 * LONGEST_QUOTED_VALUE + 1)];
  return `${characters.slice(0, LONGEST_QUOTED_VALUE).join('')}……`;
};

/** Slots that hold words of ours, the names to choose from, or where the other one stands: an editor needs all of them. */
const OURS = new Set(['suggestion', 'description', 'expected', 'other']);

const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (slot, name: string) => (!(name in values) ? slot : OURS.has(name) ? inOneLine(values[name]!) : shorten(values[name]!)));

/** Words one problem by its rule; `{slots}` of the rule's sentences are filled from `values`. */
export function problem(
  rule: RuleName,
  place: Place,
  values: Record<string, string | number> = {},
): Problem {
  const { severity, what, mend } = rules[rule];
  return { ...place, rule, severity, what: fill(what, values), mend: fill(mend, values) };
}

/** In book-reading order: by file, line, column, rule. */
export function sortProblems(problems: Problem[]): Problem[] {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) => byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule),
  );
}

export const isError = (p: Problem): boolean => p.severity === 'error';

/**
 * A file of the content folder as a path that can be clicked and that a forge links to its line: `content`, `./content/`
 * are one folder, and `.` adds nothing. Without a file, the folder itself.
 */
export function pathIn(folder: string, file: string): string {
  const plain = folder.replace(/^\.(?:[\\/]+|$)/, '').replace(/(?<=.)[\\/]+$/, '');
  return [plain, file].filter(Boolean).join('/') || '.';
}

/** One line for an editor: `content/…/x.md:8:5 what；mend (rule)`. `folder` is the content folder as the editor typed it. */
export function formatProblem(p: Problem, folder: string): string {
  return `${pathIn(folder, p.file)}:${p.line}:${p.column} ${p.what}；${p.mend}(${p.rule})`;
}
