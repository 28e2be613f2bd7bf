import { expect, test } from 'vitest';
import { compileTable } from '../../src/outputs/script-switch/compile-table.ts';
import { convertWith, decodeTable, encodeTable } from '../../src/outputs/script-switch/convert.ts';
import { toSimplified, toTraditional } from '../../src/outputs/script-switch/index.ts';

const RUNS = [
  '全面深化改革领导小组发布后勤保障制度',
  '头发理发发展，干部干净干燥，皇后后来，里面公里',
  '提供制度保障，复制推广，制造业，面条面积',
  '党的建设制度改革〇二〇一五年㎡😀',
  '',
];

test('the small table converts every text of the book as OpenCC does', () => {
  const table = decodeTable(encodeTable(compileTable(RUNS, toTraditional)));
  for (const run of RUNS) expect(convertWith(table, run)).toBe(toTraditional.convert(run));
});

test('phrases that OpenCC gets wrong are overridden', () => {
  expect(toTraditional.convert('为企业提供制度保障')).toBe('為企業提供制度保障');
  expect(toTraditional.convert('群众')).toBe('群眾');
  const table = compileTable(['为企业提供制度保障'], toTraditional);
  expect(convertWith(table, '为企业提供制度保障')).toBe('為企業提供制度保障');
});

test('Traditional to Simplified', () => {
  const runs = ['龍華區紀律檢查體制改革', '著作與沿著，乾隆與乾淨', '裏面、裡面'];
  const table = compileTable(runs, toSimplified);
  expect(runs.map((run) => convertWith(table, run))).toEqual(runs.map((run) => toSimplified.convert(run)));
  expect(convertWith(table, runs[0]!)).toBe('龙华区纪律检查体制改革');
});
