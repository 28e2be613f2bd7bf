import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { modelProblems, readFiles } from '../small-book.ts';
import { describeProblems, readCases } from '../yaml-cases.ts';

interface Case {
  name: string;
  files: Record<string, string>;
  problems?: string[];
}

/** `⟨entry see: [2015/jia/base]⟩` → an entry with that line in its frontmatter. */
const unfoldEntry = (text: string): string =>
  text.replace(/⟨entry ?(.*?)⟩/gs, (_, line: string) => {
    const fields = ['title: 事项办理', 'domain: economy', 'source: report'].filter((field) => !line.startsWith(field.split(' ')[0]!));
    return `---\n${[...fields, ...(line ? [line] : [])].join('\n')}\n---\n\n正文。\n`;
  });

describe.each(readCases<Case>(fileURLToPath(new URL('cases', import.meta.url))))('$topic', ({ cases }) => {
  test.each(cases)('$name', ({ files, problems: expected = [] }) => {
    const read = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text === '' ? null : unfoldEntry(text)]));
    const problems = modelProblems(readFiles(read).problems);
    expect(describeProblems(problems, expected, { withFile: true })).toEqual(expected);
  });
});
