import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../src/check-content.ts';
import { readSettings } from '../../src/settings.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

const { book } = await checkContent(readSettings([], {}).settings);
const { entries, yearbooks, domains } = book!;
const { year, chapters } = yearbooks[0]!;
const entry = entries.find(({ see, documents, figures }) => see.length > 0 && documents.length > 0 && figures.length > 0)!;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom();
});
afterAll(() => room.close());

const PAGES = ['', `${year}/`, `${year}/${chapters[0]!.district.slug}/`, `${entry.id}/`, `domains/${domains[0]!.slug}/`, 'chronicle/', 'pilots/', 'documents/', 'figures/', 'subjects/', 'glossary/', 'errata/', 'data/', 'about/'];

/** What a finger must hit on its own; lines of the back-of-book index and of tables stand closer. */
const ALONE =
  'nav a, button, summary, select, input[type=search], .tags a, .crumbs a, .colophon a, .pages a, .letters a, .entry-lines a, .margin-note li > a, .from a, .uses a, .totals a, .matrix a, .more a';

test('on a touch screen what stands alone is 44 pixels high, everything else at least 24', async () => {
  const { page } = await room.open('', PHONE);
  const small: string[] = [];
  for (const path of PAGES) {
    await page.goto(room.address(path));
    small.push(
      ...(await page.evaluate((alone) => {
        const seen = [...document.querySelectorAll<HTMLElement>('a, button, summary, select, input, label')].filter((one) => {
          if (!one.checkVisibility() || one.closest('.skip, .visually-hidden, label.visually-hidden, .prose, p.summary, p.hint, td')) return false;
          // A box is as easy to hit as its label.
          return !(one instanceof HTMLInputElement && one.closest('label'));
        });
        return seen.flatMap((one) => {
          const { height, width } = one.getBoundingClientRect();
          const least = one.matches(alone) && !one.closest('p.muted') ? 43.5 : 23.5;
          return height >= least && width >= 15 ? [] : [`${location.pathname} ${one.tagName}.${one.className} “${one.textContent!.trim().slice(0, 12)}” ${Math.round(width)}×${Math.round(height)}`];
        });
      }, ALONE)),
    );
  }
  expect(small.slice(0, 20)).toEqual([]);
  await page.context().close();
});
