import { expect, test } from 'vitest';
import { measureChange } from '../../src/book/figure-change.ts';
import { tellChange } from '../../src/book/figure-words.ts';
import { convertFigure } from '../../src/book/unit-conversion.ts';
import { chartChange, chartIndicator } from '../../src/book/charts.ts';
import { collectFigures, compareIndicators } from '../../src/book/indicators.ts';
import { viewBars, viewLines } from '../../src/views/chart.ts';
import { viewFigures } from '../../src/views/figures.ts';
import type { Figure } from '../../src/entry/schema.ts';
import { bookOf, contextOf, entryText } from '../small-book.ts';
import { APPARATUS } from './fixture.ts';

const book = bookOf(APPARATUS);
const context = contextOf(book);

test.each([
  [{ value: '300', unit: '亩' }, '20公顷'],
  [{ value: '3', unit: '万亩' }, '0.2万公顷'],
  [{ value: '45', unit: '畝', approx: '约' }, '约3公頃'],
  [{ value: '300', unit: '亩', approx: '余' }, '约20公顷'],
  [{ value: '90', unit: '亿元', approx: '以上' }, '900,000万元以上'],
  [{ value: '3.7', unit: '億元' }, '37,000萬元'],
  [{ value: '300', unit: '亿元' }, undefined],
  [{ value: '15', unit: '万人' }, '150,000人'],
  [{ value: '12500', unit: '万元' }, '1.25亿元'],
  [{ value: '10,000', unit: '个', approx: '多' }, '约1万个'],
  [{ value: '1457', unit: '家' }, undefined],
  [{ value: '2～3', unit: '万元' }, undefined],
] as [Figure, string | undefined][])('%o in another unit', (figure, expected) => {
  expect(convertFigure(figure)).toBe(expected);
});

test.each([
  [{ value: '156', before: '498', unit: '项' }, '前值498项，减少342项（68.7%）'],
  [{ value: '90', before: '9.9', unit: '%' }, '前值9.9%，增加80.1个百分点'],
  [{ value: '1', before: '2～3', unit: '天' }, '前值2～3天'],
  [{ value: '5', before: '0', unit: '个' }, '前值0个，增加5个'],
  [{ value: '5', before: '5.0', unit: '个' }, '前值5.0个，持平'],
  [{ value: '5' }, undefined],
] as [Figure, string | undefined][])('%o told as a change', (figure, expected) => {
  expect(tellChange({ ...figure, name: '事项' })).toBe(expected);
});

test('a change is as precise as its two values', () => {
  expect(measureChange({ name: '率', value: '9.95', before: '10', unit: '元' })).toMatchObject({ difference: '-0.05', percent: '-0.5' });
});

test('one indicator in three districts and two scripts is compared; an approximate value stays marked', () => {
  const indicators = compareIndicators(collectFigures(book.entries));
  expect(indicators.map(({ name, unit, figures }) => [name, unit, figures.map(({ entry, amount }) => `${entry.district} ${amount}`)])).toEqual([
    ['审批事项', '项', ['jia 156', 'yi 200', 'bing 120']],
  ]);
  const chart = chartIndicator(book, indicators[0]!);
  expect(chart.alt).toBe('条形图：审批事项，甲区 2015年156项，乙区 2015年200项，丙区 2018年120項。');
  const rows = viewFigures(context, 1).groups.flatMap(({ rows: inChapter }) => inChapter);
  expect(rows.map(({ name, value, converted }) => `${name} ${value} ${converted ?? ''}`)).toContain('登记土地 300余亩 约20公顷');
});

test('bars are as long as their values, from one zero line', () => {
  const [change] = collectFigures(book.entries).flatMap((figure) => chartChange(figure) ?? []);
  const { bars } = viewBars(change!);
  expect(bars.map(({ text, strong }) => [text, strong])).toEqual([['498项', false], ['156项', true]]);
  expect(bars[1]!.width / bars[0]!.width).toBeCloseTo(156 / 498, 2);
});

test('an indicator with three dates is drawn over time', () => {
  const years = ['2013', '2014', '2015'];
  const grown = bookOf({
    ...APPARATUS,
    '2015/jia/growth.md': entryText('2013年投入10万元，2014年投入15万元，2015年投入30万元。', {
      figures: years.map((date, index) => ({ name: '投入', value: ['10', '15', '30'][index], unit: '万元', date })),
    }),
  });
  const indicator = compareIndicators(collectFigures(grown.entries)).find(({ name }) => name === '投入')!;
  const chart = chartIndicator(grown, indicator);
  expect(chart.kind).toBe('lines');
  const { lines, years: ticks, rules } = viewLines(chart as Extract<typeof chart, { kind: 'lines' }>);
  expect(ticks.map(({ label }) => label)).toEqual(years);
  const heights = lines[0]!.points.map(({ y }) => y);
  expect(heights).toEqual([...heights].sort((a, b) => b - a));
  expect(rules.length).toBeGreaterThan(2);
});
