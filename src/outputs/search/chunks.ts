import { CborReader, CborWriter } from './cbor.ts';
import { pack, unpack } from './packed.ts';
import type { Line } from './rolls.ts';

/**
 * Pagefind's chunks of the index (`.pf_index`), cut anew. Pagefind writes the same weight before the places of every
 * token, an eighth of the index, and puts small tokens into one chunk with the largest, so that who looks for the one
 * loads the other. Here the weight is left to its default, and a token as long as a chunk is a chunk of its own. The
 * form (CBOR behind a signature, gzipped) is internal to Pagefind 1.6.0; a test holds it.
 */

export interface Chunk {
  /** First and last token. */
  first: string;
  last: string;
  /** More than one token. */
  shared: boolean;
  /** Bytes of the file. */
  content: Uint8Array;
}

/** Bytes of a chunk before compression: a query loads about one chunk a pair of characters, and all readers the list of chunks. */
const CHUNK_BYTES = 7000;

/** A token of that many bytes is a chunk of its own. */
const ALONE_BYTES = 16_000;

/** `files` are all chunks as Pagefind wrote them, in order; `rolls` are added. */
export function cutChunks(files: Iterable<Uint8Array>, rolls: ReadonlyMap<string, Line[]>): Chunk[] {
  const cutter = new Cutter();
  for (const file of files) {
    const reader = new CborReader(unpack(file));
    expectForm(reader.list() === 1);
    for (let words = reader.list(); words > 0; words -= 1) copyWord(reader, cutter);
  }
  const names = [...rolls.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  for (const name of names) writeWord(name, rolls.get(name)!, cutter);
  return cutter.end();
}

/** `[token, pages [[step from the page before, steps from place to place, places in meta fields]], other writings]` */
function copyWord(reader: CborReader, { writer, add }: Cutter): void {
  expectForm(reader.list() === 3);
  const token = reader.text();
  const pages = reader.list();
  writer.list(3).text(token).list(pages);
  for (let page = 0; page < pages; page += 1) {
    expectForm(reader.list() === 3);
    writer.list(3).int(reader.int());
    const places = reader.list();
    expectForm(reader.int() === WEIGHT);
    writer.list(places - 1);
    for (let place = 1; place < places; place += 1) writer.int(reader.int());
    expectForm(reader.list() === 0);
    writer.list(0);
  }
  expectForm(reader.list() === 0);
  writer.list(0);
  add(token);
}

/** The weight of plain text, once before all places: negative, so that it is told from a place. */
const WEIGHT = -25;

function writeWord(token: string, lines: Line[], { writer, add }: Cutter): void {
  writer.list(3).text(token).list(lines.length);
  lines.forEach(({ entry, places }, at) => {
    writer.list(3).int(entry - (lines[at - 1]?.entry ?? 0)).list(places.length);
    places.forEach((place, index) => writer.int(place - (places[index - 1] ?? 0)));
    writer.list(0);
  });
  writer.list(0);
  add(token);
}

/** Gathers tokens into chunks. */
class Cutter {
  readonly writer = new CborWriter();
  #chunks: Chunk[] = [];
  #gathered: { tokens: string[]; bytes: Buffer[]; length: number } = { tokens: [], bytes: [], length: 0 };

  /** What the writer holds is all of this token. */
  readonly add = (token: string): void => {
    const bytes = this.writer.take();
    const alone = bytes.length >= ALONE_BYTES;
    if (alone && this.#gathered.length > 0) this.#close();
    this.#gathered.tokens.push(token);
    this.#gathered.bytes.push(bytes);
    this.#gathered.length += bytes.length;
    if (alone || this.#gathered.length >= CHUNK_BYTES) this.#close();
  };

  end(): Chunk[] {
    if (this.#gathered.length > 0) this.#close();
    return this.#chunks;
  }

  #close(): void {
    const { tokens, bytes } = this.#gathered;
    const head = this.writer.list(1).list(tokens.length).take();
    this.#chunks.push({
      first: tokens[0]!,
      last: tokens.at(-1)!,
      shared: tokens.length > 1,
      content: pack(Buffer.concat([head, ...bytes])),
    });
    this.#gathered = { tokens: [], bytes: [], length: 0 };
  }
}

function expectForm(holds: boolean): void {
  if (!holds) throw new Error('Pagefind: a chunk of the index has another form than in 1.6.0');
}
