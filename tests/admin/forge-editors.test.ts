import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { atWork, cardOf, CONTENT, FILES, fillTitle, foreignWords, formClosed, openDesk, openEntry, openSite, pressSave, saveDraft, SCHOOL, signIn, textAt, writeEntry } from './forge/desk.ts';
import { CLERK, COLLEAGUE, OWNER, REPO, type Forge } from './forge/forge.ts';
import { startGithub } from './forge/github.ts';

let browser: Browser;
let forge: Forge;
let site: Awaited<ReturnType<typeof openSite>>;

beforeAll(async () => {
  browser = await launchBrowser();
  forge = await startGithub(FILES);
  site = await openSite(inject('builtSite'), cardOf('github', forge.origin));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await forge?.close();
});

describe('two editors', { timeout: 120_000 }, () => {
  it('shows what another editor did meanwhile, in a draft or in the manuscript, and overwrites nothing unasked', async () => {
    const desk = await atWork(browser, site, forge.origin, CLERK);
    const { page, outside, faults } = desk;
    const other = await atWork(browser, site, forge.origin, COLLEAGUE);
    const draft = 'cms/entries/2015%2Fjia%2Fbase';
    const base = CONTENT['2015/jia/base.md']!;

    // The same entry, open at two desks.
    for (const { page: one } of [desk, other]) await openEntry(one, '审批制度');
    await fillTitle(other.page, '审批改革');
    await saveDraft(other.page);
    await fillTitle(page, '审批服务');
    await pressSave(page);
    await page.getByText('条目已被别人修改').waitFor();
    await expect.poll(() => foreignWords(page)).toEqual([]);
    await page.getByRole('button', { name: '取消', exact: true }).click();
    expect(await page.getByRole('textbox', { name: '标题' }).first().inputValue()).toBe('审批服务');
    expect(await textAt(forge, draft, '2015/jia/base.md')).toBe(base.replace('审批制度', '审批改革'));
    await pressSave(page);
    await page.getByRole('button', { name: '仍然保存' }).click();
    await page.getByRole('button', { name: '稍后' }).click();
    await formClosed(page);
    expect(await textAt(forge, draft, '2015/jia/base.md')).toBe(base.replace('审批制度', '审批服务'));
    expect((await forge.repository.log(draft)).map(({ author }) => author.name).slice(0, 2)).toEqual([CLERK.name, COLLEAGUE.name]);

    // A name that was free when the form was opened.
    await writeEntry(page, { title: '门诊', slug: 'clinic', body: '2015年，乙区设立门诊部2个。' });
    await writeEntry(other.page, { title: '诊所', slug: 'clinic', body: '2015年，乙区设立诊所5个。' });
    await saveDraft(other.page);
    await pressSave(page);
    await page.getByText('已有“content/2015/yi/clinic.md”').waitFor();
    await expect.poll(() => foreignWords(page)).toEqual([]);
    await page.getByRole('button', { name: '确定' }).click();
    expect(await textAt(forge, 'cms/entries/2015%2Fyi%2Fclinic', '2015/yi/clinic.md')).toContain('title: 诊所');

    // The manuscript itself, changed by somebody who works without the desk.
    await page.goto(`${site.origin}${site.base}admin/#/collections/entries`);
    await openEntry(page, '学区划片');
    await forge.repository.commit({
      branch: 'main', parent: (await forge.repository.head('main'))!, message: '直接修改', author: COLLEAGUE, put: { 'content/2015/yi/school.md': SCHOOL.replace('4个', '5个') },
    });
    await fillTitle(page, '学区');
    await pressSave(page);
    await page.getByText('条目已被别人修改').waitFor();
    await page.getByRole('button', { name: '取消', exact: true }).click();
    expect(await forge.repository.branches()).not.toContain('cms/entries/2015%2Fyi%2Fschool');
    for (const one of [page, other.page]) await one.context().close();
    expect({ outside, faults, others: other.faults }).toEqual({ outside: [], faults: [], others: [] });
  });
});

it('the public GitHub is asked at its own addresses, and nobody is asked whether it is up', { timeout: 120_000 }, async () => {
  const publicSite = await openSite(inject('builtSite'), `{provider: github, repo: ${OWNER}/${REPO}, folder: content}`);
  const desk = await openDesk(browser, publicSite, 'https://api.github.com');
  await desk.page.route('https://api.github.com/**', async (route) => {
    const path = new URL(route.request().url()).pathname + new URL(route.request().url()).search;
    const response = await route.fetch({ url: `${forge.origin}${path === '/graphql' ? '/api/graphql' : `/api/v3${path}`}` });
    // The picture of the signed-in person comes from a host that is not there.
    await route.fulfill({ response, body: (await response.text()).replaceAll(`${forge.origin}/avatars/`, `${publicSite.origin}${publicSite.base}favicon.svg#`) });
  });
  await signIn(desk, CLERK.token);
  await desk.page.getByRole('row', { name: '服务大厅' }).waitFor();
  expect({ outside: desk.outside, faults: desk.faults }).toEqual({ outside: [], faults: [] });
  // Late questions of the page must not meet a closed one.
  await desk.page.unrouteAll({ behavior: 'ignoreErrors' });
  await desk.page.context().close();
  await publicSite.close();
});
