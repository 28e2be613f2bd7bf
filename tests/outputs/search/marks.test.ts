import { describe, expect, it } from 'vitest';
import { contains, markText, snippetsOf, type Piece } from '../../../src/outputs/search/marks.ts';
import { parseQuery } from '../../../src/outputs/search/query.ts';

const table = new Map([['龍', '龙'], ['華', '华'], ['區', '区']]);
const words = (text: string) => parseQuery(text, table).words;
const show = (pieces: Piece[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('marks', () => {
  it.each([
    ['龍華區推進改革', '龙华区', '[龍華區]推進改革'],
    ['推进“放管服”改革', '放管服改革', '推进“[放管服”改革]'],
    ['共5㎡', 'm2', '共5[㎡]'],
    ['改革改革改', '改革改', '[改革改革改]'],
    ['甲，乙', '甲乙', '甲，乙'],
    ['<b>改革</b>', '改革', '<b>[改革]</b>'],
  ])('%s with %s', (text, query, expected) => expect(show(markText(text, words(query), table))).toBe(expected));
});

describe('words as typed', () => {
  it.each([
    ['龍華區', '"龍華"', true],
    ['龍華區', '"龙华"', false],
    ['“PPP”项目', '"PPP项目"', true],
    ['ppp项目', '"PPP"', false],
  ])('%s contains %s: %s', (run, query, expected) => expect(contains([run], words(query)[0]!, table)).toBe(expected));
});

describe('snippets', () => {
  const long = '前文没有要找的词。'.repeat(20);

  it('begin at the sentence with the match and say that text is left out', () => {
    const [snippet] = snippetsOf([`${long}这里说到龍華。${long}`], words('龙华'), table);
    expect(show(snippet!)).toMatch(/^……这里说到\[龍華\]。前文.*……$/);
  });
  it('show a second place for a word the first lacks', () => {
    expect(snippetsOf([`甲事。${long}`, `${long}乙物`], words('甲事 乙物'), table).map(show)).toEqual([
      expect.stringContaining('[甲事]'),
      expect.stringContaining('[乙物]'),
    ]);
  });
  it('give the beginning where only the title matches', () => expect(show(snippetsOf(['正文'], words('标题'), table)[0]!)).toBe('正文'));
});
