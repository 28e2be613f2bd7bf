import { describe, expect, it } from 'vitest';
import { indexText, segmentsOf, TITLE_SPAN, tokensOfChars } from '../../../src/outputs/search/tokenise.ts';

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

describe('the text of an entry for the index', () => {
  const tokens = indexText('甲乙', ['丙丁，丁戊', '戊己'], new Map()).split(' ');

  it('sets the title apart by position', () => {
    expect(tokens.slice(0, 3)).toEqual(['甲乙', '乙', '-']);
    expect(tokens.slice(2, TITLE_SPAN).every((token) => token === '-')).toBe(true);
  });
  it('parts segments and runs, and lets a character stand alone that begins nothing', () => {
    expect(tokens.slice(TITLE_SPAN)).toEqual(['丙丁', '-', '丁戊', '-', '戊己', '己']);
  });
  it('keeps a title longer than any within its span', () => {
    const long = indexText('题'.repeat(500), ['正文'], new Map()).split(' ');
    expect(long.slice(TITLE_SPAN - 1)).toEqual(['-', '正文', '文']);
  });
});
