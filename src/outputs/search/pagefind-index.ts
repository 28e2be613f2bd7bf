import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Book } from '../../book/book.ts';
import { chapterOf, domainOf } from '../../book/book.ts';
import type { FoldTable } from './fold.ts';
import { numberPages } from './page-list.ts';
import { EDITION_LENGTH, type StoredEntry } from './pagefind-reader.ts';
import { recordOf } from './record.ts';
import { indexText } from './tokenise.ts';

export interface IndexFiles {
  /** Bytes of the index as published: chunks and the list of pages. */
  indexBytes: number;
  /** UTF-8 bytes of the text that was indexed. */
  textBytes: number;
  chunkStarts: string[];
  /** Tokens of `COMMON` entries and more. */
  common: string[];
}

/** Chunk bytes before compression: a query loads about one chunk a pair of characters, and all readers the list of chunks. */
const CHUNK_SIZE = '2000';

/** A token of that many entries costs a reader more than to read the few entries that its neighbours leave. */
const COMMON = 1000;

/** The language of unknown words: Pagefind neither stems nor segments it. */
const LANGUAGE = 'und';

/** Parts of Pagefind for its own search pages, which we do not use. */
const UNUSED = /^pagefind-(?!entry)|^wasm\.(?!unknown)/;

/**
 * Writes `folder` with Pagefind's program as it is and its data as `page-list` numbers it. Entries go in book order.
 * Throws when Pagefind refuses a record.
 */
export async function writePagefindIndex(book: Book, table: FoldTable, folder: string): Promise<IndexFiles> {
  const records = book.entries.map(recordOf);
  const stored = book.entries.map((entry, index): StoredEntry => ({
    meta: {
      id: entry.id,
      title: records[index]!.title,
      lang: entry.lang,
      chapter: chapterOf(book, entry).name,
      domain: domainOf(book, entry).name,
    },
    content: records[index]!.runs.join('\n'),
  }));
  const contents = records.map(({ title, runs }) => indexText(title, runs, table));
  const files = await indexWithPagefind(contents.map((content, index) => ({ url: book.entries[index]!.id, content })));
  const listPath = [...files.keys()].find((path) => path.endsWith('.pf_meta'));
  if (!listPath) throw new Error('Pagefind: wrote no list of pages');
  const edition = createHash('sha256').update(files.get(listPath)!).digest('hex').slice(0, EDITION_LENGTH);
  const { list, chunks, pages, chunkStarts } = numberPages(files.get(listPath)!, edition);

  await rm(folder, { recursive: true, force: true });
  let indexBytes = list.length;
  for (const [path, content] of files) {
    const [kind = '', name = ''] = /^(?:index|fragment|filter)\/([^.]+)/.exec(path) ?? [];
    if (UNUSED.test(path) || kind.startsWith('fragment')) continue;
    if (path === listPath) await put(folder, path, list);
    else if (kind.startsWith('index')) {
      indexBytes += content.length;
      await put(folder, `index/${chunks.get(name)!}.pf_index`, content);
    } else await put(folder, path, content);
  }
  await Promise.all(
    [...pages.values()].map((name, index) => put(folder, `fragment/${name}.pf_fragment`, fragmentOf(stored[index]!))),
  );
  return {
    indexBytes,
    textBytes: records.reduce((sum, { title, runs }) => sum + Buffer.byteLength(title + runs.join('')), 0),
    chunkStarts,
    common: commonTokens(contents),
  };
}

function commonTokens(contents: string[]): string[] {
  const entriesWith = new Map<string, number>();
  for (const content of contents) {
    for (const token of new Set(content.split(' '))) entriesWith.set(token, (entriesWith.get(token) ?? 0) + 1);
  }
  return [...entriesWith].filter(([token, entries]) => entries >= COMMON && token.length > 1).map(([token]) => token);
}

async function indexWithPagefind(records: { url: string; content: string }[]): Promise<Map<string, Uint8Array>> {
  // Read by the program when it starts, so it must stand before the import that starts it.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK_SIZE;
  const pagefind = await import('pagefind');
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
    if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
    for (const { url, content } of records) {
      const added = await index.addCustomRecord({ url, content, language: LANGUAGE });
      if (added.errors.length > 0) throw new Error(`Pagefind: ${url}: ${added.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    return new Map(files.map(({ path, content }) => [path, content]));
  } finally {
    await pagefind.close();
  }
}

/** Pagefind's form of a fragment; the parts it fills from the index's own text are left empty. */
function fragmentOf({ meta, content }: StoredEntry): Uint8Array {
  const fragment = { url: meta.id, content, word_count: 0, filters: {}, meta, anchors: [] };
  return gzipSync(`pagefind_dcd${JSON.stringify(fragment)}`, { level: 9 });
}

async function put(folder: string, path: string, content: Uint8Array): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
