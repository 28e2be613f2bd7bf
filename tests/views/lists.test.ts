import { describe, expect, test } from 'vitest';
import { chapterPages, sectionUrl, viewChapter } from '../../src/views/chapter.ts';
import { districtPages, districtSectionUrl, viewDistrict, viewDistricts } from '../../src/views/district.ts';
import { viewDomain, viewDomains } from '../../src/views/domain.ts';
import { viewHome } from '../../src/views/home.ts';
import { viewMatrix } from '../../src/views/matrix.ts';
import { viewYear } from '../../src/views/year.ts';
import { bookOf, contextOf, entryText, type Files } from '../small-book.ts';

/** Two years, two districts, 250 entries: 120 in one domain of one chapter. */
const files: Files = {
  '2016/yearbook.md': '---\ntitle: 改革年鉴（2016）\nsubtitle: 副题\neditors: [甲, 乙]\npublisher: 某出版社\nplace: 某市\npublished: 2017-03\nisbn: 978-7-0000-0000-0\n---\n\n编辑说明。\n',
  '2016/jia/district.md': '---\nsource: report\nnameThen: 甲县\nsummary: 一句话\n---\n\n概况。\n',
  '2016/yi/district.md': '---\nsource: report\n---\n\n概况。\n',
  '2016/front/fanli.md': '---\ntitle: 凡例\n---\n\n凡例。\n',
  '2016/yi/only.md': entryText('正文。', { domain: 'governance', pilot: { level: 'city', name: '试点' }, summary: '摘要' }),
};
for (let number = 1; number <= 250; number += 1) {
  const domain = number <= 120 ? 'economy' : 'governance';
  files[`2016/jia/e${String(number).padStart(3, '0')}.md`] = entryText('办理3件。', { title: `事项${number}`, domain, figures: [{ name: '甲', value: '3', unit: '件' }] });
}
const book = bookOf(files);
const context = contextOf(book);
const [jia, yi] = book.districts;
const [economy, governance] = book.domains;
const chapter = book.yearbooks[1]!.chapters[0]!;

const shown = (sections: { id: string; entries: unknown[] }[]) => sections.map(({ id, entries }) => [id, entries.length]);

describe('a chapter', () => {
  test('is cut into pages of a hundred entries, a domain running over', () => {
    expect(chapterPages(chapter)).toBe(3);
    expect([1, 2, 3].map((page) => shown(viewChapter(context, chapter, page).sections))).toEqual([
      [['economy', 100]],
      [['economy', 20], ['governance', 80]],
      [['governance', 50]],
    ]);
  });

  test('says of each section how many it holds in all', () => {
    expect(viewChapter(context, chapter, 2).sections.map(({ count }) => count)).toEqual([120, 130]);
  });

  test('leads to the page on which a domain begins', () => {
    expect(sectionUrl(context.urls, chapter, 'economy')).toBe('/yearbook/2016/jia/#economy');
    expect(sectionUrl(context.urls, chapter, 'governance')).toBe('/yearbook/2016/jia/page/2/#governance');
    expect(viewChapter(context, chapter, 1).contents).toEqual([
      { name: '经济体制改革', url: '/yearbook/2016/jia/#economy', count: 120 },
      { name: '社会治理改革', url: '/yearbook/2016/jia/page/2/#governance', count: 130 },
    ]);
  });

  test('bears the name of its year and tells the name of today', () => {
    expect(viewChapter(context, chapter, 1)).toMatchObject({ title: '甲县 2016', name: '甲县', nameNow: '甲区', location: '某省某市', summary: '一句话' });
    expect(viewChapter(context, book.yearbooks[0]!.chapters[0]!, 1)).toMatchObject({ name: '甲区', nameNow: undefined, otherYears: [{ year: '2016', url: '/yearbook/2016/jia/' }] });
  });

  test('counts', () => {
    expect(viewChapter(context, chapter, 1).counts.slice(0, 3)).toEqual([
      { label: '条目', value: '250' },
      { label: '领域', value: '2' },
      { label: '数据', value: '250' },
    ]);
  });
});

describe('a district', () => {
  test('holds its entries of all years, newest first within a domain', () => {
    expect(districtPages(context, jia!)).toBe(3);
    const pages = [1, 2, 3].map((page) => viewDistrict(context, jia!, page).sections);
    expect(pages.map(shown)).toEqual([[['economy', 100]], [['economy', 21], ['governance', 79]], [['governance', 51]]]);
    expect(pages[0]![0]!.entries[0]!.year).toBe('2016');
    expect(pages[1]![0]!.entries.at(-1)).toMatchObject({ id: '2015/jia/base', year: '2015' });
  });

  test('leads to its chapters, the latest first', () => {
    expect(viewDistrict(context, jia!, 1).chapters).toMatchObject([
      { year: '2016', name: '甲县', url: '/yearbook/2016/jia/', count: 250, summary: '一句话' },
      { year: '2015', name: '甲区', url: '/yearbook/2015/jia/', count: 1 },
    ]);
    expect(districtSectionUrl(book, context.urls, jia!, 'governance')).toBe('/yearbook/districts/jia/page/2/#governance');
  });

  test('is one of a list by province', () => {
    expect(viewDistricts(context, 1)).toMatchObject({
      total: 2,
      provinces: [
        {
          name: '某省',
          districts: [
            { name: '甲区', city: '某市', code: '100001', url: '/yearbook/districts/jia/', years: ['2015', '2016'], count: 251 },
            { name: '乙区', years: ['2016'], count: 1 },
          ],
        },
      ],
    });
  });
});

