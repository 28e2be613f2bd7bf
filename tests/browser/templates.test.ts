import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check-content.ts';
import { readSettings } from '../../src/settings.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

const { book } = await checkContent(readSettings([], {}).settings);
const { entries, yearbooks } = book!;
const most = (measure: (entry: (typeof entries)[number]) => number) => [...entries].sort((a, b) => measure(b) - measure(a))[0]!.id;
const { year, chapters } = yearbooks[0]!;

/** One page of each kind, and entries that strain the layout. */
const TEMPLATES = [
  '', `${year}/`, `${year}/${chapters[0]!.district.slug}/`,
  `${most(({ figures }) => figures.length)}/`,
  `${most(({ body }) => JSON.stringify(body.tree).split('"tableCell"').length)}/`,
  `${most(({ documents }) => documents.length)}/`,
  `${entries.find(({ lang }) => lang === 'zh-Hant')!.id}/`,
  'districts/', `districts/${chapters[0]!.district.slug}/`, 'domains/', `domains/${book!.domains[0]!.slug}/`,
  'chronicle/', 'pilots/', 'documents/', 'figures/', 'subjects/', 'glossary/', 'errata/',
  'search/', 'handbook/', 'about/', 'data/', '404.html',
];

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom();
});
afterAll(() => room.close());

describe.each([390, 820])('%i pixels wide', (width) => {
  test('no page scrolls sideways, no console complains', async () => {
    const { page, errors } = await room.open('', { viewport: { width, height: 844 } });
    const wide: string[] = [];
    for (const path of TEMPLATES) {
      await page.goto(room.address(path));
      const { scroll, client } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scroll: scrollWidth, client: clientWidth };
      });
      if (scroll > client) wide.push(`${path}: ${scroll} > ${client}`);
    }
    expect(wide).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

test('without JavaScript every page but search says what it has to say', async () => {
  const { page } = await room.open('', { javaScriptEnabled: false });
  const empty: string[] = [];
  for (const path of TEMPLATES.filter((one) => one !== 'search/')) {
    await page.goto(room.address(path));
    if ((await page.locator('main').innerText()).trim().length < 20) empty.push(path);
  }
  expect(empty).toEqual([]);
  await page.goto(room.address('search/'));
  expect(await page.locator('main noscript').textContent()).toContain('脚本');
  await page.context().close();
});
