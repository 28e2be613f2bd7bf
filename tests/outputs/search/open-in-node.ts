import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Book } from '../../../src/book/book.ts';
import { findEntries, type Lookup } from '../../../src/outputs/search/find-entries.ts';
import { decodeFoldTable } from '../../../src/outputs/search/fold.ts';
import { writeSearchIndex, type SearchIndexReport, type Start } from '../../../src/outputs/search/index.ts';
import { openIndex, type PagefindModule } from '../../../src/outputs/search/pagefind-reader.ts';
import { parseQuery } from '../../../src/outputs/search/query.ts';
import { readCommon } from '../../../src/outputs/search/ways.ts';
import { siteUrls } from '../../../src/urls.ts';

/** The index of a book, published in a folder of its own and searched by Pagefind's browser program in Node. */
export interface SearchInNode {
  report: SearchIndexReport;
  folder: string;
  lookup: Lookup;
  /** Ids of the entries a query finds, best first. */
  search(text: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function searchInNode(book: Book): Promise<SearchInNode> {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  const report = await writeSearchIndex(book, siteUrls('/'), folder);
  const server = await serve(folder);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const pagefind = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind/pagefind.js')).href)) as PagefindModule;
  const chunkStarts = async () => JSON.parse(await readFile(join(folder, 'search/chunks.json'), 'utf8')) as string[];
  const { fold, common, titleSpan } = JSON.parse(await readFile(join(folder, 'search/start.json'), 'utf8')) as Start;
  const lookup: Lookup = {
    index: openIndex(pagefind, `${address}pagefind/`, chunkStarts),
    table: decodeFoldTable(fold),
    common: readCommon(common),
    titleSpan,
  };
  return {
    report,
    folder,
    lookup,
    async search(text) {
      const { entries } = await findEntries(lookup, parseQuery(text, lookup.table));
      return entries.map((entry) => book.entries[entry]!.id);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    readFile(join(folder, path)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  // Node's client may send on a connection the server is just closing.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
