import { describe, expect, it } from 'vitest';
import { apart, parseQuery, singleChar } from '../../../src/outputs/search/query.ts';

const table = new Map([['龍', '龙'], ['華', '华']]);
const parse = (text: string) => {
  const show = ({ chars, literal }: { chars: string[]; literal?: string[] }) => chars.join('') + (literal ? `=${literal.join('')}` : '');
  const { words, without } = parseQuery(text, table);
  return [words.map(show), without.map(show)];
};

describe('a query', () => {
  it.each([
    ['放管服改革', ['放管服改革'], []],
    ['养老  试点', ['养老', '试点'], []],
    ['改革、开放。', ['改革', '开放'], []],
    ['养老 -试点', ['养老'], ['试点']],
    ['养老 -"龍華"', ['养老'], ['龙华=龍華']],
    ['互联网-改革', ['互联网改革'], []],
    ['-改革', ['改革'], []],
    ['龍華區', ['龙华區'], []],
    ['"龍華"', ['龙华=龍華'], []],
    ['"ＰＰＰ"', ['ppp=ＰＰＰ'], []],
    ['"放管服"改革', ['放管服改革'], []],
    ['"龍华 甲', ['龙华', '甲'], []],
    ['改革 改革', ['改革'], []],
    ['', [], []],
    ['😀 % ！', ['%'], []],
    ['\ud800', [], []],
    ['.*(?:a+)+$ <b>', ['a++', 'b'], []],
  ])('%j', (text, words, without) => expect(parse(text)).toEqual([words, without]));

  it.each([
    ['放管服 改革', ['放管服改革']],
    ['放管 服、改 革', ['放管服', '改革']],
    ['ISO 9001 -认证', ['iso9001']],
    ['养老 "龍華" 试点', ['养老试点', '龙华']],
    ['放管服、改革', undefined],
    ['改革 改革', ['改革改革']],
    ['养老 😀', undefined],
    ['-养老 -试点', undefined],
  ])('%j may be meant as one word', (text, joined) => {
    expect(parseQuery(text, table).joined?.map(({ chars }) => chars.join(''))).toEqual(joined);
  });

  it.each([
    ['放管服 改革', '放管服，改革'],
    ['养老 -甲 "龍 華" 试点', '养老，试点 -甲 "龍 華"'],
  ])('%j with its words apart', (text, expected) => {
    expect(apart(text)).toBe(expected);
    expect(parseQuery(apart(text), table)).toEqual({ ...parseQuery(text, table), joined: undefined, words: expect.any(Array) });
  });

  it('is one character only as a whole', () => {
    expect(singleChar(parseQuery('改', table).words)).toBe('改');
    expect(singleChar(parseQuery('改 革', table).words)).toBeUndefined();
  });

  it('that is too long says so', () => {
    expect(parseQuery('改革'.repeat(100), table)).toMatchObject({ cut: false });
    expect(parseQuery('改革'.repeat(500), table)).toMatchObject({ cut: true });
    expect(parseQuery([...'一二三四五六七八九十百千万亿兆京垓'].join(' '), table)).toMatchObject({ cut: true });
  });
});
