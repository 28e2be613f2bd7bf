import { parsePart } from '../book/parts.ts';
import { checkParts } from '../check-content.ts';
import { problem, type Problem } from '../problem.ts';
import type { RuleName } from '../rules.ts';
import type { Example, Snippet } from './example.ts';
import { SAMPLE_ENTRY, withSnippet } from './sample-book.ts';

const settings = { contentDir: 'content', outDir: 'dist', base: '/', pdf: 'none' } as const;

/** Every problem of the sample book with the snippet in it, as `npm run check` finds them. */
export function checkSnippet(snippet: Snippet): Problem[] {
  const read = Object.entries(withSnippet(snippet)).flatMap(([file, content]) =>
    content === null ? [] : [parsePart(file, typeof content === 'string' ? new TextEncoder().encode(content) : content)],
  );
  return checkParts(read.flatMap(({ part }) => part ?? []), read.flatMap(({ problems }) => problems), settings, { drafts: true }).problems;
}

/** What an editor reads who has written the bad example. */
export function exampleProblem(rule: RuleName, { bad, message }: Example): Problem | undefined {
  if (message) return problem(rule, { file: SAMPLE_ENTRY, line: 1, column: 1 }, message);
  return checkSnippet(bad).find((found) => found.rule === rule);
}
