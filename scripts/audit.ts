import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { checkContent } from '../src/check-content.ts';
import { readSettings, SettingsError, withSiteAddress } from '../src/settings.ts';
import { siteUrls } from '../src/urls.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { serve } from '../tests/browser/serve.ts';
import { benchReading, readingTable, tooSlow } from './bench-reading.ts';
import { run } from './report.ts';

/** Runs of each page; the best counts, since a busy machine only ever makes a page slower. */
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * `npm run audit`: Lighthouse (mobile) on the built site, and how soon first actions are answered, the best of three.
 * Exit code 1 where a score is below 100 or an answer above its limit.
 */
await run(async () => {
  const { settings: asked } = readSettings(process.argv.slice(2), process.env);
  const { book } = await checkContent(asked);
  if (!book || !existsSync(asked.outDir)) throw new SettingsError(`没有“${asked.outDir}”；请先运行 npm run build`);
  const { base, outDir } = withSiteAddress(asked, book.site.url);
  const urls = siteUrls(base);
  const [entry] = book.entries;
  const pages = [urls.home(), entry && urls.entry(entry.id), urls.domain(book.domains[0]!.slug), urls.section('figures'), urls.section('search')];
  const { default: lighthouse } = await import('lighthouse');
  const port = await freePort();
  const [server, browser] = await Promise.all([serve(outDir, base), launchBrowser([`--remote-debugging-port=${port}`])]);
  let worst = 1;
  try {
    for (const page of pages.filter((path) => path !== undefined)) {
      const best = new Map<string, number>();
      const failed = new Set<string>();
      for (let round = 0; round < RUNS && [...best.values(), best.size ? 1 : 0].some((score) => score < 1); round++) {
        const result = await lighthouse(server.origin + page, { port, onlyCategories: [...CATEGORIES], logLevel: 'silent' });
        for (const category of CATEGORIES) {
          const { score, auditRefs } = result!.lhr.categories[category]!;
          best.set(category, Math.max(best.get(category) ?? 0, score ?? 0));
          for (const { id } of auditRefs) {
            const found = result!.lhr.audits[id]!;
            if (found.score !== null && found.score < 1 && category !== 'performance') failed.add(`${id}（${found.title}）`);
          }
        }
      }
      worst = Math.min(worst, ...best.values());
      console.log(`${page} ${CATEGORIES.map((category) => `${category} ${Math.round(best.get(category)! * 100)}`).join('，')}`);
      for (const audit of failed) console.log(`  ${audit}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const reading = await benchReading(book, urls, outDir);
  console.log(readingTable(reading).join('\n'));
  return worst < 1 || tooSlow(reading) ? 1 : 0;
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
