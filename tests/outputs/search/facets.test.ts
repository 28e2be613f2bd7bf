import { describe, expect, it } from 'vitest';
import { facetsOf } from '../../../src/outputs/search/book-facets.ts';
import { countFacets, decodeColumn, encodeColumn, narrow, newestFirst, openFacets } from '../../../src/outputs/search/facets.ts';
import { readState, writeState } from '../../../src/outputs/search/page/search-state.ts';
import { bookOf, entryText } from '../../small-book.ts';

const book = bookOf({
  '2015/jia/a.md': entryText('甲事项共3件。', { type: 'overview', figures: [{ name: '事项', value: '3', unit: '件' }] }),
  '2015/jia/b.md': entryText('乙事项。', { domain: 'governance', pilot: { level: 'city', name: '试点' } }),
  '2016/yearbook.md': '---\ntitle: 改革年鉴 2016\n---\n\n说明。\n',
  '2016/yi/district.md': '---\nsource: report\n---\n\n概况。\n',
  '2016/yi/c.md': entryText('丙事项。', { documents: [{ title: '办法' }] }),
});
const facets = openFacets(facetsOf(book));
const all = [...book.entries.keys()];
const ids = (entries: number[]) => entries.map((entry) => book.entries[entry]!.id);

describe('facets', () => {
  it('write columns as runs', () => {
    const codes = [0, 0, 0, 1, 2, 2, 40, 40];
    expect(encodeColumn(codes)).toBe('0*3,1,2*2,14*2');
    expect(decodeColumn(encodeColumn(codes))).toEqual(codes);
    expect(decodeColumn('')).toEqual([]);
  });
  it('combine: any value within one, all across', () => {
    expect(ids(narrow(facets, { year: ['2015'], domain: ['governance'] }, all))).toEqual(['2015/jia/b']);
    expect(ids(narrow(facets, { has: ['figures', 'documents'] }, all))).toEqual(['2015/jia/a', '2016/yi/c']);
    expect(narrow(facets, { year: ['1900'] }, all)).toEqual([]);
  });
  it('count what each value would leave, its own facet apart', () => {
    const counts = countFacets(facets, { year: ['2016'] }, all);
    expect(counts.year).toEqual(new Map([['2015', 3], ['2016', 1]]));
    expect(counts.district).toEqual(new Map([['yi', 1]]));
  });
  it('put the newest year first and keep the order within', () => {
    expect(ids(newestFirst(facets, all))[0]).toBe('2016/yi/c');
  });
  it('offer only values that occur', () => {
    expect(facets.level.values).toEqual([['city', '市级']]);
  });
});

describe('the address of a search', () => {
  it('says all that is shown', () => {
    const state = { text: '改革 +1%', choice: { year: ['2015', '2018'], has: ['figures'] }, newest: true };
    expect(readState(writeState(state))).toEqual(state);
    expect(writeState({ text: '', choice: {}, newest: false })).toBe('');
    expect(() => writeState({ text: '\ud800', choice: {}, newest: false })).not.toThrow();
  });
});
