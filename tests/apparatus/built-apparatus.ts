import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { writeContent, removeFolder, temporaryFolder } from '../content-on-disk.ts';
import { runScript } from '../run-script.ts';
import { launchBrowser } from '../browser/browser.ts';
import { serve } from '../browser/serve.ts';
import { APPARATUS } from './fixture.ts';

export const BASE = '/yearbook/';

interface Site {
  folder: string;
  origin: string;
  close(): Promise<void>;
}

/** The fixture as a site and a browser to read it in, both there for the tests of the file that calls this. */
export function apparatusInBrowser(): { site: Site; browser: Browser } {
  const room = {} as { site: Site; browser: Browser };
  beforeAll(async () => {
    [room.site, room.browser] = await Promise.all([buildApparatus(), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await room.browser?.close();
    await room.site?.close();
  });
  return room;
}

/** The fixture built as a site under a sub-path, and served. */
async function buildApparatus(): Promise<Site> {
  const parent = await temporaryFolder();
  const content = await writeContent(join(parent, 'content'), APPARATUS);
  const folder = join(parent, 'dist');
  const { code, output } = await runScript('build', ['--content', content, '--out', folder, '--base', BASE, '--pdf', 'none']);
  if (code !== 0) throw new Error(output);
  const server = await serve(folder, BASE);
  return {
    folder,
    origin: server.origin,
    close: async () => {
      await server.close();
      await removeFolder(parent);
    },
  };
}
