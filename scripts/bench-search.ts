import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { recordOf } from '../src/outputs/search/record.ts';
import { writeSearchIndex } from '../src/outputs/search/index.ts';
import { siteUrls } from '../src/urls.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { serve } from '../tests/browser/serve.ts';
import { ask, countBytes } from '../tests/outputs/search/asking.ts';
import { randomQueries } from '../tests/outputs/search/random-queries.ts';
import { sentenceBook } from '../tests/outputs/search/sentence-book.ts';
import { idsWith, plainRecord } from '../tests/outputs/search/truth.ts';

/** Queries asked for each figure. */
const QUERIES = 50;

interface Spread {
  median: number;
  most: number;
}

/** What one index of `entries` entries costs its readers, through the real search page. */
export interface SearchCost {
  entries: number;
  buildSeconds: number;
  /** Bytes of the index without the stored texts ÷ UTF-8 bytes of the texts. */
  indexToText: number;
  /** Bytes received for a first query and for one after it, but HTML, CSS, fonts and pictures. */
  cold: Spread;
  second: Spread;
  /** Milliseconds from Enter to the number of hits, the program loaded. */
  enterToCount: Spread;
  /** Queries whose number of hits was not that of the entries that contain it. */
  wrong: number;
}

/** Puts an index of sentences out of `content` under a copy of the built site `site`, and asks there. */
export async function benchSearch(content: string, site: string, base: string, entries: number): Promise<SearchCost> {
  const folder = await mkdtemp(join(tmpdir(), 'search-bench-'));
  await cp(site, folder, { recursive: true });
  const book = await sentenceBook(content, entries);
  const started = performance.now();
  const { indexBytes, textBytes } = await writeSearchIndex(book, siteUrls(base), folder);
  const buildSeconds = Math.round((performance.now() - started) / 100) / 10;
  const records = book.entries.map((entry) => plainRecord(entry.id, recordOf(entry)));
  const queries = randomQueries(book.entries.map(recordOf), 2 * QUERIES);
  const [server, browser] = await Promise.all([serve(folder, base), launchBrowser()]);
  const address = `${server.origin}${base}search/`;
  try {
    const costs: [cold: number, second: number][] = [];
    for (let at = 0; at < queries.length; at += 2) costs.push(await bytesOfTwo(browser, address, queries[at]!, queries[at + 1]!));
    const page = await browser.newPage();
    await page.goto(address);
    const times: number[] = [];
    let wrong = 0;
    await ask(page, queries[0]!);
    for (const query of queries.slice(1, 1 + QUERIES)) {
      await timeNextCount(page);
      if ((await ask(page, query)) !== idsWith(records, query).length) wrong += 1;
      times.push(await page.evaluate(() => Number(document.documentElement.dataset['enterToCount'])));
    }
    return {
      entries,
      buildSeconds,
      indexToText: Math.round((indexBytes / textBytes) * 1000) / 1000,
      cold: spreadOf(costs.map(([cold]) => cold)),
      second: spreadOf(costs.map(([, second]) => second)),
      enterToCount: spreadOf(times),
      wrong,
    };
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function bytesOfTwo(browser: Browser, address: string, first: string, second: string): Promise<[number, number]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bytes = await countBytes(context, page);
  await page.goto(address);
  await ask(page, first);
  const cold = bytes();
  await ask(page, second);
  await context.close();
  return [cold, bytes() - cold];
}

/** Measured in the page, so that the driver of the browser does not count. */
const timeNextCount = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const count = document.querySelector('[data-search-count]')!;
    const entered = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      removeEventListener('keydown', entered, { capture: true });
      const start = performance.now();
      const observer = new MutationObserver(() => {
        if (count.textContent === '') return;
        observer.disconnect();
        document.documentElement.dataset['enterToCount'] = String(performance.now() - start);
      });
      observer.observe(count, { childList: true, characterData: true, subtree: true });
    };
    addEventListener('keydown', entered, { capture: true });
  });

function spreadOf(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: Math.round(sorted[Math.floor(sorted.length / 2)]!), most: Math.round(sorted.at(-1)!) };
}
