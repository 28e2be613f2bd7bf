import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import { serve } from './serve.ts';

/** The built site in a real browser. */
export interface ReadingRoom {
  /** Opens a path of the site in a browser of its own; `errors` fills with what its console complains of. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; errors: string[] }>;
  address(path: string): string;
  close(): Promise<void>;
}

export async function openReadingRoom(): Promise<ReadingRoom> {
  const { folder, base } = inject('builtSite');
  const [server, browser]: [Awaited<ReturnType<typeof serve>>, Browser] = await Promise.all([serve(folder, base), launchBrowser()]);
  const address = (path: string) => `${server.origin}${base}${path}`;
  return {
    address,
    async open(path, options) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      await page.goto(address(path));
      return { page, errors };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
