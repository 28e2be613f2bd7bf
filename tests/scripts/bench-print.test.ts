import { expect, test, vi } from 'vitest';
import { benchPrint, reportPrint } from '../../scripts/bench-print.ts';

test('measures the typesetting process alone', async () => {
  const { pages, cpuSeconds, pagesPerCpuSecond, peakGB } = await benchPrint(20, 300);
  expect(pages).toBeGreaterThan(20);
  expect(pagesPerCpuSecond).toBeCloseTo(pages / cpuSeconds, -2);
  expect(peakGB).toBeGreaterThan(0.1);
  expect(peakGB).toBeLessThan(1);
}, 60_000);

test('a book of the measured size that costs too much ends with 1', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  const figures = { entries: 2000, pages: 1900, seconds: 20, cpuSeconds: 19, pagesPerCpuSecond: 100, peakGB: 2.5 };
  expect(reportPrint(figures)).toBe(0);
  expect(reportPrint({ ...figures, peakGB: 2.7 })).toBe(1);
  expect(reportPrint({ ...figures, entries: 100, peakGB: 2.7 })).toBe(0);
  print.mockRestore();
});
