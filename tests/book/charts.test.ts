import { expect, test } from 'vitest';
import { chartEntry, chartIndicators } from '../../src/book/charts.ts';
import { scaleBars, scaleLines } from '../../src/book/chart-scale.ts';
import type { Figure } from '../../src/entry/schema.ts';
import { chapterData } from '../../src/outputs/pdf/chapter-data.ts';
import { appendixData } from '../../src/outputs/pdf/appendix-data.ts';
import { viewEntry } from '../../src/views/entry.ts';
import { bookOf, contextOf, entryText } from '../small-book.ts';

const toldOf = (figures: Figure[]): string =>
  `2015年，甲区统计${figures.map(({ value, unit = '', before }) => `${value}${unit}${before ? `，原${before}${unit}` : ''}`).join('，')}。`;

const entryWith = (figures: Figure[], fields: Record<string, unknown> = {}) => entryText(toldOf(figures), { title: '统计', indexTerms: ['统计'], figures, ...fields });

function chartsOf(figures: Figure[], fields?: Record<string, unknown>) {
  const book = bookOf({ '2015/jia/count.md': entryWith(figures, fields) });
  return chartEntry(book.byId.get('2015/jia/count')!);
}

const INVESTED: Figure[] = ['2013', '2014', '2015'].map((date, index) => ({ name: '投入', value: ['10', '15', '30'][index]!, unit: '万元', date }));

test.each([
  ['a value before', [{ name: '事项', value: '156', before: '498', unit: '项' }], [['bars', '事项的变化', '条形图：事项，此前498项，2015年156项，减少68.7%。']]],
  ['two dates', [INVESTED[2]!, INVESTED[0]!], [['bars', '投入', '条形图：投入，2013年10万元，2015年30万元。']]],
  ['three dates', INVESTED, [['lines', '投入（元）', '折线图：投入，2013年10万元，2014年15万元，2015年30万元。']]],
  ['a single value', [{ name: '事项', value: '156', unit: '项' }], []],
  ['a range before', [{ name: '时限', value: '3', before: '5～7', unit: '天' }], []],
  ['two values of one date', [{ ...INVESTED[0]!, date: '2015' }, { ...INVESTED[1]!, date: '2015' }], []],
  ['nothing before and after', [{ name: '事项', value: '0', before: '0', unit: '项' }], []],
] as [string, Figure[], string[][]][])('%s', (_, figures, expected) => {
  expect(chartsOf(figures).map(({ kind, title, alt }) => [kind, title, alt])).toEqual(expected);
});

test('a figure without a date stands at the year of its volume', () => {
  const [chart] = chartsOf([INVESTED[0]!, INVESTED[1]!, { name: '投入', value: '30', unit: '万元' }]);
  expect(chart).toMatchObject({ kind: 'lines', lines: [{ points: [{ date: '2013' }, { date: '2014' }, { date: '2015', amount: 300_000 }] }] });
});

test('the words of a chart are in the script of its entry', () => {
  const [change] = chartsOf([{ name: '事項', value: '3', before: '4', unit: '項' }], { lang: 'zh-Hant' });
  expect(change).toMatchObject({ title: '事項的變化', alt: '條形圖：事項，此前4項，2015年3項，減少25%。' });
  const [lines] = chartsOf(INVESTED, { lang: 'zh-Hant' });
  expect(lines!.alt).toContain('折線圖');
});

test('marks stand where their values say', () => {
  const [change] = chartsOf([{ name: '事项', value: '20', before: '80', unit: '项' }]);
  expect(scaleBars(change as Extract<typeof change, { kind: 'bars' }>)).toEqual({ zero: 0, bars: [{ start: 0, end: 1 }, { start: 0, end: 0.25 }] });
  const [chart] = chartsOf(INVESTED);
  const { rules, years, lines } = scaleLines(chart as Extract<typeof chart, { kind: 'lines' }>, 0.1);
  expect(rules.map(({ at, label }) => [at, label])).toEqual([[0, '0'], [0.3333, '10万'], [0.6667, '20万'], [1, '30万']]);
  expect(years.map(({ label }) => label)).toEqual(['2013', '2014', '2015']);
  expect(lines[0]!.points).toEqual([{ x: 0, y: 0.3333, text: '10万元' }, { x: 0.5, y: 0.5, text: '15万元' }, { x: 1, y: 1, text: '30万元' }]);
});

test('an entry shows the same charts on its page and in print, and an indicator of several entries stands in the appendix', () => {
  const share: Figure = { name: '办结率', value: '90', unit: '%' };
  const book = bookOf({
    '2015/jia/count.md': entryWith([...INVESTED, { name: '事项', value: '156', before: '498', unit: '项' }, share]),
    '2015/yi/district.md': '---\nsource: report\n---\n\n2015年，乙区推进改革。\n',
    '2015/yi/count.md': entryWith([{ ...share, value: '80' }]),
  });
  const [yearbook] = book.yearbooks as [(typeof book.yearbooks)[number]];
  const entry = book.byId.get('2015/jia/count')!;
  const setting = { knows: () => true, tableWidth: 45 };
  const printed = chapterData(book, yearbook.chapters[0]!, 1, setting).sections.flatMap(({ entries }) => entries).flatMap(({ charts }) => charts);
  const shown = viewEntry(contextOf(book), entry, {}).charts;
  expect(shown.map(({ kind, title }) => [kind, title])).toEqual([['lines', '投入（元）'], ['bars', '事项的变化']]);
  expect(printed.map(({ kind, caption, alt }) => [kind, caption, alt])).toEqual(shown.map(({ kind, title, alt }, index) => [kind, `图 1-${index + 1}　${title}`, alt]));
  const indicators = chartIndicators(book, yearbook.entries);
  expect(indicators.map(({ alt }) => alt)).toEqual(['条形图：办结率，甲区90%，乙区80%。']);
  expect(appendixData(book, yearbook, setting).indicators.map(({ caption, alt }) => [caption, alt])).toEqual([['附图 1　办结率', indicators[0]!.alt]]);
});
