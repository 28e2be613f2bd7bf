import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskConfig } from '../../src/admin/desk-config.ts';
import { launchBrowser } from '../browser/browser.ts';
import { serve } from '../browser/serve.ts';
import { removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { runScript } from '../run-script.ts';
import { bookOf, readFiles, SMALL_BOOK } from '../small-book.ts';
import { choose } from './press.ts';

const BASE = '/nianjian/';
const OPEN_FOLDER = '打开本机的稿件文件夹';
const CONTENT: Record<string, string> = {
  ...SMALL_BOOK,
  '2015/jia/hall.md':
    '---\n# 导入自“报告.docx”第3段\ntitle: 服务大厅\ndomain: economy # 待核\nsource: report\nindexTerms: [事项]\nfigures:\n  - {name: 办件, value: 1.10, unit: 万件} # 第3段\nsee: [{id: 2015/jia/base, why: 审批}]\n---\n\n' +
    '2015年，大厅办理1.10万件，占3~5成。\n\n| 月 | 件 |\n|---|---:|\n| 1 | 90 |\n',
};

let folder: string;
let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeContent(join(folder, 'content'), CONTENT);
  const { code, output } = await runScript('build', ['--content', join(folder, 'content'), '--out', join(folder, 'site'), '--base', BASE, '--pdf', 'none']);
  if (code !== 0) throw new Error(output);
  site = await serve(join(folder, 'site'), BASE);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await removeFolder(folder);
});

/** The desk in a browser installed in English; every request that leaves the site is refused and noted. */
async function openDesk(): Promise<{ page: Page; outside: string[]; faults: string[] }> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  const outside: string[] = [];
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('response', (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(site.origin) || /^(?:blob|data):/.test(url)) return route.continue();
    outside.push(url);
    return route.abort();
  });
  // What a policy refuses never becomes a request.
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => console.error(`${violatedDirective}: ${blockedURI}`)));
  await page.goto(`${site.origin}${BASE}admin/`);
  await page.getByRole('button', { name: OPEN_FOLDER }).waitFor();
  return { page, outside, faults };
}

