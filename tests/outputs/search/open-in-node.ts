import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Book } from '../../../src/book/book.ts';
import { decodeFoldTable, type FoldTable } from '../../../src/outputs/search/fold.ts';
import { writeSearchIndex, type SearchIndexReport } from '../../../src/outputs/search/index.ts';
import { openIndex, type OpenIndex, type PagefindModule } from '../../../src/outputs/search/pagefind-reader.ts';
import { findEntries, parseQuery } from '../../../src/outputs/search/query.ts';
import { siteUrls } from '../../../src/urls.ts';

/** The index of a book, published in a folder of its own and searched by Pagefind's browser program in Node. */
export interface SearchInNode {
  report: SearchIndexReport;
  folder: string;
  table: FoldTable;
  index: OpenIndex;
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
  const index = openIndex(pagefind, `${address}pagefind/`, chunkStarts);
  const table = decodeFoldTable(await readFile(join(folder, 'search/fold.txt'), 'utf8'));
  return {
    report,
    folder,
    table,
    index,
    async search(text) {
      const { entries } = await findEntries(index, parseQuery(text, table));
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
