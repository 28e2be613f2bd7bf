import { expect, it } from 'vitest';
import { renderAdminPage } from '../../src/admin/admin-page.ts';
import { bookOf, SMALL_BOOK } from '../small-book.ts';

const pageOf = (card = '') => renderAdminPage(bookOf({ 'site.yaml': `${SMALL_BOOK['site.yaml']}${card}` }).site, '/nianjian/');
const policyOf = (page: string) => /Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!;

it('loads plain scripts of the site below its base', () => {
  expect([...pageOf().matchAll(/<script src="([^"]+)" defer>/g)].map(([, src]) => src)).toEqual(['/nianjian/admin/sveltia-cms.js', '/nianjian/admin/start.js']);
  expect(pageOf()).not.toContain('module');
});

it('may talk to the site alone, or to the repository the site names', () => {
  expect(policyOf(pageOf())).not.toMatch(/https?:/);
  const policy = policyOf(pageOf('repository: {provider: gitea, repo: a/b, url: "https://git.example.cn/x"}\n'));
  expect(policy).toContain("connect-src 'self' blob: data: https://git.example.cn;");
  expect(policy).toContain("script-src 'self';");
});

it('cannot be broken by the title of the site', () => {
  expect(renderAdminPage({ ...bookOf().site, title: '</title><script>' }, '/')).toContain('&lt;/title&gt;&lt;script&gt;');
});
