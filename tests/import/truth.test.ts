import { expect, test } from 'vitest';
import { benchImport, type Share } from '../../scripts/bench-import.ts';

const scores = new Map((await benchImport()).map((score) => [score.report, score]));
const ratio = (share: Share | undefined): number => (share!.of === 0 ? 1 : share!.found / share!.of);

test.each(['kundulun-2015.txt', 'wuhou-2015.txt'])('%s: sentences, figures, documents and domains reach the marks', (report) => {
  const { sentences, outside, figures, figurePrecision, documents, domains, unplaced } = scores.get(report)!;
  expect(ratio(sentences)).toBeGreaterThanOrEqual(0.97);
  expect(outside!.missed).toEqual([]);
  expect(unplaced).toBe(0);
  expect(ratio(figures)).toBeGreaterThanOrEqual(0.95);
  expect(ratio(figurePrecision)).toBeGreaterThanOrEqual(0.95);
  expect(ratio(documents)).toBeGreaterThanOrEqual(0.95);
  expect(ratio(domains)).toBeGreaterThanOrEqual(0.9);
});

test('all three repeated blocks of jining are named', () => {
  expect(scores.get('jining-2018.txt')!.repeats!.missed).toEqual([]);
});

test.each(['jining-2018.txt', 'daguan-2020.txt', 'longhua-2018.txt'])('%s: chrome and bylines are named, no sentence is lost', (report) => {
  const { outside, domains, unplaced } = scores.get(report)!;
  expect(outside!.missed).toEqual([]);
  expect(ratio(domains)).toBeGreaterThanOrEqual(0.9);
  expect(unplaced).toBe(0);
});

test("longhua's headings of two lines are joined", () => {
  expect(scores.get('longhua-2018.txt')!.twoLineHeadings!.missed).toEqual([]);
});
