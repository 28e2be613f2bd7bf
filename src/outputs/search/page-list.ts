import { gunzipSync, gzipSync } from 'node:zlib';
import { TITLE_SPAN } from './tokenise.ts';

/**
 * Pagefind's list of pages and chunks (`.pf_meta`), which every reader loads before the first query. It names each by
 * seven digits of a hash, which no compression shortens: half of the list. Here they are numbered instead; the number
 * of a page is then also its place in book order, so a hit tells its entry. Lengths are rounded and chunks abut, which
 * takes another fifth. The form (CBOR behind a signature, gzipped) is internal to Pagefind 1.6.0; a test holds it.
 */

const SIGNATURE = 'pagefind_dcd';

/** Digits of a number in base 36. */
const DIGITS = 4;

type Cbor = number | string | Cbor[];

/** `[version, pages [hash, words, group], chunks [first, last, hash], filters, sorts, meta fields]` */
type PageList = [string, [string, number, string][], [string, string, string][], Cbor[], Cbor[], Cbor[]];

/** Old name → new name, without folder and extension. */
export interface Renamed {
  /** The gzipped list with the new names. */
  list: Uint8Array;
  pages: Map<string, string>;
  chunks: Map<string, string>;
  /** First token of every chunk, in order. */
  chunkStarts: string[];
}

/**
 * Numbers all pages and chunks. Names begin with `edition` (`EDITION_LENGTH` characters), so that no cache mixes two
 * builds. Throws on any other form.
 */
export function numberPages(file: Uint8Array, edition: string): Renamed {
  const bytes = gunzipSync(file);
  if (bytes.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE) {
    throw new Error('Pagefind: .pf_meta has another signature than in 1.6.0');
  }
  const list = decode(bytes.subarray(SIGNATURE.length)) as PageList;
  const [version, oldPages, oldChunks, filters, sorts, fields] = list;
  const pages = new Map(oldPages.map(([hash], index) => [hash, nameOf(edition, index)]));
  const chunks = new Map(oldChunks.map(([, , hash], index) => [hash, nameOf(edition, index)]));
  if (pages.size !== oldPages.length || chunks.size !== oldChunks.length) {
    throw new Error('Pagefind: .pf_meta names two pages or chunks alike');
  }
  const numbered: PageList = [
    version,
    oldPages.map(([hash, words, group]) => [pages.get(hash)!, roundLength(words - TITLE_SPAN), group]),
    // A token that begins a chunk is looked for in the one before too, which costs less than to tell the two apart.
    oldChunks.map(([first, last, hash], index) => [first, oldChunks[index + 1]?.[0] ?? last, chunks.get(hash)!]),
    filters,
    sorts,
    fields,
  ];
  return {
    list: gzipSync(Buffer.concat([Buffer.from(SIGNATURE), encode(numbered)]), { level: 9, memLevel: 9 }),
    pages,
    chunks,
    chunkStarts: oldChunks.map(([first]) => first),
  };
}

/** Steps of a quarter: ranking by length asks no more. */
const roundLength = (tokens: number): number => Math.round(1.25 ** Math.round(Math.log(Math.max(1, tokens)) / Math.log(1.25)));

/** Lowest digit first: names one after the other then differ at one end only, which halves what gzip makes of them. */
const nameOf = (edition: string, index: number): string =>
  edition + [...index.toString(36).padStart(DIGITS, '0')].reverse().join('');

/** CBOR as Pagefind writes it: unsigned numbers, text, lists. */
function decode(bytes: Buffer): Cbor {
  let at = 0;
  const read = (): Cbor => {
    const head = bytes[at++]!;
    const [kind, short] = [head >> 5, head & 31];
    if (kind === 4 && short === 31) {
      const items: Cbor[] = [];
      while (bytes[at] !== 0xff) items.push(read());
      at += 1;
      return items;
    }
    const size = short < 24 ? 0 : 2 ** (short - 24);
    if (size > 4) throw new Error('Pagefind: .pf_meta holds a form unknown in 1.6.0');
    const value = size === 0 ? short : bytes.readUIntBE(at, size);
    at += size;
    if (kind === 0) return value;
    if (kind === 3) return bytes.toString('utf8', at, (at += value));
    if (kind === 4) return Array.from({ length: value }, read);
    throw new Error('Pagefind: .pf_meta holds a form unknown in 1.6.0');
  };
  return read();
}

function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return head(0, value);
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([head(3, text.length), text]);
  }
  return Buffer.concat([head(4, value.length), ...value.map(encode)]);
}

function head(kind: number, value: number): Buffer {
  const size = value < 24 ? 0 : value < 2 ** 8 ? 1 : value < 2 ** 16 ? 2 : 4;
  const bytes = Buffer.alloc(1 + size);
  bytes[0] = (kind << 5) | (size === 0 ? value : 24 + Math.log2(size));
  if (size > 0) bytes.writeUIntBE(value, 1, size);
  return bytes;
}
