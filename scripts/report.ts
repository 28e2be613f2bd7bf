import { styleText } from 'node:util';
import { formatProblem, isError, pathIn, type Problem } from '../src/problem.ts';
import { PublishError } from '../src/publish.ts';
import { SettingsError } from '../src/settings.ts';

/** Prints problems one a line, errors to be seen first by their colour, then how many there are. */
export function printProblems(problems: Problem[], contentDir: string): void {
  for (const found of problems) {
    const line = formatProblem(found, contentDir);
    console.log(isError(found) ? styleText('red', line, { stream: process.stdout }) : line);
  }
}

/** More lines than a screen holds: the last lines must say what there is to do. */
const MANY = 20;
const MOST_NAMED = 10;

/** Which rules the advice is of, most first, and where the errors stand; nothing where every line is in sight. */
export function summariseProblems(problems: Problem[], contentDir: string): string[] {
  if (problems.length <= MANY) return [];
  const errors = problems.filter(isError);
  const byRule = Map.groupBy(problems.filter((found) => !isError(found)), ({ rule }) => rule);
  const rules = [...byRule].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
  const more = (count: number) => (count > MOST_NAMED ? '……' : '');
  return [
    ...(rules.length > 0 ? [`建议：${rules.slice(0, MOST_NAMED).map(([rule, found]) => `${rule} ${found.length}条`).join('，')}${more(rules.length)}`] : []),
    ...(errors.length > 0 && rules.length > 0
      ? [`错误在 ${errors.slice(0, MOST_NAMED).map(({ file, line, column }) => `${pathIn(contentDir, file)}:${line}:${column}`).join('、')}${more(errors.length)}`]
      : []),
  ];
}

export function countProblems(problems: Problem[]): { errors: number; advice: number } {
  const errors = problems.filter(isError).length;
  return { errors, advice: problems.length - errors };
}

/** Runs a script; what an editor can mend is one Chinese sentence and exit code 1, never a stack trace. */
export async function run(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (cause) {
    process.exitCode = 1;
    if (cause instanceof SettingsError || cause instanceof PublishError) console.error(cause.message);
    else throw cause;
  }
}
