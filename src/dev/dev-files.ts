import { mkdir, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { extname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Book } from '../book/book.ts';
import { handedOver } from '../checked-content.ts';
import { renderCitationFile } from '../outputs/citations.ts';
import { dataFiles } from '../outputs/data/index.ts';
import { inThread } from '../outputs/in-thread.ts';
import { makePicture } from '../outputs/og/index.ts';
import { redirectPage } from '../outputs/redirects.ts';
import { makeScriptTable } from '../outputs/script-switch/index.ts';
import type { Settings } from '../settings.ts';
import { siteUrls, type Urls } from '../urls.ts';

interface Asked {
  path: string;
  /** The page that asks. */
  referrer: string | undefined;
  book: Book;
  urls: Urls;
}

interface DevFile {
  type: string;
  body: string | Uint8Array;
}

const TYPES: Record<string, string> = {
  '.json': 'application/json; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.png': 'image/png',
  '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp', '.avif': 'image/avif', '.svg': 'image/svg+xml',
};
const INDEX_THREAD = new URL('../outputs/search/index-thread.ts', import.meta.url);

/**
 * What the build writes beside the pages, made for the dev server when a reader asks for it: citations, open data, pictures,
 * script tables, old addresses, the search index. So an editor at work meets no dead link, and pays for nothing unasked.
 */
export function devFiles(settings: Settings, cacheDir: string): AstroIntegration {
  const { base, site, contentDir } = settings;
  const urls = siteUrls(base);
  const folder = join(cacheDir, 'dev-search');
  let indexed: { book: Book; done: Promise<void> } | undefined;

  /** Indexed anew once the book has changed, and only when somebody searches. */
  const searchIndex = (book: Book): Promise<void> => {
    if (indexed?.book !== book) {
      const done = (indexed?.done.catch(() => {}) ?? Promise.resolve())
        .then(() => rm(folder, { recursive: true, force: true }))
        .then(() => mkdir(folder, { recursive: true }))
        .then(() => inThread(INDEX_THREAD, { book, base, outDir: folder }));
      indexed = { book, done };
    }
    return indexed.done;
  };

  const make = async ({ path, referrer, book }: Asked): Promise<DevFile | undefined> => {
    const found = (body: string | Uint8Array | undefined, type = TYPES[extname(path).toLowerCase()] ?? 'text/html; charset=utf-8') => (body === undefined ? undefined : { type, body });
    const [, id, extension] = /^(.+)\/cite\.([a-z]+)$/.exec(path) ?? [];
    const entry = id && book.byId.get(id);
    if (entry) return renderCitationFile(book, entry, extension!, { urls, origin: site });
    const data = path.startsWith('data/') && dataFiles(book, urls, site).find(({ name }) => `data/${name}` === path);
    if (data) return { type: data.type, body: data.text };
    if (book.pictures.has(path)) return found(await readFile(join(contentDir, path)));
    const [, picture] = /^og\/([\w-]+)\.png$/.exec(path) ?? [];
    if (picture) return found(await makePicture(book, picture, cacheDir));
    const [, script] = /^src\/browser\/(hans|hant)\.json$/.exec(path) ?? [];
    // The table of the page that asks: no page is built whose words could be gathered before.
    if (script && referrer) return found(makeScriptTable(script as 'hans' | 'hant', await (await fetch(referrer)).text()));
    if (/^(?:search|pagefind)\/.*\.\w+$/.test(path)) {
      await searchIndex(book);
      return found(await readFile(join(folder, path)).catch(() => undefined), TYPES[extname(path)] ?? 'application/octet-stream');
    }
    return found(redirectPage(book, path.replace(/\/$/, ''), { urls, origin: site }));
  };

  return {
    name: 'yearbook-dev-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request: IncomingMessage, response, next) => {
          const book = handedOver()?.book;
          const path = pathOf(request, base);
          if (!book || path === undefined) return next();
          make({ path, referrer: request.headers.referer, book, urls }).then((file) => {
            if (!file) return next();
            response.setHeader('Content-Type', file.type);
            response.end(file.body);
          }, next);
        });
      },
    },
  };
}

/** Path under the base; nothing for what is none. */
function pathOf({ url = '/' }: IncomingMessage, base: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (path.includes('..')) return undefined;
    return path.startsWith(base) ? path.slice(base.length) : path.slice(1);
  } catch {
    return undefined;
  }
}
