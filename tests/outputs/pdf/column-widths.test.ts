import { expect, test } from 'vitest';
import { columnWidths, fittedWidths } from '../../../src/outputs/pdf/column-widths.ts';

const LINE = 45;

test('a table that fits keeps to its text', () => {
  expect(columnWidths([['项目', '数量'], ['入驻研发中心', '19个']], LINE)).toEqual(['auto', 'auto']);
});

test('in one that does not, short columns keep to their text and long ones share the rest', () => {
  const long = '说明文字'.repeat(12);
  expect(columnWidths([['项目', '数量', '说明'], ['中心', '19个', long]], LINE)).toEqual(['auto', 'auto', 40]);
  expect(columnWidths([['甲', '乙'], [long, long.slice(0, 24)]], LINE)).toEqual([40, expect.any(Number)]);
});

test('a name keeps to its line beside a note more than twice as long', () => {
  const row = ['文化市场行政权力减幅', '498项', '156项', '减少68.7%', '按498项减至156项计算，减少342项，约为68.7%'];
  expect(columnWidths([['指标', '前值', '数值', '变化', '说明'], row], LINE)).toEqual(['auto', 'auto', 'auto', 'auto', expect.any(Number)]);
});

test('the longest column gives way even where all are short', () => {
  const widths = columnWidths([['指标', '前值', '数值', '变化', '说明'], ['文化站室标准化率', '9.9%', '90%', '增加80.1个百分点', '前值为上一年的数']], 30);
  expect(widths.some((width) => width !== 'auto')).toBe(true);
});

test('columns of known width leave room for the one beside them', () => {
  const columns = [['前值', '498项'], ['数值', '约8.3亿元以上'], ['截至', '2018年8月26日']];
  const [before, value, date] = fittedWidths(columns, LINE) as number[];
  expect(before!).toBeGreaterThan(4);
  expect(value!).toBeLessThan(date!);
  expect(fittedWidths(columns, 32)).toBeUndefined();
});
