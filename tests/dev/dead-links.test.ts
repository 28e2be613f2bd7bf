import { spawn, type ChildProcess } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APPARATUS } from '../apparatus/fixture.ts';
import { launchBrowser } from '../browser/browser.ts';
import { entryText } from '../small-book.ts';
import { removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { ROOT } from '../run-script.ts';

/** A PNG of 1 × 1 pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64');
const BASE = '/yearbook/';

let folder = '';
let content = '';
let server: ChildProcess;
let origin = '';

beforeAll(async () => {
  folder = await temporaryFolder();
  content = await writeContent(join(folder, 'content'), {
    ...APPARATUS,
    '2015/jia/hall.png': PNG,
    '2015/jia/pictured.md': entryText('2015年，甲区建成大厅。\n\n![大厅](hall.png)', { title: '大厅建成' }),
  });
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const environment = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(?:VITEST|NODE_ENV|BASE_URL|MODE|DEV|PROD|SSR|TEST)/.test(key)));
  server = spawn(process.execPath, ['scripts/dev.ts', '--content', content, '--base', BASE, '--port', String(port)], { cwd: ROOT, env: environment, stdio: 'ignore' });
  for (let tries = 0; tries < 300 && !(await fetch(origin + BASE).catch(() => undefined))?.ok; tries++) await setTimeout(100);
}, 60_000);
afterAll(async () => {
  server.kill();
  await removeFolder(folder);
});

test('every link of the site while one writes leads somewhere', async () => {
  const seen = new Set<string>([BASE]);
  const dead: string[] = [];
  for (const path of seen) {
    const response = await fetch(origin + path);
    if (!response.ok) dead.push(`${path} ${response.status}`);
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    const html = (await response.text()).replace(/<script\b[^>]*>.*?<\/script>/gs, '');
    for (const [, address] of html.matchAll(/\s(?:href|src|action)="([^"]+)"/g)) {
      const url = new URL(address!.replaceAll('&amp;', '&'), origin + path);
      // What Vite itself puts into a page is its own.
      if (url.origin === origin && url.pathname.startsWith(BASE) && !url.pathname.includes('/@')) seen.add(url.pathname);
    }
  }
  expect(dead).toEqual([]);
  for (const path of ['2015/jia/base/cite.bib', 'data/figures.csv', '2015/jia/hall.png', 'pilots/']) expect([...seen]).toContain(BASE + path);
}, 120_000);

const get = async (path: string, referrer?: string) => {
  const response = await fetch(`${origin}${BASE}${path}`, { headers: referrer ? { Referer: `${origin}${BASE}${referrer}` } : {} });
  return { status: response.status, type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
};

test('citations, data, old addresses, pictures, script tables and the search index are made when asked for', async () => {
  expect((await get('2015/jia/base/cite.ris')).bytes.toString()).toContain('TI  - 审批制度改革');
  expect((await get('data/figures.csv')).bytes.toString()).toMatch(/^\uFEFFname,value,/);
  expect((await get('2015/jia/old-name/')).bytes.toString()).toContain(`url=${BASE}2015/jia/base/`);
  expect((await get('og/2015-jia.png')).bytes.subarray(1, 4).toString()).toBe('PNG');
  const table = JSON.parse((await get('src/browser/hant.json', '2015/jia/base/')).bytes.toString()) as { characters: string };
  expect(table.characters).toContain('审審');
  expect(JSON.parse((await get('search/facets.json')).bytes.toString())).toBeTruthy();
  expect((await get('pagefind/pagefind.js')).type).toContain('javascript');
}, 60_000);

test('search and the switch of scripts work while one writes', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${origin}${BASE}search/?q=${encodeURIComponent('审批')}`);
  await page.locator('[data-search-count]').filter({ hasText: /^[1-9]\d*$/ }).waitFor({ timeout: 20_000 });
  await page.goto(`${origin}${BASE}2015/jia/base/`);
  await page.locator('.reading summary').click();
  await page.getByLabel('繁體').check();
  await page.locator('.converted-mark').waitFor();
  expect(await page.locator('h1').textContent()).toBe('審批制度改革');
  await browser.close();
}, 60_000);

test('an entry with an error is told so where it will stand, with all its problems', async () => {
  const file = join(content, '2015/jia/wrong.md');
  await writeFile(file, entryText('2015年，甲区建站。', { domain: 'nowhere', source: 'nothing' }));
  let page = '';
  for (let tries = 0; tries < 100 && !page.includes('这个条目还有错误'); tries++, await setTimeout(100)) page = (await get('2015/jia/wrong/')).bytes.toString();
  expect(page).toContain('<h1>这个条目还有错误</h1>');
  const [notes = ''] = /<aside class="editor-notes"[\s\S]*?<\/aside>/.exec(page) ?? [];
  expect(notes).toContain('没有领域“nowhere”');
  expect(notes).toContain('没有来源“nothing”');
  await rm(file);
}, 30_000);

test.each(['2015/jia/nothing/cite.bib', '2015/jia/base/cite.doc', 'data/nothing.csv', 'og/nothing.png', '2015/nowhere/'])('%s is not there', async (path) => {
  expect((await get(path)).status).toBe(404);
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
