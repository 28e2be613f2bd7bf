import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scoreUnseen } from './unseen.ts';

const reports = readdirSync(join(import.meta.dirname, 'unseen')).filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -5)).sort();

/** Invented reports, each of another make than those the rules were first written against. */
test.each(reports)('%s', async (name) => {
  const { counts, ...found } = await scoreUnseen(name);
  expect(found).toMatchObject({ unplaced: [], outside: [], left: [], documentsMissed: [], documentsWrong: [] });
  expect(found.figuresMissed.length, found.figuresMissed.join('；')).toBeLessThanOrEqual(counts.figures * 0.05);
  expect(found.figuresWrong.length, found.figuresWrong.join('；')).toBeLessThanOrEqual(counts.drafted * 0.05);
  expect(found.domainsWrong).toEqual([]);
});
