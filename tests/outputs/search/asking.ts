import type { BrowserContext, Page } from 'playwright-core';

/** Types a query on the search page, waits until its hits are shown, and returns their number. */
export async function ask(page: Page, query: string): Promise<number> {
  await page.locator('main input[type=search]').fill(query);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (text) => new URLSearchParams(location.search).get('q') === text && !document.querySelector('[data-search-panel][aria-busy]'),
    query,
  );
  return Number(await page.locator('[data-search-count]').textContent());
}

/** Bytes received so far, as the network counts them. Proposals are counted apart. */
export async function countBytes(context: BrowserContext, page: Page): Promise<() => number> {
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  const counted = new Set<string>();
  let sum = 0;
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    const isProposal = /\/search\/names/.test(response.url);
    if (!['Document', 'Stylesheet', 'Font', 'Image'].includes(type) && !isProposal) counted.add(requestId);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (counted.has(requestId)) sum += encodedDataLength;
  });
  return () => sum;
}
