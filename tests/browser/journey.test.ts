import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../src/check-content.ts';
import { readSettings } from '../../src/settings.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

const { book } = await checkContent(readSettings([], {}).settings);
/** An entry that refers to one of another district. */
const from = book!.entries.find((entry) => entry.see.some(({ id }) => book!.byId.get(id)!.district !== entry.district))!;
const to = book!.byId.get(from.see.find(({ id }) => book!.byId.get(id)!.district !== from.district)!.id)!;

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom();
});
afterAll(() => room.close());

test.each([
  ['on a wide screen', { viewport: { width: 1440, height: 900 } }],
  ['on a phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ['without JavaScript', { javaScriptEnabled: false }],
])('home → district → entry → 参见 → back, %s', async (_, options) => {
  const { page, errors } = await room.open('', options);
  const article = (id: string) => page.locator(`article[data-entry-id="${id}"]`);

  await page.locator(`a[href$="/districts/${from.district}/"]`).first().click();
  await page.locator('main').getByRole('link', { name: from.title }).first().click();
  await article(from.id).waitFor();
  expect(await page.locator('h1').textContent()).toBe(from.title);

  await page.locator('[data-see]').getByRole('link', { name: to.title }).click();
  await article(to.id).waitFor();
  expect(await page.locator('[data-seen-from], [data-see]').getByRole('link', { name: from.title }).count()).toBeGreaterThan(0);

  await page.goBack();
  await article(from.id).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('home → matrix → the domain of a district', async () => {
  const { page, errors } = await room.open('');
  const cell = page.locator('table.matrix td a').first();
  const count = Number(await cell.textContent());
  await cell.click();
  await page.waitForURL(/\/districts\/.*#/);
  const section = page.locator(`section#${new URL(page.url()).hash.slice(1)}`);
  expect(await section.locator('li').count()).toBe(count);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a volume from its spine to its last entry, and on by 下一条', async () => {
  const { page, errors } = await room.open('');
  const { year, entries } = book!.yearbooks[0]!;
  await page.locator('a.spine').first().click();
  expect(new URL(page.url()).pathname).toBe(`/yearbook/${year}/`);
  await page.goto(room.address(`${entries[0]!.id}/`));
  await page.locator('a[rel=next]').click();
  await page.locator(`article[data-entry-id="${entries[1]!.id}"]`).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('an address that is not there leads on', async () => {
  const { page } = await room.open('2015/nowhere/');
  expect(await page.locator('h1').textContent()).toBe('没有这一页');
  await page.locator('main').getByRole('link', { name: '首页' }).click();
  expect(new URL(page.url()).pathname).toBe('/yearbook/');
  await page.context().close();
});
