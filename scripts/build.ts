import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCache } from '../src/build-cache.ts';
import { checkContent } from '../src/check-content.ts';
import { handOver } from '../src/checked-content.ts';
import { writeBrowserScripts } from '../src/outputs/browser-scripts.ts';
import { writeCitations } from '../src/outputs/citations.ts';
import { writeHeadingFonts } from '../src/outputs/heading-font.ts';
import { inThread } from '../src/outputs/in-thread.ts';
import { writePictures } from '../src/outputs/og/index.ts';
import { renderVolumes } from '../src/outputs/pdf/render-volumes.ts';
import { writeRedirects } from '../src/outputs/redirects.ts';
import { writeScriptTables } from '../src/outputs/script-switch/index.ts';
import { isError, type Problem } from '../src/problem.ts';
import { finishSwap, openPublication, type Publication } from '../src/publish.ts';
import { readSettings, settingsEnv, withSiteAddress, type Settings } from '../src/settings.ts';
import { siteUrls } from '../src/urls.ts';
import { countProblems, printProblems, run } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SEARCH_THREAD = new URL('../src/outputs/search/index-thread.ts', import.meta.url);

/**
 * Astro builds inside the generator's own folder and the result is moved: given a folder elsewhere it keeps its
 * intermediate files in one place for all builds, and two builds at once destroy each other's.
 */
async function buildPages(cache: string, publication: Publication): Promise<void> {
  const folder = await mkdtemp(join(cache, 'site-'));
  try {
    enableCompileCache();
    const { build } = await import('astro');
    await build({ root, outDir: folder, logLevel: 'warn' });
    await publication.take(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Astro puts what it makes on the way into the working directory, where packages are found only from the generator's own
 * folder. A build started elsewhere, as in the CI of a content repository, moves there and names its folders in full.
 */
function fromOwnFolder(settings: Settings): Settings {
  if (relative(root, process.cwd()) === '') return settings;
  const named = { ...settings, contentDir: resolve(settings.contentDir), outDir: resolve(settings.outDir) };
  process.chdir(root);
  return named;
}

function refuse(problems: Problem[], { contentDir, outDir }: Settings): number {
  const errors = problems.filter(isError);
  printProblems(errors, contentDir);
  console.log(`有${errors.length}个错误，没有生成网站；${existsSync(outDir) ? `“${outDir}”保持原样` : '请改正后再试'}`);
  return 1;
}

await run(async () => {
  const started = performance.now();
  const { settings: typed } = readSettings(process.argv.slice(2), process.env);
  const asked = fromOwnFolder(typed);
  // First of all: whatever the content is like today, a swap cut off yesterday is finished.
  await finishSwap(asked.outDir);
  const content = await checkContent(asked);
  performance.mark('check');
  const { book, problems } = content;
  const { errors, advice } = countProblems(problems);
  if (!book || errors > 0) return refuse(problems, asked);
  const settings = withSiteAddress(asked, book.site.url);
  const publication = await openPublication(settings.outDir, [root, settings.contentDir]);
  try {
    // Astro reads its settings from the environment when it loads its configuration.
    Object.assign(process.env, settingsEnv(settings), { ASTRO_TELEMETRY_DISABLED: '1' });
    const cache = openCache(root, settings);
    // The volumes come first: pages show on which page of the book they stand.
    const { folios, problems: unprintable } = await renderVolumes(book, {
      contentDir: settings.contentDir, outDir: publication.folder, cacheDir: cache, editions: settings.pdf, onProgress: console.log,
    });
    if (unprintable.some(isError)) {
      await publication.discard();
      return refuse(unprintable, settings);
    }
    performance.mark('volumes');
    handOver({ ...content, folios: settings.pdf === 'none' ? undefined : folios });
    // The index needs the Book alone, and is made while pages are rendered.
    const indexing = inThread(SEARCH_THREAD, { book, base: settings.base, outDir: publication.folder });
    await Promise.all([buildPages(cache, publication), indexing]);
    performance.mark('pages and index');
    const reader = { urls: siteUrls(settings.base), origin: settings.site, folios, folder: publication.folder };
    await Promise.all([
      // The tables know what the scripts say.
      writeBrowserScripts(publication.folder).then(() => writeScriptTables(publication.folder)),
      writeCitations(book, reader),
      writeRedirects(book, reader),
      settings.site && writePictures(book, { folder: publication.folder, cache }),
      writeHeadingFonts(publication.folder, cache),
    ]);
    await publication.swap();
    performance.mark('other outputs');
  } catch (cause) {
    await publication.discard();
    throw cause;
  }
  const pages = (await readdir(settings.outDir, { recursive: true })).filter((path) => path.endsWith('.html')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`已生成“${settings.outDir}”：${book.entries.length}个条目，${pages}个网页，用时${seconds}秒`);
  const drafts = content.parts.filter((part) => part.kind === 'entry' && part.entry.state === 'draft').length;
  if (drafts > 0) console.log(`${drafts}篇草稿没有收入；定稿后删去其中的 state: draft 一行，再生成一次`);
  if (advice > 0) console.log(`另有${advice}条建议，可运行 npm run check 查看`);
  return 0;
});
