import { problem } from '../problem.ts';
import type { RuleName } from '../rules.ts';
import { SettingsError } from '../settings.ts';

/** A source that cannot be taken in; its message is one complete Chinese sentence, and nothing has been written. */
export class ImportError extends SettingsError {}

/** The wording of `rule` with the name of the source in front. */
export function refusal(rule: RuleName, name: string, values: Record<string, string | number> = {}): ImportError {
  const { what, mend } = problem(rule, { file: name, line: 1, column: 1 }, values);
  return new ImportError(`${name}：${what}；${mend}(${rule})`);
}

/** @throws ImportError always */
export function refuse(rule: RuleName, name: string, values: Record<string, string | number> = {}): never {
  throw refusal(rule, name, values);
}
