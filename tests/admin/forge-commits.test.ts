import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import {
  addDomain, addPicture, atWork, cardOf, CONTENT, deleteEntry, errorsAt, FILES, fillTitle, foreignWords, formClosed, HALL, openDesk, openEntry, openSite, PICTURE, pressSave, signIn,
  textAt, writeEntry, type Desk,
} from './forge/desk.ts';
import { CLERK, COLLEAGUE, STRANGER, type Forge } from './forge/forge.ts';
import { startGitea } from './forge/gitea.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

const saved = async ({ page }: Desk) => {
  await pressSave(page);
  await formClosed(page);
};

describe('Gitea: a save is a commit', { timeout: 120_000 }, () => {
  let forge: Forge;
  let site: Awaited<ReturnType<typeof openSite>>;
  let desk: Desk;

  beforeAll(async () => {
    forge = await startGitea(FILES);
    site = await openSite(inject('builtSite'), cardOf('gitea', forge.origin));
  });
  afterAll(async () => {
    await site?.close();
    await forge?.close();
  });

  it('says in Chinese that a token is wrong, or that its owner is no member', async () => {
    const { page } = (desk = await openDesk(browser, site, forge.origin));
    await signIn(desk, 'no-such-token');
    await page.getByText('访问令牌不对或已过期').waitFor();
    await signIn(desk, STRANGER.token);
    await page.getByText('您不是它的成员').waitFor();
    await expect.poll(() => foreignWords(page)).toEqual([]);
    await page.context().close();
  });

  it('edits, writes, lists, deletes and adds a picture in the manuscript itself', async () => {
    desk = await atWork(browser, site, forge.origin, CLERK);
    const { page, outside, faults } = desk;
    await openEntry(page, '服务大厅');
    await fillTitle(page, '政务大厅');
    await expect.poll(() => foreignWords(page)).toEqual([]);
    await saved(desk);
    expect(await textAt(forge, 'main', '2015/jia/hall.md')).toBe(HALL.replace('title: 服务大厅', 'title: 政务大厅'));
    await writeEntry(page, { title: '社区工作站', slug: 'base', body: '2015年，乙区设立工作站12个。' });
    await saved(desk);
    await page.goto(page.url().replace(/#.*/, '#/collections/entries'));
    await openEntry(page, '政务大厅');
    await addPicture(page, 'hall.png');
    await saved(desk);
    await addDomain(page, { name: '文化体制改革', slug: 'culture' });
    await saved(desk);
    await deleteEntry(page, '集贸市场');
    await expect.poll(() => textAt(forge, 'main', '2015/yi/market.md')).toBe('undefined');
    expect(await errorsAt(forge, 'main')).toEqual([]);
    expect((await forge.repository.file('main', 'content/2015/jia/hall.png'))!.equals(PICTURE)).toBe(true);
    expect(await textAt(forge, 'main', 'domains.yaml')).toBe(`${CONTENT['domains.yaml']}- {slug: culture, name: 文化体制改革}\n`);
    expect((await forge.repository.log('main')).map(({ message }) => message.replace(/ \+1$/, ''))).toEqual([
      '删除条目“2015/yi/market”', '修改年鉴与名录“domains”', '修改条目“2015/jia/hall”', '新建条目“2015/yi/base”', '修改条目“2015/jia/hall”', '建立稿件仓库',
    ]);
    expect({ outside, faults }).toEqual({ outside: [], faults: [] });
  });

  it('overwrites neither an entry of the same name nor what another editor did meanwhile', async () => {
    const { page, outside, faults } = desk;
    await writeEntry(page, { title: '学校', slug: 'school', body: '2015年，乙区新建学校3所。' });
    await pressSave(page);
    await page.getByText('已有“content/2015/yi/school.md”').waitFor();
    await page.getByRole('button', { name: '确定' }).click();
    await page.goto(page.url().replace(/#.*/, '#/collections/entries'));
    await openEntry(page, '审批制度');
    const changed = CONTENT['2015/jia/base.md']!.replace('推进', '继续推进');
    await forge.repository.commit({ branch: 'main', parent: (await forge.repository.head('main'))!, message: '直接修改', author: COLLEAGUE, put: { 'content/2015/jia/base.md': changed } });
    await fillTitle(page, '审批服务');
    await pressSave(page);
    await page.getByText('条目已被别人修改').waitFor();
    await expect.poll(() => foreignWords(page)).toEqual([]);
    expect(await textAt(forge, 'main', '2015/jia/base.md')).toBe(changed);
    await page.context().close();
    expect({ outside, faults }).toEqual({ outside: [], faults: [] });
  });
});

it('Forgejo, which gives files out by their blobs, is read and written too', { timeout: 120_000 }, async () => {
  const forge = await startGitea(FILES, { version: '12.0.1+gitea-1.22.0' });
  const site = await openSite(inject('builtSite'), cardOf('gitea', forge.origin));
  const { page, outside, faults } = await atWork(browser, site, forge.origin, CLERK);
  await openEntry(page, '服务大厅');
  await fillTitle(page, '政务大厅');
  await pressSave(page);
  await page.getByRole('row', { name: '政务大厅' }).waitFor();
  expect(await textAt(forge, 'main', '2015/jia/hall.md')).toBe(HALL.replace('title: 服务大厅', 'title: 政务大厅'));
  expect({ outside, faults }).toEqual({ outside: [], faults: [] });
  await page.context().close();
  await site.close();
  await forge.close();
});
