import { styleText } from 'node:util';
import { formatProblem, isError, type Problem } from '../src/problem.ts';
import { PublishError } from '../src/publish.ts';
import { SettingsError } from '../src/settings.ts';

/** Prints problems one a line, errors to be seen first by their colour, then how many there are. */
export function printProblems(problems: Problem[], contentDir: string): void {
  for (const found of problems) {
    const line = formatProblem(found, contentDir);
    console.log(isError(found) ? styleText('red', line, { stream: process.stdout }) : line);
  }
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
