import type { Book } from './book/book.ts';
import { buildBook } from './book/build.ts';
import type { Part } from './book/part.ts';
import { readContentFolder } from './content-folder.ts';
import { suggest } from './entry/nearest.ts';
import { isError, problem, sortProblems, type Problem } from './problem.ts';
import { rules, type RuleName } from './rules.ts';
import type { Settings } from './settings.ts';
import { checkBookStyle } from './style-rules/check-book.ts';

export interface CheckedContent {
  /** Absent where the folder lacks what a book cannot be without. */
  book?: Book;
  parts: Part[];
  /** All problems of all files in order of place, without the advice that `site.yaml` silences. */
  problems: Problem[];
}

/** Reads a content folder and finds everything an editor should know about it. */
export async function checkContent(settings: Settings, options: { drafts?: boolean } = {}): Promise<CheckedContent> {
  const { parts, problems } = await readContentFolder(settings.contentDir);
  if (problems.some(({ rule }) => rule === 'file/folder')) return { parts, problems };
  return checkParts(parts, problems, settings, options);
}

/** Parts already read, with the problems found in reading them → the Book and all problems. */
export function checkParts(
  parts: Part[],
  fileProblems: Problem[],
  settings: Settings,
  { drafts = false }: { drafts?: boolean } = {},
): CheckedContent {
  const { book, problems: bookProblems } = buildBook(parts, { drafts });
  const problems = [...fileProblems, ...bookProblems, ...(book ? checkBookStyle(book, parts) : []), ...(book ? checkSite(book, parts, settings) : [])];
  const quiet = new Set<string>(book?.site.quiet ?? []);
  return { book, parts, problems: sortProblems(problems.filter((found) => isError(found) || !quiet.has(found.rule))) };
}

function checkSite({ site }: Book, parts: Part[], settings: Settings): Problem[] {
  const at = { file: 'site.yaml', line: 1, column: 1 };
  const places = parts.find((part) => part.kind === 'site')?.places;
  const advisory = Object.keys(rules).filter((name) => rules[name as RuleName].severity === 'advice');
  return [
    ...site.quiet.flatMap((value, index) => {
      if (advisory.includes(value)) return [];
      const [line, column] = places?.[`quiet.${index}`] ?? [1, 1];
      const suggestion = value in rules ? '这是错误的名字，错误不能静音，请删去' : suggest(value, advisory, '请照检查结果末尾括号里的名字写');
      return [problem('site/quiet', { ...at, line, column }, { value, suggestion })];
    }),
    ...(settings.site || site.url ? [] : [problem('site/no-address', at)]),
  ];
}
