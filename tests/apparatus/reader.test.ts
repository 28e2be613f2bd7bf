import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { apparatusInBrowser, BASE } from './built-apparatus.ts';

const room = apparatusInBrowser();

/** What pages complained of: refused scripts, missing files, exceptions. */
const complaints: string[] = [];
afterEach(() => expect(complaints.splice(0)).toEqual([]));

/** Opens a page of the built fixture. */
async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await room.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${path}: ${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
  await page.goto(room.site.origin + BASE + path);
  return page;
}

const TEMPLATES = [
  '', '2015/', '2015/jia/', '2015/jia/base/', '2018/bing/society/', 'districts/', 'districts/jia/', 'domains/', 'domains/economy/',
  'chronicle/', 'chronicle/district/jia/', 'chronicle/domain/economy/', 'pilots/', 'documents/', 'figures/', 'figures/changes/', 'figures/indicators/',
  'subjects/', 'subjects/stroke/', 'glossary/', 'errata/', 'data/', 'about/', 'search/', '404.html',
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test.each(TEMPLATES)('axe finds nothing on /%s, light and dark, 390 and 1440 wide', async (path) => {
  for (const width of [390, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(path, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof import('axe-core') }).axe.run());
      expect(violations.map(({ id, nodes }) => `${width} ${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.context().close();
    }
  }
}, 60_000);

test.each(TEMPLATES)('/%s needs no sideways scrolling at 200 %% zoom or on the narrowest phone', async (path) => {
  const page = await open(path, { viewport: { width: 320, height: 700 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
});

test('without script every page of the apparatus shows its lists, and nothing that needs a script', async () => {
  const page = await open('figures/', { javaScriptEnabled: false });
  expect(await page.locator('.all-figures tbody tr:not(.head)').count()).toBe(5);
  expect(await page.locator('.filter').isVisible()).toBe(false);
  await page.goto(`${room.site.origin}${BASE}domains/economy/`);
  expect(await page.locator('.side-by-side > section').count()).toBe(2);
  expect(await page.locator('.reading').isVisible()).toBe(false);
  await page.context().close();
});

test('a 参见 is previewed on hover and on focus, closes with Escape, and moves nothing', async () => {
  const page = await open('2015/jia/base/');
  await page.evaluate(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const link = page.locator('[data-see] a');
  await link.hover();
  await page.waitForSelector('.preview');
  expect(await page.locator('.preview').textContent()).toContain('2015年，乙区设立政务大厅');
  expect(await link.getAttribute('aria-describedby')).toBe('preview');
  await page.keyboard.press('Escape');
  expect(await page.locator('.preview').count()).toBe(0);
  await page.locator('.prose a.term').focus();
  await page.waitForSelector('.preview');
  const lines = () => page.locator('.preview > *').allTextContents();
  await expect.poll(lines).toEqual(['放管服', '又作 放管服改革', '简政放权、放管结合、优化服务的简称。', '见于：甲区·审批制度改革']);
  await page.locator('[data-documents] a').focus();
  await expect.poll(lines).toEqual(['《审批制度意见》', '某省人民政府，某政发〔2015〕1号，2015年3月', '见于：甲区 2015·审批制度改革；乙区 2015·政务大厅；乙区 2015·政务大厅延时服务']);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
  await page.context().close();
});

test('the script is switched, marked, remembered and brought back', async () => {
  const page = await open('2015/jia/base/');
  await page.locator('.reading summary').click();
  await page.getByLabel('繁體').check();
  await page.waitForSelector('.converted-mark');
  expect(await page.locator('h1').textContent()).toBe('審批制度改革');
  expect(await page.locator('.converted-mark').textContent()).toContain('机器转换');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
  // What scripts say is converted as well.
  await page.locator('.citation button').click();
  await expect.poll(() => page.locator('.citation [role=status]').textContent()).toMatch(/^(已複製|已選中，請按 Ctrl\+C)$/);
  await page.goto(`${room.site.origin}${BASE}2018/bing/society/`);
  await page.waitForSelector('.converted-mark');
  expect(await page.locator('h1').textContent()).toBe('社會組織培育');
  expect(await page.locator('.masthead nav').textContent()).toContain('領域');
  await page.getByRole('button', { name: '恢复原文' }).click();
  expect(await page.locator('.masthead nav').textContent()).toContain('领域');
  await page.reload();
  await page.waitForTimeout(200);
  expect(await page.locator('.converted-mark').count()).toBe(0);
  await page.locator('.reading summary').click();
  await page.getByLabel('简体').check();
  await page.waitForSelector('.converted-mark');
  expect(await page.locator('h1').textContent()).toBe('社会组织培育');
  await page.context().close();
});

test('light and dark are chosen, remembered, and painted from the first', async () => {
  const page = await open('figures/', { colorScheme: 'light' });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.locator('.reading summary').click();
  await page.getByLabel('深色').check();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto(`${room.site.origin}${BASE}pilots/`);
  expect(await paper()).toBe(dark);
  await page.context().close();
});

test('paper is white, whichever colours were chosen for the screen, and nothing stands on it that only a reader at a screen needs', async () => {
  for (const path of ['2015/jia/base/', 'figures/', 'domains/economy/']) {
    const page = await open(path, { colorScheme: 'dark' });
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    await page.reload();
    await page.emulateMedia({ media: 'print' });
    const { paper, ink, visible } = await page.evaluate(() => ({
      paper: getComputedStyle(document.documentElement).backgroundColor,
      ink: getComputedStyle(document.querySelector('h1')!).color,
      visible: [...document.querySelectorAll('form, select, input, nav, summary, .citation button')].filter((one) => one.checkVisibility() && one.getAttribute('aria-label') !== '本条目录').map(({ outerHTML }) => outerHTML.slice(0, 60)),
    }));
    expect([paper, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    expect(visible.filter((one) => !one.includes('crumbs'))).toEqual([]);
    await page.context().close();
  }
});

test('two districts of a domain are read side by side, and the choice stands in the address', async () => {
  const page = await open('domains/economy/');
  await page.locator('.compare summary').click();
  await page.getByLabel('乙区').check();
  await expect.poll(() => page.locator('.side-by-side > section').count()).toBe(1);
  await page.getByLabel('甲区').check();
  await expect.poll(() => page.locator('.side-by-side > section').count()).toBe(2);
  expect(new URL(page.url()).search).toBe('?district=jia&district=yi');
  await page.goto(`${room.site.origin}${BASE}domains/economy/?district=yi`);
  await expect.poll(() => page.locator('.side-by-side > section').allTextContents()).toHaveLength(1);
  expect(await page.locator('.side-by-side h2').textContent()).toContain('乙区');
  await page.context().close();
});

test('figures are narrowed and sorted over all pages, linkable', async () => {
  const page = await open('figures/');
  const names = () => page.locator('.all-figures tbody th[scope=row] .named > span:first-child').allTextContents();
  await page.locator('[name=sort]').selectOption('-amount');
  await expect.poll(names).toEqual(['受益群众', '登记土地', '审批事项', '审批事项', '審批事項']);
  await page.locator('[name=year]').selectOption('2018');
  await expect.poll(names).toEqual(['審批事項']);
  await page.goto(`${room.site.origin}${BASE}figures/`);
  await page.getByRole('button', { name: '数值' }).click();
  await expect.poll(names).toEqual(['受益群众', '登记土地', '审批事项', '审批事项', '審批事項']);
  expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  await page.getByRole('button', { name: '数值' }).click();
  await expect.poll(names).toEqual(['審批事項', '审批事项', '审批事项', '登记土地', '受益群众']);
  expect(new URL(page.url()).search).toBe('?sort=amount');
  await page.getByRole('button', { name: '数值' }).click();
  expect(await page.locator('th[aria-sort]').count()).toBe(0);
  await page.goto(`${room.site.origin}${BASE}figures/?district=jia&sort=change`);
  await expect.poll(names).toEqual(['审批事项', '登记土地']);
  expect(await page.locator('.all-figures').textContent()).toContain('前值498项，减少342项（68.7%）');
  await page.context().close();
});

test('a citation is copied with the date of today', async () => {
  const page = await open('2015/jia/base/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: '复制' }).click();
  await expect.poll(() => page.locator('.citation [role=status]').textContent()).toBe('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^审批制度改革\[M\/OL\]\/\/甲编辑部, 乙编辑部\. 改革年鉴 2015\. 某市: 某出版社, 2016\[\d{4}-\d\d-\d\d\]\. https:\/\/yearbook\.example\.cn\/yearbook\/2015\/jia\/base\/\.$/,
  );
  const [bib] = await Promise.all([page.request.get(`${room.site.origin}${BASE}2015/jia/base/cite.bib`)]);
  expect(await bib.text()).toContain('@incollection{2015-jia-base,');
  await page.context().close();
});

test('an old id leads to the entry', async () => {
  const page = await open('2015/jia/old-name/');
  await page.waitForURL(`${room.site.origin}${BASE}2015/jia/base/`);
  await page.context().close();
});

test('an entry page fetches its styles and heading font, and nothing else before the reader acts', async () => {
  const context = await room.browser.newContext();
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.resourceType()));
  await page.goto(`${room.site.origin}${BASE}2015/jia/base/`);
  await page.waitForTimeout(300);
  expect(fetched.filter((type) => !['document', 'stylesheet', 'font', 'image', 'other'].includes(type))).toEqual([]);
  await context.close();
});

const gzipped = (text: string | Buffer) => gzipSync(text, { level: 9 }).length;

test('byte budgets of an entry page', () => {
  const html = readFileSync(join(room.site.folder, '2015/jia/base/index.html'), 'utf8');
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => readFileSync(join(room.site.folder, href!.slice(BASE.length))));
  expect(gzipped(html) + styles.reduce((sum, style) => sum + gzipped(style), 0)).toBeLessThanOrEqual(20_000);
  const inline = [...html.matchAll(/<script(?![^>]*ld\+json)[^>]*>([^<]*)<\/script>/g)].map(([, code]) => code).join('');
  expect(gzipped(inline)).toBeLessThanOrEqual(2_000);
  for (const name of ['hant', 'hans']) {
    const table = readFileSync(join(room.site.folder, `script/${name}.json`));
    expect(gzipped(table) + gzipped(readFileSync(join(room.site.folder, 'script/script-switch.js')))).toBeLessThanOrEqual(40_000);
  }
});

test('charts and pages carry no inline style (content security policy)', () => {
  for (const path of TEMPLATES.filter((one) => one.endsWith('/'))) {
    const html = readFileSync(join(room.site.folder, path, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle="/);
  }
});

test('meta of an entry for reference managers', () => {
  const html = readFileSync(join(room.site.folder, '2015/jia/base/index.html'), 'utf8');
  const meta = (name: string) => [...html.matchAll(new RegExp(`<meta name="${name}" content="([^"]*)"`, 'g'))].map(([, content]) => content);
  expect(meta('citation_title')).toEqual(['审批制度改革']);
  expect(meta('citation_editor')).toEqual(['甲编辑部', '乙编辑部']);
  expect(meta('citation_publication_date')).toEqual(['2016']);
  expect(meta('DC.identifier')).toEqual(['https://yearbook.example.cn/yearbook/2015/jia/base/']);
  expect(html).toContain('<meta property="og:image" content="https://yearbook.example.cn/yearbook/og/2015-jia.png"');
  const picture = readFileSync(join(room.site.folder, 'og/2015-jia.png'));
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
});
