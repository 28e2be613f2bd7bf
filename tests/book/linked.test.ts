import { describe, expect, test } from 'vitest';
import { bookOf, entryText, readFiles } from '../small-book.ts';

describe('被参见', () => {
  test('the way back carries why and who, in book order', () => {
    const book = bookOf({
      '2015/jia/b.md': entryText('正文。', { see: [{ id: '2015/jia/base', why: '同类审批' }] }),
      '2015/jia/a.md': entryText('正文。', { see: ['2015/jia/base'] }),
    });
    expect(book.seenFrom.get('2015/jia/base')!.map(({ entry, why }) => [entry.id, why])).toEqual([
      ['2015/jia/a', undefined],
      ['2015/jia/b', '同类审批'],
    ]);
    expect(book.seenFrom.has('2015/jia/a')).toBe(false);
  });

  test('a reference written twice leads back once, one to itself not at all', () => {
    const { book } = readFiles({
      '2015/jia/item.md': entryText('正文。', { see: ['2015/jia/item', '2015/jia/base', { id: '2015/jia/base', why: '再次' }] }),
    });
    expect([...book!.seenFrom].map(([id, from]) => [id, from.length])).toEqual([['2015/jia/base', 1]]);
  });
});

describe('drafts', () => {
  const files = {
    '2015/jia/draft.md': entryText('办理《试行办法》。', { state: 'draft', documents: [{ title: '试行办法' }], see: ['2015/jia/base'] }),
    '2015/jia/item.md': entryText('正文。', { see: ['2015/jia/draft'] }),
  };

  test('a draft is not published, and nothing of it', () => {
    const book = bookOf(files);
    expect(book.entries.map(({ id }) => id)).toEqual(['2015/jia/base', '2015/jia/item']);
    expect(book.byId.has('2015/jia/draft')).toBe(false);
    expect(book.documents).toEqual([]);
    expect([...book.seenFrom]).toEqual([]);
  });

  test('a draft is there for the editor at work', () => {
    const book = bookOf(files, { drafts: true });
    expect(book.byId.has('2015/jia/draft')).toBe(true);
    expect([...book.seenFrom.keys()].sort()).toEqual(['2015/jia/base', '2015/jia/draft']);
  });
});

test('old ids lead to the entry of today', () => {
  const book = bookOf({ '2015/jia/item.md': entryText('正文。', { aliases: ['2015/jia/old', '2014/jia/older'] }) });
  expect([...book.aliases].map(([alias, { id }]) => [alias, id])).toEqual([
    ['2015/jia/old', '2015/jia/item'],
    ['2014/jia/older', '2015/jia/item'],
  ]);
});

describe('documents', () => {
  test('one document of two entries stands once, its gaps filled, in pinyin order', () => {
    const book = bookOf({
      '2015/jia/a.md': entryText('正文。', { documents: [{ title: '转移办法' }, { title: '《试行 办法》', issuer: '甲区政府' }] }),
      '2015/jia/b.md': entryText('正文。', { documents: [{ title: '试行办法', issuer: '乙区政府', number: '甲政发〔2015〕1号', date: '2015-04' }] }),
      '2015/jia/c.md': entryText('正文。', { documents: [{ title: '试行办法' }, { title: '试行办法' }] }),
    });
    expect(book.documents.map(({ title, issuer, number, date, citedBy }) => [title, issuer, number, date, citedBy.map(({ slug }) => slug)])).toEqual([
      ['试行 办法', '甲区政府', '甲政发〔2015〕1号', '2015-04', ['a', 'b', 'c']],
      ['转移办法', undefined, undefined, undefined, ['a']],
    ]);
  });
});

describe('glossary', () => {
  const glossary = [
    '- {term: 重点, sortKey: zhong dian, definition: 甲。}',
    '- {term: PPP, aliases: [政府和社会资本合作], definition: 乙。}',
    '- {term: 放管服, definition: 丙。}',
    '- {term: 放管, definition: 丁。}',
  ].join('\n');
  const use = (body: string) =>
    Object.fromEntries(
      bookOf({ 'glossary.yaml': glossary, '2015/jia/item.md': entryText(body) }).glossary.map(({ term, usedIn }) => [
        term,
        usedIn.map(({ slug }) => slug).filter((slug) => slug === 'item').length,
      ]),
    );

  test('stands in pinyin order', () => {
    expect(bookOf({ 'glossary.yaml': glossary }).glossary.map(({ term }) => term)).toEqual(['放管', '放管服', 'PPP', '重点']);
  });

  test('a term is used where it or its alias stands, in tables and footnotes too', () => {
    expect(use('甲用政府和社会资本合作。\n\n| 列 |\n|---|\n| 重点 |')).toMatchObject({ PPP: 1, 重点: 1, 放管服: 0 });
    expect(use('正文[^1]。\n\n[^1]: 重点。')).toMatchObject({ 重点: 1 });
  });

  test('the longest term is the one used', () => {
    expect(use('推进放管服改革。')).toMatchObject({ 放管服: 1, 放管: 0 });
  });

  test('a Latin abbreviation is a word of its own', () => {
    expect(use('采用PPP模式。')).toMatchObject({ PPP: 1 });
    expect(use('采用APPP和PPP2。')).toMatchObject({ PPP: 0 });
  });
});
