import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { renderAdminPage } from '../../../src/admin/admin-page.ts';
import { deskConfig } from '../../../src/admin/desk-config.ts';
import type { BuiltSite } from '../../built-site.ts';
import { serve } from '../../browser/serve.ts';
import { removeFolder, temporaryFolder } from '../../content-on-disk.ts';
import { choose } from '../press.ts';
import { bookOf, readFiles, SMALL_BOOK } from '../../small-book.ts';
import { CLERK, OWNER, REPO, type Forge, type Person } from './forge.ts';

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
export const PICTURE = Buffer.from(DOT, 'base64');

/** An entry with everything a save must not touch: comments, an order of its own, short and long forms, a range. */
export const HALL =
  '---\n# 导入自“报告.docx”第3段\ntitle: 服务大厅\ndomain: economy # 待核\nsource: report\nindexTerms: [事项]\nfigures:\n  - {name: 办件, value: 1.10, unit: 万件} # 第3段\nsee: [{id: 2015/jia/base, why: 审批}]\n---\n\n' +
  '2015年，大厅办理1.10万件，占3~5成。\n\n| 月 | 件 |\n|---|---:|\n| 1 | 90 |\n';

const MARKET = '---\ntitle: 集贸市场\ndomain: economy\nsource: report\nindexTerms: [市场]\n---\n\n2015年，乙区改造集贸市场3处。\n';
export const SCHOOL = MARKET.replace('集贸市场', '学区划片').replace('[市场]', '[学区]').replace('改造集贸市场3处', '划定学区4个');

/** The manuscript in the forge: a small book, in a folder beside other things. */
export const CONTENT: Record<string, string> = { ...SMALL_BOOK, '2015/yi/district.md': SMALL_BOOK['2015/jia/district.md']!.replace('甲区', '乙区'), '2015/jia/hall.md': HALL, '2015/yi/market.md': MARKET, '2015/yi/school.md': SCHOOL };
export const FILES: Record<string, string> = { 'README.md': '# 稿件\n', ...Object.fromEntries(Object.entries(CONTENT).map(([path, text]) => [`content/${path}`, text])) };

/** The desk of a site whose `repository` is what the card says; pages and scripts are those the generator makes. */
export async function openSite(built: BuiltSite, card: string): Promise<{ origin: string; base: string; close(): Promise<void> }> {
  const folder = await temporaryFolder();
  const book = bookOf({ 'site.yaml': `${SMALL_BOOK['site.yaml']}repository: ${card}\n` });
  await cp(join(built.folder, 'admin'), join(folder, 'admin'), { recursive: true });
  await cp(join(built.folder, 'favicon.svg'), join(folder, 'favicon.svg'));
  await writeFile(join(folder, 'admin/index.html'), renderAdminPage(book.site, built.base));
  await writeFile(join(folder, 'admin/config.json'), JSON.stringify(deskConfig(book, { base: built.base, contentDir: 'content' })));
  const site = await serve(folder, built.base);
  return {
    origin: site.origin,
    base: built.base,
    close: async () => {
      await site.close();
      await removeFolder(folder);
    },
  };
}

export const cardOf = (provider: string, url: string): string => `{provider: ${provider}, repo: ${OWNER}/${REPO}, folder: content, url: "${url}"}`;

export interface Desk {
  page: Page;
  /** Requests to anywhere but the site and the forge. */
  outside: string[];
  /** What the console calls an error. */
  faults: string[];
}

