import { expect, test } from 'vitest';
import { formatProblem, problem, sortProblems } from '../../src/problem.ts';
import { entryText, readFiles } from '../small-book.ts';

test('all problems of all files come in one run, sorted by file, line, column, rule', () => {
  const files = {
    '2015/jia/z.md': entryText('正文<b>。', { see: ['2015/jia/none'] }),
    '2015/jia/a.md': entryText('正文。', { domain: 'none', source: ['none', 'neither'] }),
    'sources.yaml': '- {id: report, title: 报告, date: 2015年}\n',
    '2015/yi/district.md': '概况。',
    '2015/jia/k.md': new Uint8Array([0x2d, 0xca, 0xc2]),
  };
  const problems = readFiles(files).problems.filter(({ severity }) => severity === 'error');
  const places = problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
  expect(places).toEqual([
    '2015/jia/a.md:3:9 book/domain',
    '2015/jia/k.md:1:1 file/encoding',
    '2015/jia/z.md:6:7 book/see',
    '2015/jia/z.md:9:3 text/raw-html',
    '2015/yi/district.md:1:1 yaml/fence-missing',
    'sources.yaml:1:33 schema/date',
  ]);
});

test('sorting is by number, not by digits', () => {
  const at = (line: number, column: number) => problem('file/empty', { file: 'a.md', line, column });
  expect(sortProblems([at(10, 1), at(9, 10), at(9, 9)]).map(({ line, column }) => [line, column])).toEqual([[9, 9], [9, 10], [10, 1]]);
});

test('a message is one line: place, what, mend, rule', () => {
  const found = problem('book/see', { file: '2015/jia/x.md', line: 8, column: 5 }, { value: '2015/yi/ppp', suggestion: '是否为“2015/yi/ppp-roads”？' });
  expect(formatProblem(found, 'content')).toBe('content/2015/jia/x.md:8:5 参见“2015/yi/ppp”不存在；是否为“2015/yi/ppp-roads”？(book/see)');
});

test('a long value is cut and stays on its line', () => {
  const found = problem('text/raw-html', { file: 'a.md', line: 1, column: 1 }, { value: `<p>\n${'字'.repeat(100)}` });
  expect(found.what).toBe(`正文中不能写 HTML：<p> ${'字'.repeat(56)}……`);
});

test('the names to choose from are never cut', () => {
  const domains = Array.from({ length: 12 }, (_, index) => `domain-${index}`).join('、');
  expect(problem('book/domain', { file: 'a.md', line: 1, column: 1 }, { value: '别的', suggestion: `可用的领域：${domains}` }).mend).toBe(`可用的领域：${domains}`);
});

test('where the other one stands is never cut', () => {
  const other = `2015/jia/${'long-'.repeat(14)}name.md:14`;
  expect(problem('repeat/event', { file: 'a.md', line: 1, column: 1 }, { value: '事', other }).what).toBe(`“事”与 ${other} 记的像是同一件事`);
});

test('a cut never halves a character', () => {
  const found = problem('book/domain', { file: 'a.md', line: 1, column: 1 }, { value: `${'字'.repeat(59)}𠮷𠮷`, suggestion: '' });
  expect(found.what).toBe(`domains.yaml 中没有领域“${'字'.repeat(59)}𠮷……”`);
});
