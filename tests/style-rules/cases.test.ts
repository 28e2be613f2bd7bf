import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkSnippet } from '../../src/handbook/run-example.ts';
import { readCases } from '../yaml-cases.ts';

interface Case {
  name: string;
  text?: string;
  title?: string;
  problems?: string[];
  says?: string;
}

describe.each(readCases<Case>(fileURLToPath(new URL('cases', import.meta.url))))('$topic', ({ cases }) => {
  test.each(cases)('$name', ({ text, title, problems: expected = [], says }) => {
    const found = checkSnippet(title === undefined ? text! : `---\ntitle: ${title}\n`);
    expect(found.map(({ rule }) => rule).sort()).toEqual([...expected].sort());
    if (says) expect(found.map(({ what, mend }) => `${what}；${mend}`).join('\n')).toContain(says);
  });
});
