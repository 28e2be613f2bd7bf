import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apparatusInBrowser, BASE } from './built-apparatus.ts';

/** What a reader sees while a script or file is on its way; how soon is measured by `npm run bench -- reading`. */
const room = apparatusInBrowser();

const ENTRY = '2015/jia/base/';

/** Opens a page on a line so slow that nothing matching `held` arrives until `release` is called. */
async function openSlowly(path: string, held: RegExp, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await room.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(room.site.origin + BASE + path);
  const asked: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(held, async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await released;
    await route.continue();
  });
  return { page, asked, release };
}

const text = (page: Page, selector: string) => page.locator(selector).first().textContent();

test.each([
  ['copying a citation', ENTRY, '.citation', /copy\.js/, (page: Page) => page.locator('.citation button').click()],
  ['sorting figures', 'figures/', '.filter', /figures\.js/, (page: Page) => page.locator('.filter [name=sort]').selectOption('name')],
  ['comparing districts', 'domains/economy/', '.compare', /compare\.js/, async (page: Page) => {
    await page.locator('.compare summary').click();
    await page.locator('.compare input').first().check();
  }],
])('%s says that its script is on the way, and then does it', async (_, path, element, script, act) => {
  const { page, release } = await openSlowly(path, script);
  await act(page);
  const status = `${element} [role=status]`;
  await expect.poll(() => text(page, status)).toBe('正在载入……');
  release();
  await expect.poll(() => text(page, status)).toMatch(/已复制|已选中|\d项|再选一个区/);
  await page.context().close();
});

test('without a line the reader is told, and may try again', async () => {
  const { page } = await openSlowly(ENTRY, /nothing/);
  await page.context().setOffline(true);
  await page.locator('.citation button').click();
  await expect.poll(() => text(page, '.citation [role=status]')).toBe('未能载入，请再试一次');
  await page.context().setOffline(false);
  await page.locator('.citation button').click();
  await expect.poll(() => text(page, '.citation [role=status]')).toMatch(/已复制|已选中/);
  await page.context().close();
});

test('a script that is there says nothing of loading', async () => {
  const { page } = await openSlowly(ENTRY, /nothing/);
  await page.evaluate(() => {
    const seen = window as unknown as { said: string[] };
    seen.said = [];
    const status = document.querySelector('.citation [role=status]')!;
    new MutationObserver(() => seen.said.push(status.textContent!)).observe(status, { childList: true });
  });
  await page.locator('.citation button').hover();
  await page.waitForTimeout(300);
  await page.locator('.citation button').click();
  await expect.poll(() => text(page, '.citation [role=status]')).toMatch(/已复制|已选中/);
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toHaveLength(1);
  await page.context().close();
});

test('the switch of scripts says that it is at work', async () => {
  const { page, release } = await openSlowly(ENTRY, /hant\.json/);
  await page.locator('.reading summary').click();
  await page.getByLabel('繁體').check();
  await expect.poll(() => text(page, '.reading [role=status]')).toBe('正在转换……');
  release();
  await page.waitForSelector('.converted-mark');
  await expect.poll(() => text(page, '.reading [role=status]')).toBe('');
  await page.context().close();
});

test('dark is dark before its script has come', async () => {
  const { page, release } = await openSlowly(ENTRY, /reading\.js/, { colorScheme: 'light' });
  const colours = () => page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.documentElement).getPropertyValue('--accent')]);
  const light = await colours();
  await page.locator('.reading summary').click();
  await page.getByLabel('深色').check();
  const dark = await colours();
  expect(dark[0]).not.toBe(light[0]);
  // The accent is made legible for the paper that was chosen, not for the system's.
  expect(dark[1]).not.toBe(light[1]);
  release();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('theme'))).toBe('dark');
  await page.context().close();
});

test('a link says that its preview is on the way, first beside itself, then on the card', async () => {
  const { page, release } = await openSlowly(ENTRY, /preview\.js/);
  const link = page.locator('[data-see] a');
  const label = () => link.evaluate((one) => (getComputedStyle(one, '::after').visibility === 'visible' ? getComputedStyle(one, '::after').content : ''));
  await link.hover();
  await expect.poll(label).toContain('正在取来……');
  release();
  await page.waitForSelector('.preview');
  await expect.poll(label).toBe('none');
  await page.context().close();

  const slow = await openSlowly(ENTRY, /2015\/yi\/hall\//);
  await slow.page.locator('[data-see] a').hover();
  await expect.poll(() => slow.page.locator('.preview').textContent()).toBe('政务大厅正在取来……');
  slow.release();
  await expect.poll(() => text(slow.page, '.preview')).toContain('2015年，乙区设立政务大厅');
  await slow.page.context().close();
});

test('a term is explained at once: the link carries its definition', async () => {
  const { page, release } = await openSlowly(ENTRY, /glossary\//);
  await page.locator('.prose a.term').hover();
  await expect.poll(() => page.locator('.preview').textContent()).toBe('放管服改革简政放权、放管结合、优化服务的简称。');
  release();
  await page.context().close();
});

test('a finger follows a link and fetches no preview', async () => {
  const { page, asked, release } = await openSlowly(ENTRY, /preview\.js/, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  release();
  await page.locator('[data-see] a').tap();
  await page.waitForURL(/2015\/yi\/hall\/$/);
  expect(asked).toEqual([]);
  await page.context().close();
});
