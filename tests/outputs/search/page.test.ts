import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Book } from '../../../src/book/book.ts';
import { writeSearchIndex } from '../../../src/outputs/search/index.ts';
import { recordOf } from '../../../src/outputs/search/record.ts';
import { siteUrls } from '../../../src/urls.ts';
import { launchBrowser } from '../../browser/browser.ts';
import { serve } from '../../browser/serve.ts';
import { ask, countBytes } from './asking.ts';
import { randomQueries } from './random-queries.ts';
import { sentenceBook } from './sentence-book.ts';
import { idsWith, plainRecord } from './truth.ts';

const { folder: site, base } = inject('builtSite');
const ENTRIES = 2000;

/** Bytes of one query but HTML, CSS, fonts and pictures, over a server that compresses. */
const COLD_BUDGET = 140_000;
const SECOND_BUDGET = 25_000;

/** The search page as built, over the index of a book of 2,000 entries. */
describe('the search page', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let folder: string;
  let book: Book;
  let queries: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'search-page-'));
    book = await sentenceBook('content', ENTRIES);
    await cp(site, folder, { recursive: true });
    await writeSearchIndex(book, siteUrls(base), folder);
    queries = randomQueries(book.entries.map(recordOf), 60);
    server = await serve(folder, base);
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('counts what contains the query, and shows every entry of it in the end', { timeout: 120_000 }, async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${server.origin}${base}search/`);
    const records = book.entries.map((entry) => plainRecord(entry.id, recordOf(entry)));
    for (const query of queries) {
      const expected = idsWith(records, query);
      expect(await ask(page, query), query).toBe(expected.length);
      if (expected.length > 60) continue;
      while (await page.locator('[data-part=more]').isVisible()) {
        const before = await page.locator('[data-entry-id]').count();
        await page.locator('[data-part=more]').click();
        await page.waitForFunction((number) => document.querySelectorAll('[data-entry-id]').length > number, before);
      }
      const shown = await page.locator('[data-entry-id]').evaluateAll((hits) => hits.map((hit) => hit.getAttribute('data-entry-id')));
      expect(shown.sort(), query).toEqual(expected);
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  it('keeps to its budget of bytes', { timeout: 120_000 }, async () => {
    const costs: [cold: number, second: number][] = [];
    for (let at = 0; at < 20; at += 2) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const bytes = await countBytes(context, page);
      await page.goto(`${server.origin}${base}search/`);
      await ask(page, queries[at]!);
      const cold = bytes();
      await ask(page, queries[at + 1]!);
      costs.push([cold, bytes() - cold]);
      await context.close();
    }
    expect(Math.max(...costs.map(([cold]) => cold))).toBeLessThanOrEqual(COLD_BUDGET);
    expect(middle(costs.map(([, second]) => second))).toBeLessThanOrEqual(SECOND_BUDGET);
  });

  it('takes anything for a query', { timeout: 60_000 }, async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    for (const query of ['😀', '%', '<img src=x onerror=alert(1)>', '.*[(', '甲'.repeat(200), '"', '-', '改', '改革 -社区', '"改革"']) {
      await page.goto(`${server.origin}${base}search/?q=${encodeURIComponent(query)}`);
      await page.locator('[data-part=said]').filter({ hasText: /找到|请输入/ }).waitFor();
    }
    await page.goto(`${server.origin}${base}search/?q=%ED%A0%80%`);
    await page.locator('[data-part=said]').filter({ hasText: /找到|请输入/ }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });
});

const middle = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
