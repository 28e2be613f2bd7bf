import type { Chunk } from './chunks.ts';
import { CborReader, CborWriter } from './cbor.ts';
import { pack, unpack } from './packed.ts';

/**
 * Pagefind's list of pages and chunks (`.pf_meta`), which every reader loads before the first query. It names each by
 * seven digits of a hash, which no compression shortens: half of the list. Here they are numbered instead; the number
 * of a page is then also its place in book order, so a hit tells its entry. Lengths are rounded and chunks abut, which
 * takes another fifth. The form is internal to Pagefind 1.6.0; a test holds it.
 */

/** Digits of a number in base 36. */
const DIGITS = 4;

/** What Pagefind's own list says. */
export interface PageList {
  version: string;
  /** Tokens of each page, in the order the pages were added. */
  lengths: number[];
  /** Names of the chunk files, in the order of their tokens. */
  chunkNames: string[];
}

/** Throws on any other form than that of 1.6.0. */
export function readPageList(file: Uint8Array): PageList {
  const reader = new CborReader(unpack(file));
  const [PAGE, CHUNK, LIST] = [3, 3, 6];
  expectList(reader, LIST);
  const version = reader.text();
  const lengths = reader.listOf(() => {
    expectList(reader, PAGE);
    const [, words] = [reader.text(), reader.int(), reader.text()];
    return words;
  });
  const chunkNames = reader.listOf(() => {
    expectList(reader, CHUNK);
    const [, , name] = [reader.text(), reader.text(), reader.text()];
    return name;
  });
  return { version, lengths, chunkNames };
}

function expectList(reader: CborReader, length: number): void {
  if (reader.list() !== length) throw new Error('Pagefind: .pf_meta has another form than in 1.6.0');
}

export interface NumberedPages {
  /** The list as published. */
  list: Uint8Array;
  /** Names of the pages in book order, and of the chunks, without folder and extension. */
  pages: string[];
  chunks: string[];
}

/**
 * Numbers the pages, and lists `chunks` in place of Pagefind's. Names end with `edition` (`EDITION_LENGTH` characters),
 * so that no cache mixes two builds. `gaps` are the tokens of each page that only keep its title apart.
 */
export function numberPages({ version, lengths }: PageList, chunks: Chunk[], edition: string, gaps: number): NumberedPages {
  const pages = lengths.map((_, index) => nameOf(edition, index));
  const names = chunks.map((_, index) => nameOf(edition, index));
  const writer = new CborWriter().list(6).text(version).list(lengths.length);
  lengths.forEach((words, index) => writer.list(3).text(pages[index]!).int(roundLength(words - gaps)).text(''));
  writer.list(chunks.length);
  chunks.forEach((_, index) => writer.list(3).text(beginning(chunks, index)).text(lastSaid(chunks, index)).text(names[index]!));
  // No filters, no sorts, no meta fields.
  return { list: pack(writer.list(0).list(0).list(0).take()), pages, chunks: names };
}

/**
 * A token that begins a chunk is looked for in the one before too, which costs less than to tell the two apart; but not
 * where one of them is a single token as long as a chunk.
 */
function lastSaid(chunks: Chunk[], index: number): string {
  const [chunk, next] = [chunks[index]!, chunks[index + 1]];
  return next?.shared && chunk.shared ? beginning(chunks, index + 1) : chunk.last;
}

/** What tells a chunk's tokens from those before it: often the first character of its first. */
function beginning(chunks: Chunk[], index: number): string {
  const { first, shared } = chunks[index]!;
  const [char] = first;
  return shared && chunks[index - 1]?.last.startsWith(char!) === false ? char! : first;
}

/** Steps of a half: ranking by length asks no more. */
const roundLength = (tokens: number): number => Math.round(1.5 ** Math.round(Math.log(Math.max(1, tokens)) / Math.log(1.5)));

/**
 * Lowest digit first, edition last: a name differs from the one before at its beginning only, where it follows what
 * differs anyway, so that gzip spends a byte on it.
 */
const nameOf = (edition: string, index: number): string =>
  [...index.toString(36).padStart(DIGITS, '0')].reverse().join('') + edition;
