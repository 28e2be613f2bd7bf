import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../src/check-content.ts';
import { readSettings } from '../../src/settings.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

const { book } = await checkContent(readSettings([], {}).settings);

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom();
});
afterAll(() => room.close());

/** What the search page says of a query: the exact number and the entries it shows. */
async function search(query: string) {
  const { page, errors } = await room.open(`search/?q=${encodeURIComponent(query)}`);
  await page.locator('[data-search-count]').filter({ hasText: /^\d+$/ }).waitFor();
  const count = Number(await page.locator('[data-search-count]').textContent());
  const hits = await page.locator('[data-entry-id]').evaluateAll((found) => found.map((hit) => hit.getAttribute('data-entry-id')));
  return { page, errors, count, hits };
}

test('a query in the address is answered: the number, the hits, the query in its field', async () => {
  const [entry] = book!.entries;
  const { page, errors, count, hits } = await search(entry!.title);
  expect(hits[0]).toBe(entry!.id);
  expect(count).toBe(hits.length);
  expect(await page.locator('main input[type=search]').inputValue()).toBe(entry!.title);

  await page.locator(`[data-entry-id="${entry!.id}"] a`).first().click();
  await page.locator(`article[data-entry-id="${entry!.id}"]`).waitFor();
  await page.goBack();
  await page.locator(`[data-entry-id="${entry!.id}"]`).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('what stands nowhere is found nowhere, and the reader is told', async () => {
  const { page, errors, count, hits } = await search('鼙鼓渔阳');
  expect([count, hits]).toEqual([0, []]);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('every hit is an entry, and no entry stands twice', async () => {
  const { page, count, hits } = await search('改革');
  expect(count).toBeGreaterThanOrEqual(hits.length);
  expect(hits.filter((id) => !book!.byId.has(id!))).toEqual([]);
  expect(new Set(hits).size).toBe(hits.length);
  await page.context().close();
});

test('from the search box of the front page and of any other', async () => {
  for (const path of ['', 'about/']) {
    const { page, errors } = await room.open(path);
    await page.locator('input[type=search]').first().fill('试点');
    await page.locator('input[type=search]').first().press('Enter');
    await page.locator('[data-search-count]').filter({ hasText: /^[1-9]\d*$/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('试点');
    expect(errors).toEqual([]);
    await page.context().close();
  }
});
