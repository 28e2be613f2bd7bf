import { expect, test } from 'vitest';
import { html } from './rendered.ts';

const page = html('甲[^1]乙[^说明]。\n\n[^1]: 第一注。\n\n[^说明]: 第二注，见《办法》。');

test('every note links to its text and every mark to its note', () => {
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target!);
  expect(links).toHaveLength(4);
  for (const target of links) expect(ids).toContain(target);
});

test('labels speak Chinese', () => {
  expect(page).toContain('>注释</h2>');
  expect(page).toMatch(/aria-label="返回正文[^"]*"/);
  expect(page).not.toMatch(/Footnotes|Back to/);
});

test('a note marked twice has two ways back', () => {
  const twice = html('甲[^1]乙[^1]。\n\n[^1]: 注。');
  const ids = new Set([...twice.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const back = [...twice.matchAll(/href="#([^"]*fnref[^"]+)"/g)].map(([, target]) => target!);
  expect(back).toHaveLength(2);
  for (const target of back) expect(ids).toContain(target);
});
