import { describe, expect, it } from 'vitest';
import { decodeFoldTable, encodeFoldTable, foldText, type FoldTable } from '../../../src/outputs/search/fold.ts';
import { buildFoldTable } from '../../../src/outputs/search/script-variants.ts';

const fold = (text: string, table: FoldTable = new Map()) =>
  foldText(text, table).map(({ char }) => char).join('');

describe('folding', () => {
  it.each([
    ['ＰＰＰ１２％', 'ppp12%'],
    ['互联网＋', '互联网+'],
    ['5㎡、26℃', '5m2、26°c'],
    ['二○一五', '二〇一五'],
    ['Ⅱ级', 'ii级'],
  ])('%s counts as %s', (written, folded) => expect(fold(written)).toBe(folded));

  it('keeps the place of every character in the text as written', () => {
    expect(foldText('5㎡𠮷', new Map())).toEqual([
      { char: '5', from: 0, to: 1 },
      { char: 'm', from: 1, to: 2 },
      { char: '2', from: 1, to: 2 },
      { char: '𠮷', from: 2, to: 4 },
    ]);
  });

  it.each([
    ['批覆', '批复'],
    ['供电覆盖', '供电覆盖'],
    ['答覆盖章', '答覆盖章'],
    ['全覆盖', '全覆盖'],
  ])('%s counts as %s by its phrase', (written, folded) => expect(fold(written)).toBe(folded));

  it('takes half a surrogate pair for a character', () => expect(fold('甲\ud83d乙')).toBe('甲\ud83d乙'));

  it('comes back from the text it is written as', () => {
    const table = buildFoldTable(new Set('龙华区改革发展后里着复计画𫛲'));
    expect(new Map(decodeFoldTable(encodeFoldTable(table)))).toEqual(new Map([...table].sort()));
  });
});

describe('writings of one character', () => {
  const table = buildFoldTable(new Set('龙华发后里着复划台了借与群为线麽'));
  const same = (a: string, b: string) => expect(fold(a, table)).toBe(fold(b, table));

  it.each([
    ['龙华', '龍華'], ['发发', '發髮'], ['里', '裏'], ['里', '裡'], ['着', '著'],
    ['台台', '臺檯'], ['了', '瞭'], ['借', '藉'], ['群', '羣'], ['为', '爲'], ['线', '綫'],
  ])('%s and %s', same);

  it('are kept only where the book has one of them', () => expect(buildFoldTable(new Set('甲乙')).size).toBe(0));

  it('are not joined over a phrase in which one character stands for another', () => {
    const all = buildFoldTable(new Set('坏坯象像座坐链炼划画复覆具俱'));
    expect(new Set([...'坏坯象像座坐链炼划画复覆具俱'].map((char) => all.get(char) ?? char)).size).toBe(14);
  });
});
