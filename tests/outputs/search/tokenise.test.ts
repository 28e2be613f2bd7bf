import { describe, expect, it } from 'vitest';
import { entryTokens, positioned, segmentsOf, tokensOfChars } from '../../../src/outputs/search/tokenise.ts';

const segments = (text: string) => segmentsOf(text, new Map()).map(({ chars }) => chars.join(''));

describe('segments', () => {
  it.each([
    ['“放管服”改革', ['放管服改革']],
    ['《办法》（试行）', ['办法试行']],
    ['甲、乙；丙。', ['甲', '乙', '丙']],
    ['增长68.7%，其中', ['增长68.7%', '其中']],
    ['完成. 推进', ['完成', '推进']],
    ['1+5+3模式', ['1+5+3模式']],
    ['PPP 项目', ['ppp项目']],
    ['2014—2018年', ['20142018年']],
    ['🙂', []],
    ['\ud800', []],
  ])('%s', (text, expected) => expect(segments(text)).toEqual(expected));

  it('tell where their characters stand', () => {
    const [segment] = segmentsOf('“放管”服', new Map());
    expect(segment).toEqual({ chars: ['放', '管', '服'], from: [1, 2, 4], to: [2, 3, 5] });
  });
});

describe('tokens', () => {
  it('are pairs', () => expect(tokensOfChars([...'放管服'])).toEqual(['放管', '管服']));
  it('hold letters that Pagefind neither stems, folds nor splits', () => {
    expect(tokensOfChars([...'a1+é'])).toSatisfy((tokens: string[]) => tokens.every((token) => /^\p{Script=Yi}{2}$/u.test(token)));
  });
  it('of different signs differ', () => {
    const signs = [...'abcdefghijklmnopqrstuvwxyz0123456789+%.‰°αβабвあいアイ'];
    expect(new Set(signs.map((sign) => tokensOfChars([sign])[0])).size).toBe(signs.length);
  });
});

describe('the tokens of an entry', () => {
  const tokens = entryTokens('甲乙', ['丙丁，丁戊', '戊己'], new Map());

  it('part segments and runs, and let a character stand alone that begins nothing', () => {
    expect(tokens).toEqual({ title: ['甲乙', '乙'], text: ['丙丁', '-', '丁戊', '-', '戊己', '己'] });
  });
  it('stand below the span of titles or from it on', () => {
    expect(positioned(tokens, 4)).toEqual(['甲乙', '乙', '-', '-', '丙丁', '-', '丁戊', '-', '戊己', '己']);
  });
});
