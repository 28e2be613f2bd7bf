import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import type { Book } from '../../book/book.ts';
import { chapterOf, domainOf } from '../../book/book.ts';
import type { FoldTable } from './fold.ts';
import { cutChunks } from './chunks.ts';
import { pack } from './packed.ts';
import { numberPages, readPageList } from './page-list.ts';
import { EDITION_LENGTH, type StoredEntry } from './pagefind-reader.ts';
import { recordOf } from './record.ts';
import { commonTokens, rollsOf } from './rolls.ts';
import { entryTokens, positioned } from './tokenise.ts';

export interface IndexFiles {
  /** Bytes of the index as published: chunks and the list of pages. */
  indexBytes: number;
  /** UTF-8 bytes of the text that was indexed. */
  textBytes: number;
  chunkStarts: string[];
  /** Common tokens by class. */
  common: string[][];
  titleSpan: number;
}

/** The language of unknown words: Pagefind neither stems nor segments it. */
const LANGUAGE = 'und';

/** Parts of Pagefind for its own search pages, which we do not use. */
const UNUSED = /^pagefind-(?!entry)|^wasm\.(?!unknown)|^(?:index|fragment|filter)\//;

/**
 * Writes `folder` with Pagefind's program, made smaller, and its data as `page-list` and `chunks` put it. Entries go in
 * book order. Throws when Pagefind refuses a record.
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
  const tokens = records.map(({ title, runs }) => entryTokens(title, runs, table));
  const titleSpan = Math.max(0, ...tokens.map(({ title }) => title.length));
  const texts = tokens.map((ofEntry) => positioned(ofEntry, titleSpan));
  const files = await indexWithPagefind(texts.map((text, index) => ({ url: book.entries[index]!.id, content: text.join(' ') })));
  const [listPath, listFile] = [...files].find(([path]) => path.endsWith('.pf_meta')) ?? [];
  if (!listPath || !listFile) throw new Error('Pagefind: wrote no list of pages');
  const edition = createHash('sha256').update(listFile).digest('hex').slice(0, EDITION_LENGTH);
  const common = commonTokens(countEntries(texts));
  const rolls = rollsOf(texts, new Set(common.flat()), titleSpan);
  const pageList = readPageList(listFile);
  const chunks = cutChunks(pageList.chunkNames.map((name) => files.get(`index/${name}.pf_index`)!), rolls);
  const { list, chunks: chunkNames, pages } = numberPages(pageList, chunks, edition, titleSpan);

  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    if (UNUSED.test(path)) continue;
    if (path === listPath) await put(folder, path, list);
    else await put(folder, path, path.endsWith('.js') ? await minified(content) : content);
  }
  await Promise.all([
    ...chunks.map(({ content }, index) => put(folder, `index/${chunkNames[index]!}.pf_index`, content)),
    ...pages.map((name, index) => put(folder, `fragment/${name}.pf_fragment`, fragmentOf(stored[index]!))),
  ]);
  return {
    indexBytes: chunks.reduce((sum, { content }) => sum + content.length, list.length),
    textBytes: records.reduce((sum, { title, runs }) => sum + Buffer.byteLength(title + runs.join('')), 0),
    chunkStarts: chunks.map(({ first }) => first),
    common,
    titleSpan,
  };
}

function countEntries(texts: string[][]): Map<string, number> {
  const entriesWith = new Map<string, number>();
  for (const text of texts) {
    for (const token of new Set(text)) entriesWith.set(token, (entriesWith.get(token) ?? 0) + 1);
  }
  return entriesWith;
}

/** Half of the program is names and blanks. */
async function minified(program: Uint8Array): Promise<string> {
  return (await transform(Buffer.from(program).toString(), { minify: true, format: 'esm', target: 'es2022', legalComments: 'inline' })).code;
}

async function indexWithPagefind(records: { url: string; content: string }[]): Promise<Map<string, Uint8Array>> {
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
const fragmentOf = ({ meta, content }: StoredEntry): Uint8Array =>
  pack(Buffer.from(JSON.stringify({ url: meta.id, content, word_count: 0, filters: {}, meta, anchors: [] })));

async function put(folder: string, path: string, content: Uint8Array | string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
