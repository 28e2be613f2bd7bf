import { existsSync } from 'node:fs';
import { checkContent } from '../src/check-content.ts';
import { readSettings, SettingsError, withSiteAddress, type Settings } from '../src/settings.ts';
import { siteUrls } from '../src/urls.ts';
import { benchBuild } from './bench-build.ts';
import { benchImport, importTable } from './bench-import.ts';
import { benchPrint, reportPrint } from './bench-print.ts';
import { benchReading, readingTable } from './bench-reading.ts';
import { benchSearch } from './bench-search.ts';
import { run } from './report.ts';

/**
 * `npm run bench -- [CASE] [--entries N]`: without a case, generates N entries, checks and builds them; `print` sets a
 * book of N entries in one volume; `search` asks an index of N entries in the real browser; `reading` measures how soon
 * the built site answers first actions; `import` scores the import against its truth tables.
 */
await run(async () => {
  const { settings, options, positionals } = readSettings(process.argv.slice(2), process.env, { entries: { type: 'string' }, length: { type: 'string' } });
  const [name] = positionals;
  const entries = (usual: number) => Number(options['entries'] ?? usual);
  const length = Number(options['length'] ?? 600);
  if (name === 'import') console.log(importTable(await benchImport()).join('\n'));
  else if (name === 'print') return reportPrint(await benchPrint(entries(2000), length));
  else if (name === 'reading') {
    const { book, base, outDir } = await builtSite(settings);
    console.log(readingTable(await benchReading(book, siteUrls(base), outDir)).join('\n'));
  } else if (name === 'search') {
    const { base, outDir } = await builtSite(settings);
    console.log(JSON.stringify(await benchSearch(settings.contentDir, outDir, base, entries(2000)), null, 2));
  } else if (name === undefined) console.log(JSON.stringify(await benchBuild(entries(1000), length), null, 2));
  else throw new SettingsError(`没有“${name}”这项测量；可用 print、search、reading、import，或不写`);
  return 0;
});

async function builtSite(settings: Settings) {
  const { book } = await checkContent(settings);
  if (!book || !existsSync(settings.outDir)) throw new SettingsError(`没有“${settings.outDir}”；请先运行 npm run build`);
  return { book, ...withSiteAddress(settings, book.site.url) };
}