/** Writes the content into the browser's own file system and hands that folder out where the editor would choose one. */
async function chooseFolder(page: Page, files: Record<string, string>): Promise<void> {
  await page.evaluate(async (contents) => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('content', { create: true });
    for (const [path, text] of Object.entries(contents)) {
      const names = path.split('/');
      let at = root;
      for (const name of names.slice(0, -1)) at = await at.getDirectoryHandle(name, { create: true });
      const stream = await (await at.getFileHandle(names.at(-1)!, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
    Object.assign(window, { showDirectoryPicker: async () => root });
  }, files);
  await page.getByRole('button', { name: OPEN_FOLDER }).click();
}

const readFile = (page: Page, path: string): Promise<string> =>
  page.evaluate(async (file) => {
    const names = file.split('/');
    let at = await (await navigator.storage.getDirectory()).getDirectoryHandle('content');
    for (const name of names.slice(0, -1)) at = await at.getDirectoryHandle(name);
    return (await (await at.getFileHandle(names.at(-1)!)).getFile()).text();
  }, path);

const openEntry = async (page: Page, title: string) => {
  await page.getByRole('row', { name: title }).getByText(title).click();
  await page.getByRole('textbox', { name: '标题' }).first().waitFor();
};

const save = async (page: Page) => {
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('条目已保存').waitFor();
};

describe('/admin/', { timeout: 120_000 }, () => {
  it('opens in Chinese, and asks nobody else for anything', async () => {
    const { page, outside, faults } = await openDesk();
    expect(await page.title()).toContain('在线编辑');
    expect(await page.getByRole('button').allInnerTexts()).toEqual([OPEN_FOLDER]);
    expect(await page.locator('meta[name=robots]').first().getAttribute('content')).toBe('noindex');
    await page.evaluate(() => document.fonts.ready);
    const icons = await page.evaluate(async () => (await document.fonts.load('24px "Material Symbols Outlined"', 'edit')).length);
    expect(icons).toBe(1);
    expect({ outside, faults }).toEqual({ outside: [], faults: [] });
    await page.context().close();
  });

  it('says so where the folder holds no content', async () => {
    const { page } = await openDesk();
    await chooseFolder(page, { 'notes.txt': 'x' });
    await page.getByText('所选文件夹里没有找到稿件').waitFor();
    await page.context().close();
  });

  it('edits a folder on the disk: the entry keeps every word that was not touched', async () => {
    const { page, outside, faults } = await openDesk();
    await chooseFolder(page, CONTENT);
    await page.getByRole('row', { name: '服务大厅' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await openEntry(page, '服务大厅');
    for (const label of ['改革领域', '来源', '摘要', '正文']) await page.getByRole('group', { name: new RegExp(label) }).first().waitFor();
    await page.getByRole('textbox', { name: '标题' }).first().fill('政务大厅');
    await save(page);
    const saved = await readFile(page, '2015/jia/hall.md');
    expect(saved).toBe(CONTENT['2015/jia/hall.md']!.replace('title: 服务大厅', 'title: 政务大厅'));
    expect({ outside, faults }).toEqual({ outside: [], faults: [] });
    await page.context().close();
  });

  it('writes a new entry that passes the check', async () => {
    const { page, outside, faults } = await openDesk();
    await chooseFolder(page, CONTENT);
    await page.getByRole('row', { name: '服务大厅' }).waitFor();
    await page.goto(`${site.origin}${BASE}admin/#/collections/entries/new?path=2015/jia`);
    await page.getByRole('textbox', { name: '标题' }).first().fill('社区工作站');
    await choose(page, 'radio', '社会治理改革');
    await page.getByRole('checkbox', { name: '改革工作报告' }).click();
    const body = page.getByRole('group', { name: /正文/ }).first();
    await body.scrollIntoViewIfNeeded();
    await body.getByRole('textbox').first().click();
    await page.keyboard.type('2015年，甲区设立工作站12个。');
    await page.getByRole('textbox', { name: '网址名' }).fill('community-stations');
    await save(page);
    const saved = await readFile(page, '2015/jia/community-stations.md');
    expect(saved).toBe('---\ntitle: 社区工作站\ndomain: governance\nsource: report\n---\n\n2015年，甲区设立工作站12个。\n');
    const { book, problems } = readFiles({ ...CONTENT, '2015/jia/community-stations.md': saved });
    expect(book?.byId.has('2015/jia/community-stations')).toBe(true);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect({ outside, faults }).toEqual({ outside: [], faults: [] });
    await page.context().close();
  });

  it('adds a piece to the front matter, and it passes the check', async () => {
    const { page, faults } = await openDesk();
    await chooseFolder(page, CONTENT);
    await page.getByRole('row', { name: '服务大厅' }).waitFor();
    await page.goto(`${site.origin}${BASE}admin/#/collections/front-2015/new`);
    await page.getByRole('textbox', { name: '标题' }).first().fill('凡例');
    const body = page.getByRole('group', { name: /正文/ }).first();
    await body.getByRole('textbox').first().click();
    await page.keyboard.type('本卷记述2015年的改革。');
    await page.getByRole('textbox', { name: '网址名' }).fill('fanli');
    await save(page);
    const saved = await readFile(page, '2015/front/fanli.md');
    expect(saved).toBe('---\ntitle: 凡例\n---\n\n本卷记述2015年的改革。\n');
    expect(readFiles({ ...CONTENT, '2015/front/fanli.md': saved }).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('puts a picture beside its entry', async () => {
    const { page, faults } = await openDesk();
    await chooseFolder(page, CONTENT);
    await openEntry(page, '服务大厅');
    const body = page.getByRole('group', { name: /正文/ }).first();
    await body.scrollIntoViewIfNeeded();
    await body.getByRole('button', { name: '以 Markdown 编辑' }).click();
    await body.locator('[data-lexical-text]').first().click();
    await body.getByRole('button', { name: '图片' }).first().click();
    const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');
    await body.locator('input[type=file]').first().setInputFiles({ name: 'hall.png', mimeType: 'image/png', buffer: dot });
    await body.getByRole('textbox', { name: '替代文本' }).fill('办事大厅');
    // The editor takes a picture in its own time; a person would see it before saving.
    await body.locator('img').first().waitFor();
    await save(page);
    expect(await readFile(page, '2015/jia/hall.md')).toContain('![办事大厅](hall.png)');
    expect(await readFile(page, '2015/jia/hall.png')).toContain('PNG');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('offers to sign in where the site names a repository, and still asks nobody before that', async () => {
    const book = bookOf({ 'site.yaml': `${SMALL_BOOK['site.yaml']}repository: {provider: gitlab, repo: a/b, url: "https://git.example.cn", appId: x}\n` });
    const { page, outside, faults } = await openDesk();
    await page.route('**/admin/config.json', (route) => route.fulfill({ json: deskConfig(book, { base: BASE, contentDir: 'content' }) }));
    await page.reload();
    await page.getByRole('button', { name: /GitLab.*登录/ }).waitFor();
    expect(await page.getByRole('button', { name: /访问令牌/ }).count()).toBe(1);
    expect({ outside, faults }).toEqual({ outside: [], faults: [] });
    await page.context().close();
  });
});
