import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom();
});
afterAll(() => room.close());

test('a hit leads to the entry with the words marked, in either script, and the marks can be taken away', async () => {
  const { page, errors } = await room.open(`search/?q=${encodeURIComponent('社區治理')}`);
  await page.locator('[data-search-count]').filter({ hasText: /^\d+$/ }).waitFor();
  await page.locator('[data-entry-id] a').first().click();
  const marks = page.locator('article[data-entry-id] mark');
  await marks.first().waitFor();
  expect((await marks.first().textContent())!).toMatch(/社[区區]治理/);

  await page.getByRole('button', { name: /清除|去掉|关闭|取消/ }).first().click();
  await expect.poll(() => marks.count()).toBe(0);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('an entry opened without a search has no marks', async () => {
  const { page } = await room.open('domains/governance/');
  await page.locator('.entry-lines a').first().click();
  await page.locator('article[data-entry-id]').waitFor();
  expect(await page.locator('mark').count()).toBe(0);
  await page.context().close();
});
