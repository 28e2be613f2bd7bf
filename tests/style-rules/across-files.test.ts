import { describe, expect, test } from 'vitest';
import { SAMPLE_BOOK, SAMPLE_ENTRY } from '../../src/handbook/sample-book.ts';
import { checkSnippet } from '../../src/handbook/run-example.ts';
import { findRepeats } from '../../src/style-rules/fingerprints.ts';

const GRID = '2024/shili/grid.md';
const entry = SAMPLE_BOOK[SAMPLE_ENTRY]!;
const grid = SAMPLE_BOOK[GRID]!;
const withLines = (text: string, lines: string): string => text.replace('---\n\n', `${lines}\n---\n\n`);
const places = (files: Record<string, string>) => checkSnippet(files).map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);

const SHARED = '街道设综合窗口，社区设代办点，居民提交的材料由代办员送至窗口，办结后证照寄送到家';

describe('repeat/passage', () => {
  test('says where, and names the other place', () => {
    const [found] = checkSnippet({ [SAMPLE_ENTRY]: `${entry}\n开头不同的话，${SHARED}。\n`, [GRID]: `${grid}\n${SHARED}，另有别的话。\n` });
    expect(found).toMatchObject({ file: GRID, line: 10, column: 1, rule: 'repeat/passage' });
    expect(found!.what).toContain(`与 ${SAMPLE_ENTRY}:10 有${SHARED.replace(/，/g, '').length}个字相同：“${SHARED}”`);
  });

  test('marks and spaces between do not hide it', () => {
    expect(places({ [SAMPLE_ENTRY]: `${entry}\n${SHARED}。\n`, [GRID]: `${grid}\n${SHARED.replaceAll('，', '；')}。\n` })).toEqual([`${GRID}:10:1 repeat/passage`]);
  });

  test.each([
    ['documents', `《${SHARED}》`],
    ['quotations', `“${SHARED}”`],
  ])('%s are shared by right', (_, text) => {
    expect(places({ [SAMPLE_ENTRY]: `${entry}\n印发${text}。\n`, [GRID]: `${grid}\n参照${text}。\n` })).toEqual([]);
  });

  test('organisations named in lead are shared by right', () => {
    const name = '示例区行政审批制度改革和政务服务工作领导小组办公室综合协调处';
    const lead = `lead: [${name}]`;
    expect(places({ [SAMPLE_ENTRY]: `${withLines(entry, lead)}\n由${name}牵头。\n`, [GRID]: `${withLines(grid, lead)}\n${name}负责。\n` })).toEqual([]);
  });

  test('lists of organisations are shared by right', () => {
    const list = '区发展和改革局、区财政局、区人力资源和社会保障局、区市场监督管理局';
    expect(places({ [SAMPLE_ENTRY]: `${entry}\n由${list}牵头。\n`, [GRID]: `${grid}\n成员为${list}。\n` })).toEqual([]);
  });

  test('front matter may say the same in every volume', () => {
    expect(places({ '2024/yearbook.md': `---\ntitle: 改革年鉴 2024\n---\n\n${SHARED}。\n`, [GRID]: `${grid}\n${SHARED}。\n` })).toEqual([]);
  });
});

