import { describe, expect, test } from 'vitest';
import { chapterPages, viewChapter } from '../../src/views/chapter.ts';
import { districtPages, viewDistrict } from '../../src/views/district.ts';
import { documentsPages, viewDocuments } from '../../src/views/documents.ts';
import { domainPages, viewDomain } from '../../src/views/domain.ts';
import { glossaryPages, viewGlossary } from '../../src/views/glossary.ts';
import { bookOf, contextOf, entryText, type Files } from '../small-book.ts';

/** More entries than this on one page are no list to read. */
const MOST = 150;

/** 1,200 entries, as unevenly spread as a book can be: one year, four districts, one domain, one document, one term. */
const files: Files = {
  'districts.yaml': ['jia', 'yi', 'bing', 'ding'].map((slug, index) => `- {slug: ${slug}, code: "10000${index}", name: ${slug}区, city: 市, province: 省}\n`).join(''),
};
for (const district of ['jia', 'yi', 'bing', 'ding']) {
  files[`2015/${district}/district.md`] = '---\nsource: report\n---\n\n概况。\n';
  for (let number = 0; number < 300; number += 1) {
    files[`2015/${district}/e${number}.md`] = entryText('推进放管服改革，印发《试行办法》。', { title: `事项${number}`, documents: [{ title: '试行办法' }] });
  }
}
const book = bookOf(files);
const context = contextOf(book);

/** Entries a view lists, wherever in it they stand. */
function listed(view: unknown): number {
  if (Array.isArray(view)) return view.reduce<number>((sum, item) => sum + listed(item), 0);
  if (typeof view !== 'object' || view === null) return 0;
  return ('id' in view && book.byId.has(String(view.id)) ? 1 : 0) + listed(Object.values(view));
}

const numbers = (pages: number) => Array.from({ length: pages }, (_, index) => index + 1);

describe('no page of a book of 1,200 entries is endless, and every entry is on one', () => {
  const [chapter] = book.yearbooks[0]!.chapters;
  const [district] = book.districts;
  const [economy] = book.domains;
  test.each([
    ['chapter', numbers(chapterPages(chapter!)).map((page) => viewChapter(context, chapter!, page)), 301],
    ['district', numbers(districtPages(context, district!)).map((page) => viewDistrict(context, district!, page)), 301],
    ['domain', numbers(domainPages(context, economy!)).map((page) => viewDomain(context, economy!, page)), 1201],
  ])('%s', (_, pages, total) => {
    expect(pages.map(listed).reduce((sum, count) => sum + count)).toBe(total);
    expect(Math.max(...pages.map(listed))).toBeLessThanOrEqual(MOST);
  });

  test.each([
    ['documents', numbers(documentsPages(context)).map((page) => viewDocuments(context, page))],
    ['glossary', numbers(glossaryPages(context)).map((page) => viewGlossary(context, page))],
  ])('%s', (_, pages) => {
    expect(Math.max(...pages.map(listed))).toBeGreaterThan(0);
    expect(Math.max(...pages.map(listed))).toBeLessThanOrEqual(MOST);
  });
});
