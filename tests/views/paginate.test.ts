import { expect, test } from 'vitest';
import { pageCount, pageItems, pageParams, paginate } from '../../src/views/paginate.ts';

const urlOf = (page: number) => `/list/${page}/`;
const numbers = (number: number, total: number) => paginate(number, total, urlOf).pages.map((page) => page.number);

test.each([
  [0, 1],
  [1, 1],
  [100, 1],
  [101, 2],
  [200, 2],
  [201, 3],
])('%i items need %i pages', (items, pages) => {
  expect(pageCount(items)).toBe(pages);
});

test('the items of a page, and of the last one', () => {
  const items = Array.from({ length: 250 }, (_, index) => index);
  expect(pageItems(items, 1)).toEqual(items.slice(0, 100));
  expect(pageItems(items, 3)).toEqual(items.slice(200));
});

test('the first page has no number in its address', () => {
  expect(pageParams(3)).toEqual([
    { page: undefined, number: 1 },
    { page: 'page/2', number: 2 },
    { page: 'page/3', number: 3 },
  ]);
});

test('the way to the pages before and after', () => {
  expect(paginate(1, 1, urlOf)).toEqual({ number: 1, total: 1, previous: undefined, next: undefined, pages: [{ number: 1, url: '/list/1/' }] });
  expect(paginate(2, 3, urlOf)).toMatchObject({ previous: '/list/1/', next: '/list/3/' });
  expect(paginate(3, 3, urlOf).next).toBeUndefined();
});

test('never a row of a hundred numbers', () => {
  expect(numbers(1, 100)).toEqual([1, 2, 3, 100]);
  expect(numbers(50, 100)).toEqual([1, 48, 49, 50, 51, 52, 100]);
  expect(numbers(100, 100)).toEqual([1, 98, 99, 100]);
  expect(numbers(2, 4)).toEqual([1, 2, 3, 4]);
});
