import { describe, expect, test } from 'vitest';
import { formatDate, formatDates, formatFigure } from '../../src/book/format.ts';
import { viewFigureTable } from '../../src/views/figure-table.ts';

describe('a table of figures', () => {
  test('has no column that nobody fills', () => {
    expect(viewFigureTable([{ name: '甲', value: '3', unit: '件' }], '2015')).toMatchObject({ hasBefore: false, hasDate: false });
  });

  test('does not repeat the year of the volume', () => {
    const { rows, hasDate } = viewFigureTable([{ name: '甲', value: '3', date: '2015' }, { name: '乙', value: '3', date: '2015-12' }], '2015');
    expect([hasDate, rows.map(({ date }) => date)]).toEqual([true, [undefined, '2015年12月']]);
  });

  test('keeps values as written', () => {
    const { rows } = viewFigureTable([{ name: '甲', value: '1.10', unit: '倍' }, { name: '乙', value: '10,000', unit: '件', approx: '余' }], '2015');
    expect(rows.map(({ value }) => value)).toEqual(['1.10倍', '10,000余件']);
  });

  test('gives the value before and the change', () => {
    const { rows, hasBefore } = viewFigureTable([{ name: '甲', value: '50', before: '200', unit: '件' }], '2015');
    expect(hasBefore).toBe(true);
    expect(rows[0]).toMatchObject({ before: '200件', change: { text: '减少75%' } });
  });
});

test.each([
  [{ value: '90', unit: '%', approx: '约' as const }, '约90%'],
  [{ value: '7000', unit: '人', approx: '余' as const }, '7000余人'],
  [{ value: '15', unit: '万人', approx: '余' as const }, '15万余人'],
  [{ value: '90', unit: '亿元', approx: '以上' as const }, '90亿元以上'],
  [{ value: '3', unit: undefined, approx: undefined }, '3'],
])('%j is said %s', (figure, words) => {
  expect(formatFigure(figure)).toBe(words);
});

test.each([
  ['2015', '2015年'],
  ['2015-04', '2015年4月'],
  ['2015-04-06', '2015年4月6日'],
])('%s is %s', (date, words) => {
  expect(formatDate(date)).toBe(words);
});

test.each([
  [{ start: '2014', end: '2018' }, '2014—2018年'],
  [{ start: '2015-04', end: '2015-12' }, '2015年4月—12月'],
  [{ start: '2015-04-16', end: '2016-01' }, '2015年4月16日—2016年1月'],
  [{ start: '2015', end: '2015' }, '2015年'],
  [{ start: '2015-04' }, '2015年4月'],
  [{ end: '2015-04' }, '2015年4月'],
])('%j is %s', (dates, words) => {
  expect(formatDates(dates)).toBe(words);
});
