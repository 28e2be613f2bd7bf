/**
 * The subset of CBOR (RFC 8949) that Pagefind 1.6.0 keeps its index in: integers, text and lists of known length.
 */

const KINDS = { unsigned: 0, negative: 1, text: 3, list: 4 } as const;

/** Reads one value after the other. Every method throws on a form of another kind. */
export class CborReader {
  #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  int(): number {
    const kind = this.#bytes[this.#at]! >> 5;
    if (kind === KINDS.negative) return -1 - this.#head(KINDS.negative);
    return this.#head(KINDS.unsigned);
  }

  text(): string {
    const length = this.#head(KINDS.text);
    return this.#bytes.toString('utf8', this.#at, (this.#at += length));
  }

  /** Number of values in the list that begins here. */
  list(): number {
    return this.#head(KINDS.list);
  }

  /** All values of the list that begins here, each read by `read`. */
  listOf<T>(read: () => T): T[] {
    return Array.from({ length: this.list() }, read);
  }

  #head(expected: number): number {
    const head = this.#bytes[this.#at++];
    if (head === undefined || head >> 5 !== expected) throw new Error('Pagefind: the index has another form than in 1.6.0');
    const short = head & 31;
    if (short < 24) return short;
    const size = 2 ** (short - 24);
    if (size > 4) throw new Error('Pagefind: the index has another form than in 1.6.0');
    const value = this.#bytes.readUIntBE(this.#at, size);
    this.#at += size;
    return value;
  }
}

export class CborWriter {
  #bytes = Buffer.alloc(1 << 16);
  #length = 0;

  /** A whole number, not negative. */
  int(value: number): this {
    return this.#head(KINDS.unsigned, value);
  }

  text(value: string): this {
    const length = Buffer.byteLength(value);
    this.#head(KINDS.text, length);
    this.#reserve(length);
    this.#length += this.#bytes.write(value, this.#length);
    return this;
  }

  /** Begins a list of so many values. */
  list(length: number): this {
    return this.#head(KINDS.list, length);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** Returns what was written and begins anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #head(kind: number, value: number): this {
    const size = value < 24 ? 0 : value < 2 ** 8 ? 1 : value < 2 ** 16 ? 2 : 4;
    this.#reserve(1 + size);
    this.#bytes[this.#length] = (kind << 5) | (size === 0 ? value : 24 + Math.log2(size));
    if (size > 0) this.#bytes.writeUIntBE(value, this.#length + 1, size);
    this.#length += 1 + size;
    return this;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.alloc(2 * (this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
