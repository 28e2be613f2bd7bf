import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apparatusInBrowser, BASE } from './built-apparatus.ts';

/** What a pointer can do, the keyboard can: every control is reached by Tab, seen where it is, and works. */
const room = apparatusInBrowser();

async function open(path: string): Promise<Page> {
  const page = await room.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(room.site.origin + BASE + path);
  return page;
}

/** Presses Tab until a control is reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement!.matches(wanted), selector)) return;
  }
  throw new Error(`${selector} is not reached`);
}

test.each(['', '2015/jia/base/', 'domains/economy/', 'figures/', 'chronicle/', 'data/', 'search/'])('/%s: Tab reaches every control in order, and it is seen where', async (path) => {
  const page = await open(path);
  const wanted = await page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    controls.forEach((one, index) => (one.dataset['order'] = String(index)));
    return controls.length;
  });
  const seen: number[] = [];
  const unseen: string[] = [];
  for (let press = 0; press < wanted + 20; press++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      if (focused === document.body) return undefined;
      const outlined = [focused, focused.closest<HTMLElement>('.search-box')].some((one) => one && getComputedStyle(one).outlineStyle !== 'none');
      const { top, bottom, width } = focused.getBoundingClientRect();
      return { order: Number(focused.dataset['order']), isSeen: outlined && width > 0 && bottom > 0 && top < innerHeight, text: focused.outerHTML.slice(0, 80) };
    });
    if (!at) break;
    seen.push(at.order);
    if (!at.isSeen) unseen.push(at.text);
  }
  expect(seen).toEqual(Array.from({ length: wanted }, (_, index) => index));
  expect(unseen).toEqual([]);
  await page.close();
});

test('the first Tab offers the way past the navigation', async () => {
  const page = await open('2015/jia/base/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);
  await page.close();
});

test('dark, the other script, a citation, a comparison and an order of figures are chosen by keys', async () => {
  const page = await open('2015/jia/base/');
  await tabTo(page, '.reading summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '[name=script]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.waitForSelector('.converted-mark');
  await tabTo(page, '[name=theme]');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement!.matches('.reading:not([open]) summary'))).toBe(true);
  await tabTo(page, '.citation button');
  await page.keyboard.press('Space');
  await expect.poll(() => page.locator('.citation [role=status]').textContent()).toMatch(/已複製|已選中/);

  await page.goto(`${room.site.origin}${BASE}domains/economy/`);
  await tabTo(page, '.compare summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '.compare input');
  await page.keyboard.press('Space');
  await expect.poll(() => page.locator('.side-by-side > section').count()).toBe(1);

  await page.goto(`${room.site.origin}${BASE}figures/`);
  await tabTo(page, '.all-figures thead button');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('th[aria-sort]').count()).toBe(1);
  expect(await page.evaluate(() => document.activeElement!.matches('.all-figures thead button'))).toBe(true);
  await page.close();
});
