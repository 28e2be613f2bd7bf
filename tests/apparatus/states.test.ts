import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apparatusInBrowser, BASE } from './built-apparatus.ts';

/** Pages as a reader has changed them: what opens, lies over the page or is chosen is as accessible as the page itself. */
const room = apparatusInBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const STATES: [string, string, (page: Page) => Promise<unknown>][] = [
  ['the panel of choices is open', '2015/jia/base/', (page) => page.locator('.reading summary').click()],
  ['the page is converted', '2015/jia/base/', async (page) => {
    await page.locator('.reading summary').click();
    await page.getByLabel('繁體').check();
    await page.waitForSelector('.converted-mark');
  }],
  ['a link is previewed', '2015/jia/base/', async (page) => {
    await page.locator('[data-see] a').focus();
    await page.locator('[data-see] a').hover();
    await page.waitForSelector('.preview');
  }],
  ['a citation is copied', '2015/jia/base/', async (page) => {
    await page.locator('.citation button').click();
    await expect.poll(() => page.locator('.citation [role=status]').textContent()).toMatch(/已复制|已选中/);
  }],
  ['districts are compared', 'domains/economy/', async (page) => {
    await page.locator('.compare summary').click();
    await page.locator('.compare input').first().check();
    await page.locator('.compare input').last().check();
    await expect.poll(() => page.locator('.compare [role=status]').textContent()).toContain('正在对照');
  }],
  ['figures are sorted', 'figures/', async (page) => {
    await page.locator('[data-sort] button').first().click();
    await page.waitForSelector('[aria-sort]');
  }],
];

test.each(STATES)('axe finds nothing where %s, in the chosen dark and light, on either system', async (_, path, act) => {
  for (const [theme, colorScheme] of [['dark', 'light'], ['light', 'dark']] as const) {
    for (const width of [390, 1440]) {
      const context = await room.browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      await context.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme);
      const page = await context.newPage();
      await page.goto(room.site.origin + BASE + path);
      await act(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof import('axe-core') }).axe.run());
      expect(violations.map(({ id, nodes }) => `${width} ${theme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      await context.close();
    }
  }
}, 60_000);