describe('a domain', () => {
  test('stands side by side across districts and years', () => {
    const view = viewDomain(context, governance!, 1);
    expect(view).toMatchObject({ name: '社会治理改革', count: 131, years: ['2016'] });
    expect(view.districts.map(({ slug, count }) => [slug, count])).toEqual([['jia', 130]]);
    const second = viewDomain(context, governance!, 2);
    expect(second.districts.map(({ slug, count }) => [slug, count])).toEqual([['jia', 130], ['yi', 1]]);
    expect(second.districts[1]).toMatchObject({
      name: '乙区',
      url: '/yearbook/districts/yi/',
      years: [{ year: '2016', url: '/yearbook/2016/yi/', entries: [{ id: '2016/yi/only', pilot: '市级', summary: '摘要' }] }],
    });
  });

  test('names the districts that have nothing in it', () => {
    expect(viewDomain(context, economy!, 1).without).toEqual([{ name: '乙区', url: '/yearbook/districts/yi/' }]);
    expect(viewDomain(context, governance!, 1).without).toEqual([]);
  });

  test('is one of a list', () => {
    expect(viewDomains(context).domains).toMatchObject([
      { name: '经济体制改革', url: '/yearbook/domains/economy/', count: 121, districts: 1 },
      { name: '社会治理改革', url: '/yearbook/domains/governance/', count: 131, districts: 2 },
    ]);
  });
});

describe('the matrix', () => {
  const matrix = viewMatrix(context, [jia!, yi!]);

  test('counts each domain of each district over all years', () => {
    expect(matrix.domains.map(({ short, url }) => [short, url])).toEqual([
      ['经济', '/yearbook/domains/economy/'],
      ['社会治理', '/yearbook/domains/governance/'],
    ]);
    expect(matrix.rows.map(({ name, cells }) => [name, cells.map(({ count }) => count)])).toEqual([
      ['甲区', [121, 130]],
      ['乙区', [0, 1]],
    ]);
  });

  test('leads from a cell to its entries, from an empty one nowhere', () => {
    expect(matrix.rows[0]!.cells[1]).toMatchObject({ url: '/yearbook/districts/jia/page/2/#governance', label: '甲区社会治理改革130条' });
    expect(matrix.rows[1]!.cells[0]!.url).toBeUndefined();
  });

  test('shades by number: nothing, a little, the most', () => {
    expect(matrix.rows.flatMap(({ cells }) => cells.map(({ shade }) => shade))).toEqual([4, 4, 0, 1]);
  });
});

describe('home', () => {
  test('shows volumes, counts and the matrix', () => {
    const home = viewHome(context);
    expect(home).toMatchObject({
      title: '改革年鉴',
      spines: [
        { title: '改革年鉴', year: '2015', url: '/yearbook/2015/', chapters: 1, entries: 1 },
        { title: '改革年鉴', year: '2016', url: '/yearbook/2016/', chapters: 2, entries: 251 },
      ],
      olderYears: [],
      moreDistricts: undefined,
    });
    expect(home.counts.find(({ label }) => label === '条目')!.value).toBe('252');
    expect(home.matrix.rows).toHaveLength(2);
    expect(home.terms.map(({ name }) => name)).toEqual(['放管服']);
  });

  test('stays a page at any number of districts and years', () => {
    const many: Files = {};
    many['districts.yaml'] = Array.from({ length: 60 }, (_, index) => `- {slug: d${index}, code: "${200000 + index}", name: 区${index}, city: 市, province: 省}\n`).join('')
      + '- {slug: jia, code: "100001", name: 甲区, city: 某市, province: 某省}\n';
    for (let index = 0; index < 60; index += 1) many[`2015/d${index}/district.md`] = '---\nsource: report\n---\n\n概况。\n';
    for (let year = 2000; year < 2015; year += 1) many[`${year}/yearbook.md`] = `---\ntitle: 改革年鉴 ${year}\n---\n\n说明。\n`;
    const home = viewHome(contextOf(bookOf(many)));
    expect(home.matrix.rows).toHaveLength(20);
    expect(home.moreDistricts).toEqual({ count: 61, url: '/yearbook/districts/' });
    expect(home.spines.map(({ year }) => year)).toEqual(['2010', '2011', '2012', '2013', '2014', '2015']);
    expect(home.olderYears).toHaveLength(10);
  });
});

test('a volume shows its chapters, matter and imprint', () => {
  expect(viewYear(context, book.yearbooks[1]!, 1)).toMatchObject({
    title: '改革年鉴（2016）',
    subtitle: '副题',
    imprint: [
      { label: '编者', value: '甲、乙' },
      { label: '出版', value: '某市，某出版社，2017年3月' },
      { label: '书号', value: '978-7-0000-0000-0' },
    ],
    front: [{ title: '凡例', url: '/yearbook/2016/front/fanli/' }],
    back: [],
    chapters: [
      { name: '甲县', url: '/yearbook/2016/jia/', count: 250, sections: [{ count: 120 }, { count: 130 }] },
      { name: '乙区', count: 1 },
    ],
    otherYears: [
      { year: '2015', url: '/yearbook/2015/', current: false },
      { year: '2016', url: '/yearbook/2016/', current: true },
    ],
  });
});
