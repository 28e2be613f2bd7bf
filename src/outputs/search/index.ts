import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book } from '../../book/book.ts';
import type { Urls } from '../../urls.ts';
import { facetsOf } from './book-facets.ts';
import { cutShards, nameRows, namesOf } from './book-names.ts';
import { encodeFoldTable } from './fold.ts';
import type { NameContents } from './names.ts';
import { writePagefindIndex } from './pagefind-index.ts';
import { recordOf } from './record.ts';
import { buildFoldTable } from './script-variants.ts';

export interface SearchIndexReport {
  entries: number;
  /** Bytes of the index without the stored texts, and UTF-8 bytes of the text it covers. */
  indexBytes: number;
  textBytes: number;
  /** Name shards, and the bytes of the largest. */
  nameShards: number;
  largestShard: number;
}

/** `search/start.json` */
export interface Start {
  /** The fold table, encoded. */
  fold: string;
  /** Common tokens by class, those of a class parted by spaces. */
  common: string[];
  /** Tokens of titles stand at positions below this. */
  titleSpan: number;
}

/**
 * Writes `<outDir>/pagefind/` and `<outDir>/search/`, replacing both: `start.json` what every search needs,
 * `facets.json`, `chunks.json` where the chunks of the index begin, `names.json` and `names/N.json` what the search box
 * proposes. Throws when Pagefind fails or a file cannot be written.
 */
export async function writeSearchIndex(book: Book, urls: Urls, outDir: string): Promise<SearchIndexReport> {
  const names = namesOf(book, urls);
  const written = book.entries.map(recordOf).flatMap(({ title, runs }) => [title, ...runs]);
  const used = new Set([...written, ...names.map(({ text }) => text)].flatMap((text) => [...text]));
  const table = buildFoldTable(used);
  const { indexBytes, textBytes, chunkStarts, common, titleSpan } = await writePagefindIndex(book, table, join(outDir, 'pagefind'));

  const shards = cutShards(nameRows(names, table));
  const contents: NameContents = {
    starts: shards.map((shard) => shard[0]![0]),
    edition: createHash('sha256').update(JSON.stringify(shards)).digest('hex').slice(0, 8),
  };
  const folder = join(outDir, 'search');
  // The search page itself stands in this folder.
  await rm(join(folder, 'names'), { recursive: true, force: true });
  await mkdir(join(folder, 'names'), { recursive: true });
  const files: [string, string][] = [
    ['start.json', JSON.stringify({ fold: encodeFoldTable(table), common: common.map((tokens) => tokens.join(' ')), titleSpan } satisfies Start)],
    ['facets.json', JSON.stringify(facetsOf(book))],
    ['chunks.json', JSON.stringify(chunkStarts)],
    ['names.json', JSON.stringify(contents)],
    ...shards.map((shard, index): [string, string] => [`names/${index}.json`, JSON.stringify(shard)]),
  ];
  await Promise.all(files.map(([name, content]) => writeFile(join(folder, name), content)));
  return {
    entries: book.entries.length,
    indexBytes,
    textBytes,
    nameShards: shards.length,
    largestShard: Math.max(0, ...shards.map((shard) => Buffer.byteLength(JSON.stringify(shard)))),
  };
}