describe('findRepeats', () => {
  const noise = (seed: number, length: number): string =>
    Array.from({ length }, (_, index) => String.fromCodePoint(0x4e00 + ((seed * 7919 + index * index * 31 + index * seed) % 20000))).join('');

  test.each([25, 26, 31, 60])('a run of %i characters is found wherever it stands', (length) => {
    const shared = noise(99, length);
    for (let before = 0; before < 12; before += 1) {
      const found = findRepeats([noise(1, 40) + shared + noise(2, 17), noise(3, before) + shared + noise(4, 9)], 25);
      expect(found).toEqual([{ run: 1, other: 0, length, start: before, end: before + length }]);
    }
  });

  test('a shorter run is not', () => {
    const shared = noise(99, 24);
    expect(findRepeats([`甲${shared}乙`, `丙${shared}丁`], 25)).toEqual([]);
  });

  test('a run ends where something is hidden', () => {
    const shared = noise(99, 40);
    const hidden = shared.slice(0, 20) + '\uFFFC'.repeat(3) + shared.slice(23);
    expect(findRepeats([hidden, hidden], 25)).toEqual([]);
  });

  test('six million characters take seconds', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => noise(index + 5, 300));
    texts[19_999] = `${texts[0]!.slice(10, 60)}${noise(3, 50)}`;
    const started = performance.now();
    expect(findRepeats(texts, 25).some(({ run, other }) => run === 19_999 && other === 0)).toBe(true);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

const figure = (value: string, more = '') => `figures:\n  - {name: 便民服务站, value: ${value}, unit: 个, date: 2024-12${more}}`;
const said = (text: string, value: string) => `${text}\n建成便民服务站${value}个。\n`;

describe('number/conflict', () => {
  test('names both places', () => {
    const [found] = checkSnippet({ [SAMPLE_ENTRY]: said(withLines(entry, figure('13')), '13'), [GRID]: said(withLines(grid, figure('15')), '15') });
    expect(found).toMatchObject({ rule: 'number/conflict', line: 7 });
    expect(found!.what).toMatch(/^“便民服务站”这里是1[35]个，2024\/shili\/\w+\.md:7 写的是1[35]个$/);
  });

  test.each([
    ['a note explains it', '15', ', note: 含社区'],
    ['the same value', '13', ''],
  ])('silent where %s', (_, value, more) => {
    expect(places({ [SAMPLE_ENTRY]: said(withLines(entry, figure('13')), '13'), [GRID]: said(withLines(grid, figure(value, more)), value) })).toEqual([]);
  });
});

describe('repeat/event', () => {
  const event = (date: string, text: string) => `events:\n  - {date: ${date}, text: ${text}}`;

  test('the same day in nearly the same words', () => {
    expect(places({
      [SAMPLE_ENTRY]: withLines(entry, event('2024-05-06', '示例区政务服务中心启用')),
      [GRID]: withLines(grid, event('2024-05-06', '示例区政务服务中心正式启用')),
    })).toEqual([`${GRID}:7:5 repeat/event`]);
  });

  test('a day here and its month there', () => {
    const told = (date: string) => places({ [SAMPLE_ENTRY]: withLines(entry, event('2024-05-06', '示例区政务服务中心启用')), [GRID]: withLines(grid, event(date, '示例区政务服务中心启用')) });
    expect(told('2024-05')).toEqual([`${GRID}:7:5 repeat/event`]);
    expect(told('2024-06')).toEqual([]);
  });

  test('meetings of a series are told apart', () => {
    const held = (which: string) => event('2024', `区委全面深化改革委员会召开第${which}次会议`);
    expect(places({ [SAMPLE_ENTRY]: withLines(entry, held('三')), [GRID]: withLines(grid, held('四')) })).toEqual([]);
    expect(places({ [SAMPLE_ENTRY]: withLines(entry, held('三')), [GRID]: withLines(grid, held('三')) })).toEqual([`${GRID}:7:5 repeat/event`]);
  });

  test.each([
    ['another day', '2024-05-07', '示例区政务服务中心启用'],
    ['another matter', '2024-05-06', '示例区召开社区治理工作会议'],
  ])('%s is another event', (_, date, text) => {
    expect(places({ [SAMPLE_ENTRY]: withLines(entry, event('2024-05-06', '示例区政务服务中心启用')), [GRID]: withLines(grid, event(date, text)) })).toEqual([]);
  });
});

test('places in frontmatter are those of the words', () => {
  expect(places({ [SAMPLE_ENTRY]: withLines(entry, 'summary: "目前,我区设立中心"') })).toEqual([
    `${SAMPLE_ENTRY}:6:11 style/vague-time`,
    `${SAMPLE_ENTRY}:6:13 style/half-width`,
    `${SAMPLE_ENTRY}:6:14 style/first-person`,
  ]);
});

test.each([
  ['folded', 'summary: >-\n  第一行，\n  我区设立', '8:3'],
  ['literal', 'summary: |-\n  第一行，\n  我区设立', '8:3'],
  ['plain over two lines', 'summary: 第一行，\n  我区设立', '7:3'],
  ['event over two lines', 'events:\n  - date: 2024-05-06\n    text: >-\n      启用，\n      我区设立', '10:7'],
  ['quoted with escapes: at the field', 'summary: "第一行\\t，我区设立"', '6:1'],
])('a value %s', (_, lines, at) => {
  expect(places({ [SAMPLE_ENTRY]: withLines(entry, lines) })).toContain(`${SAMPLE_ENTRY}:${at} style/first-person`);
});

test('columns count as editors count: tabs, emoji and rare characters, Windows line breaks, byte order mark', () => {
  const text = `${entry}\n甲\t😀𠮷，我区设立。\n`;
  for (const written of [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n')]) {
    expect(places({ [SAMPLE_ENTRY]: written })).toContain(`${SAMPLE_ENTRY}:10:8 style/first-person`);
  }
});

test('places in a body count lines and columns of the file', () => {
  expect(places({ [SAMPLE_ENTRY]: `${entry}\n第二段，**目前**设立。\n` })).toEqual([`${SAMPLE_ENTRY}:10:7 style/vague-time`]);
});

test('quiet rules are silent', () => {
  expect(places({ 'site.yaml': `${SAMPLE_BOOK['site.yaml']}quiet: [style/vague-time]\n`, [SAMPLE_ENTRY]: `${entry}\n目前设立。\n` })).toEqual([]);
});
