import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parsePart } from '../../src/book/parts.ts';
import { modelProblems, readFiles } from '../small-book.ts';
import { describeProblems, readCases, unfold } from '../yaml-cases.ts';

interface Case {
  name: string;
  /** Default: an entry of the small book. */
  file?: string;
  text?: string;
  /** Bytes in hexadecimal, for what is not UTF-8 text. */
  bytes?: string;
  problems?: string[];
  /** What is read, by path: `figures.0.value: "1.10"`. */
  gives?: Record<string, string>;
}

const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);

describe.each(readCases<Case>(fileURLToPath(new URL('cases', import.meta.url))))('$topic', ({ cases }) => {
  test.each(cases)('$name', ({ file = '2015/jia/item.md', text = '', bytes, problems: expected = [], gives = {} }) => {
    const content = bytes === undefined ? new TextEncoder().encode(unfold(text)) : Buffer.from(bytes.replace(/\s/g, ''), 'hex');
    const { problems } = readFiles({ [file]: content });
    const own = modelProblems(problems).filter((problem) => problem.file === file);
    expect(describeProblems(own, expected)).toEqual(expected);

    const { part } = parsePart(file, content);
    const read = part && 'entry' in part ? part.entry : part;
    for (const [path, value] of Object.entries(gives)) expect([path, valueAt(read, path)]).toEqual([path, value]);
  });
});
