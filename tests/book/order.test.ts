import { expect, test } from 'vitest';
import { chapterOf } from '../../src/book/book.ts';
import { buildBook } from '../../src/book/build.ts';
import type { Part } from '../../src/book/part.ts';
import { bookOf, entryText, readParts, type Files } from '../small-book.ts';

const chapter = (summary = '') => `---\nsource: report\n${summary}---\n\n概况。\n`;
const volume = (year: string) => `---\ntitle: 改革年鉴 ${year}\n---\n\n编辑说明。\n`;

const YEARS: Files = {
  '2016/yearbook.md': volume('2016'),
  '2016/jia/district.md': chapter('nameThen: 甲县\n'),
  '2014/yearbook.md': volume('2014'),
  '2014/yi/district.md': chapter(),
  '2014/jia/district.md': chapter(),
};

test('the book runs by year, districts.yaml, domains.yaml, overview first, order, start date, id', () => {
  const book = bookOf({
    ...YEARS,
    '2016/jia/a.md': entryText(),
    '2014/yi/a.md': entryText(),
    '2014/jia/governance.md': entryText('正文。', { domain: 'governance', order: '1' }),
    '2014/jia/z-overview.md': entryText('正文。', { type: 'overview', order: '99' }),
    '2014/jia/ordered-ten.md': entryText('正文。', { order: '10' }),
    '2014/jia/ordered-two.md': entryText('正文。', { order: '2', type: 'composite' }),
    '2014/jia/dated-late.md': entryText('正文。', { dates: { start: '2014-05' } }),
    '2014/jia/dated-year.md': entryText('正文。', { dates: { start: '2014' } }),
    '2014/jia/b.md': entryText(),
    '2014/jia/a.md': entryText(),
  });
  expect(book.entries.map(({ id }) => id)).toEqual([
    '2014/jia/z-overview',
    '2014/jia/ordered-two',
    '2014/jia/ordered-ten',
    '2014/jia/dated-year',
    '2014/jia/dated-late',
    '2014/jia/a',
    '2014/jia/b',
    '2014/jia/governance',
    '2014/yi/a',
    '2015/jia/base',
    '2016/jia/a',
  ]);
  expect(book.yearbooks.map(({ year, chapters }) => [year, chapters.map(({ district }) => district.slug)])).toEqual([
    ['2014', ['jia', 'yi']],
    ['2015', ['jia']],
    ['2016', ['jia']],
  ]);
  expect(book.yearbooks[0]!.chapters[0]!.sections.map(({ domain, entries }) => [domain.slug, entries.length])).toEqual([
    ['economy', 7],
    ['governance', 1],
  ]);
});

test('a chapter bears the name the district had in its year', () => {
  const book = bookOf({ ...YEARS, '2016/jia/a.md': entryText(), '2014/jia/a.md': entryText() });
  expect(chapterOf(book, book.byId.get('2016/jia/a')!).name).toBe('甲县');
  expect(chapterOf(book, book.byId.get('2014/jia/a')!).name).toBe('甲区');
});

test('front and back matter stand in their order', () => {
  const matter = (title: string, order: number) => `---\ntitle: ${title}\norder: ${order}\n---\n\n${title}。\n`;
  const [yearbook] = bookOf({
    '2015/front/b.md': matter('凡例', 1),
    '2015/front/a.md': matter('特载', 2),
    '2015/back/houji.md': matter('后记', 1),
  }).yearbooks;
  expect(yearbook!.front.map(({ fields }) => fields.title)).toEqual(['凡例', '特载']);
  expect(yearbook!.back.map(({ slug }) => slug)).toEqual(['houji']);
});

test('the same files in another order make the same book', () => {
  const parts = readParts({ ...YEARS, '2014/jia/a.md': entryText(), '2014/jia/b.md': entryText(), '2016/jia/c.md': entryText() }).flatMap(
    ({ part }) => part ?? [],
  );
  const ids = (inOrder: Part[]) => buildBook(inOrder).book!.entries.map(({ id }) => id);
  expect(ids(parts.toReversed())).toEqual(ids(parts));
});
