import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import {
  addDomain, addPicture, atWork, cardOf, CONTENT, deleteEntry, errorsAt, FILES, fillTitle, foreignWords, formClosed, HALL, moveTo, openDesk, openEntry, openSite, PICTURE, pressSave,
  saveDraft, signIn, textAt, writeEntry, type Desk,
} from './forge/desk.ts';
import { CLERK, STRANGER, type Forge } from './forge/forge.ts';
import { startGithub } from './forge/github.ts';
import { startGitlab } from './forge/gitlab.ts';

const HALL_DRAFT = 'cms/entries/2015%2Fjia%2Fhall';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

describe.each([['github', startGithub], ['gitlab', startGitlab]] as const)('%s: drafts are branches', { timeout: 120_000 }, (provider, start) => {
  let forge: Forge;
  let site: Awaited<ReturnType<typeof openSite>>;
  let desk: Desk;

  beforeAll(async () => {
    forge = await start(FILES);
    site = await openSite(inject('builtSite'), cardOf(provider, forge.origin));
  });
  afterAll(async () => {
    await site?.close();
    await forge?.close();
  });

  const open = (hash: string) => desk.page.goto(`${site.origin}${site.base}admin/#${hash}`);

  it('says in Chinese that a token is wrong, or that its owner is no member', async () => {
    const { page } = (desk = await openDesk(browser, site, forge.origin));
    await signIn(desk, 'no-such-token');
    await page.getByText('访问令牌不对或已过期').waitFor();
    await signIn(desk, STRANGER.token);
    await page.getByText('您不是它的成员').waitFor();
    await expect.poll(() => foreignWords(page)).toEqual([]);
    await page.context().close();
  });

  it('saves an edit as a draft beside the manuscript, shows it on the board, and publishes it byte for byte', async () => {
    desk = await atWork(browser, site, forge.origin, CLERK);
    const { page } = desk;
    const main = await forge.repository.head('main');
    await openEntry(page, '服务大厅');
    await fillTitle(page, '政务大厅');
    await expect.poll(() => foreignWords(page)).toEqual([]);
    await pressSave(page);
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByRole('row', { name: '政务大厅' }).getByText('审核中').waitFor();
    const edited = HALL.replace('title: 服务大厅', 'title: 政务大厅');
    expect(await forge.repository.head('main')).toBe(main);
    expect(await textAt(forge, HALL_DRAFT, '2015/jia/hall.md')).toBe(edited);
    expect(forge.requests()).toMatchObject([{ branch: HALL_DRAFT, body: '由在线编辑自动建立', state: 'open', labels: ['sveltia-cms/pending_review'], draft: false }]);
    expect(forge.requests()[0]!.title).toContain('修改条目“2015/jia/hall”');

    await open('/workflow');
    for (const column of ['草稿', '审核中', '待发布']) await page.getByRole('list', { name: column }).waitFor();
    await expect.poll(() => foreignWords(page)).toEqual([]);
    await page.getByRole('list', { name: '审核中' }).getByRole('button', { name: '政务大厅' }).click();
    await moveTo(page, '待发布');
    await page.getByRole('button', { name: '发布条目' }).click();
    await page.getByText('修改并入正式稿件').waitFor();
    await expect.poll(() => foreignWords(page)).toEqual([]);
    await page.getByRole('button', { name: '发布', exact: true }).last().click();
    await page.getByRole('row', { name: '政务大厅' }).waitFor();
    await formClosed(page);
    await expect.poll(() => forge.repository.branches()).toEqual(['main']);
    expect(await textAt(forge, 'main', '2015/jia/hall.md')).toBe(edited);
    expect((await forge.repository.log('main', { limit: 1 }))[0]).toMatchObject({ message: expect.stringContaining('修改条目“2015/jia/hall”') as string, author: { name: CLERK.name } });
    // The last byte of everything else is as it was.
    expect(await forge.repository.changed(main!, 'main')).toEqual([{ kind: 'MODIFIED', path: 'content/2015/jia/hall.md' }]);
  });

  it('keeps a new entry, a picture, a list and a deletion each in a draft of its own that passes the check', async () => {
    const { page, outside, faults } = desk;
    await writeEntry(page, { title: '社区工作站', slug: 'base', body: '2015年，乙区设立工作站12个。' });
    await saveDraft(page);
    await open('/collections/entries');
    await openEntry(page, '政务大厅');
    await addPicture(page, 'hall.png');
    await saveDraft(page);
    await addDomain(page, { name: '文化体制改革', slug: 'culture' });
    await saveDraft(page);
    await deleteEntry(page, '集贸市场');
    await page.getByRole('row', { name: '集贸市场' }).getByText('待删除').waitFor();

    const drafts = ['cms/entries/2015%2Fjia%2Fhall', 'cms/entries/2015%2Fyi%2Fbase', 'cms/entries/2015%2Fyi%2Fmarket', 'cms/lists/domains'];
    expect(await forge.repository.branches()).toEqual([...drafts, 'main']);
    expect(await Promise.all(drafts.map((branch) => errorsAt(forge, branch)))).toEqual([[], [], [], []]);
    expect(await textAt(forge, drafts[1]!, '2015/yi/base.md')).toBe('---\ntitle: 社区工作站\ndomain: governance\nsource: report\n---\n\n2015年，乙区设立工作站12个。\n');
    expect(await textAt(forge, drafts[0]!, '2015/jia/hall.md')).toContain('![办事大厅](hall.png)');
    expect((await forge.repository.file(drafts[0]!, 'content/2015/jia/hall.png'))!.equals(PICTURE)).toBe(true);
    expect(await textAt(forge, drafts[3]!, 'domains.yaml')).toBe(`${CONTENT['domains.yaml']}- {slug: culture, name: 文化体制改革}\n`);
    expect(await forge.repository.changed('main', drafts[2]!)).toEqual([{ kind: 'DELETED', path: 'content/2015/yi/market.md' }]);

    await open('/workflow');
    await page.reload();
    await page.getByRole('list', { name: '待删除' }).getByRole('button', { name: '集贸市场' }).waitFor();
    for (const title of ['社区工作站', '政务大厅', '改革领域']) await page.getByRole('list', { name: '草稿' }).getByRole('button', { name: title }).waitFor();
    await expect.poll(() => foreignWords(page)).toEqual([]);
    await page.context().close();
    expect({ outside, faults }).toEqual({ outside: [], faults: [] });
  });
});
