import { describe, expect, test } from 'vitest';
import { strokeCount, strokeKey } from '../../src/book/stroke-order.ts';
import { compileSubjectIndex, fileByPinyin, fileByStroke } from '../../src/book/subject-index.ts';
import { bookOf, entryText } from '../small-book.ts';

const indexOf = (indexTerms: unknown[], fields: Record<string, unknown> = {}) => {
  const book = bookOf({ '2015/jia/base.md': null, '2015/jia/a.md': entryText('2015年，甲区办理事项。', { indexTerms, ...fields }) });
  return compileSubjectIndex(book.entries, book.glossary);
};

describe('headings', () => {
  test('come from index terms, organisations, documents and glossary terms, each once', () => {
    const headings = indexOf(['审批', '“审批”'], { lead: '甲区人民政府', partners: ['乙部门'], documents: [{ title: '管理办法' }] });
    expect(headings.map(({ term, kind }) => [term, kind])).toEqual([
      ['审批', 'term'], ['甲区人民政府', 'organisation'], ['乙部门', 'organisation'], ['《管理办法》', 'document'],
    ]);
  });

  test('one word in both scripts is one heading', () => {
    const book = bookOf({
      '2015/jia/base.md': entryText('2015年，甲区推进党建。', { title: '党建', indexTerms: ['党建'] }),
      '2015/yi/district.md': '---\nsource: report\n---\n\n概况。\n',
      '2015/yi/a.md': entryText('2015年，乙區推進黨建。', { title: '黨建', lang: 'zh-Hant', indexTerms: ['黨建'] }),
    });
    const [heading, ...rest] = compileSubjectIndex(book.entries, book.glossary);
    expect(rest).toEqual([]);
    expect(heading).toMatchObject({ term: '党建', lang: 'zh-Hans' });
    expect(heading!.entries.map(({ id }) => id)).toEqual(['2015/jia/base', '2015/yi/a']);
  });
});

test('pinyin order skips marks, takes a given reading and puts digits first', () => {
  const headings = indexOf(['“三无”小区', { term: '重庆模式', sortKey: 'chong qing mo shi' }, '中心', '安置', '1551模式', 'PPP项目']);
  expect(fileByPinyin(headings).map(({ head, headings: filed }) => [head, filed.map(({ term }) => term)])).toEqual([
    ['#', ['1551模式']],
    ['A', ['安置']],
    ['C', ['重庆模式']],
    ['P', ['PPP项目']],
    ['S', ['“三无”小区']],
    ['Z', ['中心']],
  ]);
});

test('stroke order counts strokes, then their kinds; Traditional beside Simplified, letters last', () => {
  const headings = indexOf(['龙门', '一体化', '人才', '十个项目', '專項資金', 'PPP项目', '草原']);
  expect(fileByStroke(headings).map(({ head, headings: filed }) => [head, filed.map(({ term }) => term)])).toEqual([
    ['一画', ['一体化']],
    ['二画', ['十个项目', '人才']],
    ['四画', ['專項資金']],
    ['五画', ['龙门']],
    ['九画', ['草原']],
    ['字母、数字', ['PPP项目']],
  ]);
});

test.each([['一', 1], ['骨', 9], ['瓦', 4], ['及', 3], ['龍', 5], ['集', 12], ['A', undefined]])('%s has %s strokes', (character, count) => {
  expect(strokeCount(strokeKey(character))).toBe(count);
});