/** `/admin/` in a browser installed in English. */
export async function openDesk(browser: Browser, site: { origin: string; base: string }, forge: string, viewport = { width: 1440, height: 1000 }): Promise<Desk> {
  const context = await browser.newContext({ locale: 'en-US', viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const desk: Desk = { page, outside: [], faults: [] };
  page.on('pageerror', (error) => desk.faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && desk.faults.push(message.text()));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${site.origin}/`) || url.startsWith(`${forge}/`) || /^(?:blob|data):/.test(url)) return route.continue();
    desk.outside.push(url);
    return route.abort();
  });
  // While one view fades into the next, clicks are lost; no person is that fast.
  await page.addInitScript(() => Object.assign(document, { startViewTransition: undefined }));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => console.error(`${violatedDirective}: ${blockedURI}`)));
  await page.goto(`${site.origin}${site.base}admin/`);
  return desk;
}

export async function signIn({ page }: Desk, token: string): Promise<void> {
  await page.getByRole('button', { name: /访问令牌/ }).click();
  await page.getByRole('textbox').fill(token);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** The desk with the entries on it. */
export async function atWork(browser: Browser, site: { origin: string; base: string }, forge: string, { token }: Person = CLERK): Promise<Desk> {
  const desk = await openDesk(browser, site, forge);
  await signIn(desk, token);
  await desk.page.getByRole('row', { name: '审批制度' }).waitFor();
  return desk;
}

export async function openEntry(page: Page, title: string): Promise<void> {
  await page.getByRole('row', { name: title }).getByText(title).click();
  await page.getByRole('textbox', { name: '标题' }).first().waitFor();
}

export const fillTitle = (page: Page, title: string): Promise<void> => page.getByRole('textbox', { name: '标题' }).first().fill(title);

/** Types where the text of an entry stands. */
export async function typeBody(page: Page, text: string): Promise<void> {
  const body = page.getByRole('group', { name: /正文/ }).first();
  await body.scrollIntoViewIfNeeded();
  await body.getByRole('textbox').first().click();
  await page.keyboard.type(text);
}

/** Puts a picture into the text of the entry that is open. */
export async function addPicture(page: Page, name: string): Promise<void> {
  const body = page.getByRole('group', { name: /正文/ }).first();
  await body.scrollIntoViewIfNeeded();
  await body.getByRole('button', { name: '以 Markdown 编辑' }).click();
  await body.locator('[data-lexical-text]').first().click();
  await page.keyboard.press('End');
  await body.getByRole('button', { name: '图片' }).first().click();
  await body.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/png', buffer: PICTURE });
  await body.getByRole('textbox', { name: '替代文本' }).fill('办事大厅');
  await body.locator('img').first().waitFor();
}

/** Fills the form of a new entry of 乙区. */
export async function writeEntry(page: Page, { title, slug, body }: { title: string; slug: string; body: string }): Promise<void> {
  await page.goto(page.url().replace(/#.*/, '#/collections/entries/new?path=2015/yi'));
  await fillTitle(page, title);
  await choose(page, 'radio', '社会治理改革');
  await page.getByRole('checkbox', { name: '改革工作报告' }).click();
  await typeBody(page, body);
  await page.getByRole('textbox', { name: '网址名' }).fill(slug);
}

/** Adds a domain to the list of domains. */
export async function addDomain(page: Page, { name, slug }: { name: string; slug: string }): Promise<void> {
  await page.goto(page.url().replace(/#.*/, '#/collections/lists/entries/domains'));
  await page.getByRole('button', { name: /添加/ }).last().click();
  await page.getByRole('textbox', { name: '网址名' }).last().fill(slug);
  await page.getByRole('textbox', { name: '领域名' }).last().fill(name);
}

export async function deleteEntry(page: Page, title: string): Promise<void> {
  await page.goto(page.url().replace(/#.*/, '#/collections/entries'));
  await openEntry(page, title);
  await page.getByRole('button', { name: '显示编辑器选项' }).click();
  await choose(page, 'menuitem', /删除/);
  await page.getByRole('button', { name: '删除', exact: true }).last().click();
}

/** What the check says of the manuscript as it stands at a branch; its errors only. */
export async function errorsAt({ repository }: Forge, branch: string): Promise<string[]> {
  const files = (await repository.files(branch)).filter(({ path }) => path.startsWith('content/'));
  const read = await Promise.all(files.map(async ({ path, sha }) => [path.slice('content/'.length), new Uint8Array((await repository.blob(sha))!)] as const));
  return readFiles(Object.fromEntries(read)).problems.filter(({ severity }) => severity === 'error').map(({ file, what }) => `${file}: ${what}`);
}

export const textAt = async ({ repository }: Forge, branch: string, path: string): Promise<string> => String(await repository.file(branch, `content/${path}`));

export const pressSave = (page: Page): Promise<void> => page.getByRole('button', { name: '保存', exact: true }).click();

/** Moves the draft that is open to another column of the board. */
export async function moveTo(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: /^状态/ }).click();
  await choose(page, 'menuitemradio', status);
  await page.getByRole('button', { name: new RegExp(`^状态.*${status}`) }).waitFor();
}

/** The form goes back to its list in its own time; what is opened before that is closed again. */
export async function formClosed(page: Page): Promise<void> {
  await page.waitForURL(({ hash }) => !/^#\/collections\/[\w-]+\/(?:new|entries)/.test(hash));
  await page.getByRole('button', { name: /^保存/ }).waitFor({ state: 'detached' });
}

/** Saves a draft without handing it over, and waits until the form is closed. */
export async function saveDraft(page: Page): Promise<void> {
  await pressSave(page);
  await page.getByRole('button', { name: '稍后' }).click();
  await formClosed(page);
}

/** Words on the page that are not Chinese: what a clerk cannot read. Names of people and of things in the forge are not words. */
export async function foreignWords(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const found: string[] = [];
    const isIcon = (element: Element | null) => Boolean(element?.closest('.material-symbols-outlined, .icon, svg, script, style'));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!isIcon(walker.currentNode.parentElement)) found.push(walker.currentNode.textContent!);
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  const known = new Set(['Sveltia CMS', 'jia', 'yi']);
  return [...new Set(words.map((word) => word.trim()))].filter((word) => /[A-Za-z]{2,}/.test(word) && !/\p{Script=Han}/u.test(word) && !known.has(word));
}

