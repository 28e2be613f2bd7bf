import { describe, expect, it } from 'vitest';
import { rollOf, rollsOf, commonTokens, COMMON, tripleOf } from '../../../src/outputs/search/rolls.ts';
import { readCommon, waysTo, worthReading } from '../../../src/outputs/search/ways.ts';

const common = readCommon(['甲乙 乙丙', '丙丁']);
const triple = tripleOf('甲乙', '乙丙');
const rows = (word: string) => waysTo([...word], common).map(({ rows, exact }) => [rows.map((row) => row.join(' ')), exact]);

describe('ways to look a word up', () => {
  it.each<[string, unknown]>([
    ['子丑', [[['子丑'], true]]],
    ['甲乙', [[[rollOf('甲乙')], true]]],
    ['甲乙丙', [[[triple], true]]],
    ['子丑寅卯', [[['子丑', '寅卯'], false], [['子丑 丑寅 寅卯'], true]]],
    ['子丑寅', [[['子丑', '丑寅'], false], [['子丑 丑寅'], true]]],
    ['子丑甲乙卯', [[['子丑', '丑甲', '乙卯'], false], [['子丑 丑甲', '乙卯'], false], [['子丑 丑甲 甲乙 乙卯'], true]]],
    ['子甲乙丙丑寅', [[['子甲', '丙丑', '丑寅'], false], [['子甲', triple, '丙丑 丑寅'], false], [[`子甲 ${triple} 乙丙 丙丑 丑寅`], true]]],
    ['子甲乙丙', [[['子甲'], false], [['子甲', triple], false], [[`子甲 ${triple}`], true]]],
    ['甲乙丙丁', [[[triple, tripleOf('乙丙', '丙丁')], false], [[`${triple} ${tripleOf('乙丙', '丙丁')}`], true]]],
  ])('%s', (word, ways) => expect(rows(word)).toEqual(ways));

  it('are worth reading for by what the next way loads more', () => {
    const [spread, rare, all] = waysTo([...'子丑甲乙卯'], common);
    expect(worthReading(spread!, rare!, common)).toBe(0);
    expect(worthReading(rare!, all!, common)).toBeCloseTo((COMMON * 3.5) / 1400);
    const [every, exact] = waysTo([...'子丑寅卯'], common);
    expect(worthReading(every!, exact!, common)).toBeCloseTo(3000 / 1400);
  });
});

describe('rolls', () => {
  it('say which entries have a common pair and how often, and where a triple stands', () => {
    const texts = [['甲乙', '-', '甲乙', '乙丙', '丙丁', '甲乙'], ['子丑', '-', '丙丁', '-', '乙丙']];
    const rolls = rollsOf(texts, new Set(common.keys()), 2);
    expect(rolls.get(rollOf('甲乙'))).toEqual([{ entry: 0, places: [0, 1, 2] }]);
    expect(rolls.get(rollOf('丙丁'))).toEqual([{ entry: 0, places: [2] }, { entry: 1, places: [2] }]);
    expect(rolls.get(triple)).toEqual([{ entry: 0, places: [2] }]);
    expect(rolls.has(rollOf('子丑'))).toBe(false);
  });

  it('are kept for tokens of many entries, by class', () => {
    const entriesWith = new Map([['甲乙', COMMON], ['丙丁', 5 * COMMON], ['子丑', COMMON - 1], ['甲', 9 * COMMON]]);
    expect(commonTokens(entriesWith)).toEqual([['甲乙'], [], ['丙丁']]);
  });
});
