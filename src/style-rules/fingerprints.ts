/** A run of text that stands in two of the given texts; `run` is the later one. Offsets are those of the later text. */
export interface Repeat {
  run: number;
  other: number;
  /** Letters, digits and Han characters shared. */
  length: number;
  start: number;
  end: number;
}

/** Characters hashed together; a shared run of `GRAM + WINDOW - 1` characters always shares one fingerprint. */
const GRAM = 18;
const COUNTED = /[\p{L}\p{N}]/u;
const BREAK = 0;

/**
 * Shared runs of at least `shortest` counted characters, by winnowed fingerprints (Schleimer, Wilkerson, Aiken 2003):
 * of every window of hashes the least is kept, so work grows with the length of the text and not with the pairs.
 * Each fingerprint is compared with its first occurrence only, and each text reports its longest repeat.
 */
export function findRepeats(texts: string[], shortest: number): Repeat[] {
  const window = Math.max(1, shortest - GRAM + 1);
  const stream = new Stream(texts);
  const { codes, runOf } = stream;
  const table = new FirstOccurrences(codes, Math.ceil((codes.length * 2) / (window + 1)) + 16);
  const longest = new Map<number, { at: number; first: number; length: number }>();
  let matchedTo = -1;
  for (const at of fingerprints(codes, window)) {
    if (at + GRAM <= matchedTo) continue;
    const first = table.firstOf(at);
    if (first === at) continue;
    const before = sharedBefore(codes, at, first);
    const length = before + sharedAfter(codes, at, first);
    matchedTo = at - before + length;
    // A text that repeats itself within one paragraph is a figure of speech.
    if (length < shortest || runOf[first] === runOf[at]) continue;
    const known = longest.get(runOf[at]!);
    if (!known || known.length < length) longest.set(runOf[at]!, { at: at - before, first: first - before, length });
  }
  return [...longest].map(([run, { at, first, length }]) => ({
    run,
    other: runOf[first]!,
    length,
    start: stream.offsetOf[at]!,
    end: stream.offsetOf[at + length - 1]! + 1,
  }));
}

/** All texts as one array of counted characters; whatever is hidden or between two texts is a break. */
class Stream {
  readonly codes: Uint16Array;
  readonly runOf: Int32Array;
  readonly offsetOf: Int32Array;

  constructor(texts: string[]) {
    const size = texts.reduce((sum, text) => sum + text.length + 1, 0);
    const codes = new Uint16Array(size);
    this.runOf = new Int32Array(size);
    this.offsetOf = new Int32Array(size);
    let at = 0;
    texts.forEach((text, run) => {
      for (let offset = 0; offset <= text.length; offset += 1) {
        const code = offset === text.length ? BREAK : countedCode(text.charCodeAt(offset));
        if (code === undefined) continue;
        codes[at] = code;
        this.runOf[at] = run;
        this.offsetOf[at] = offset;
        at += 1;
      }
    });
    this.codes = codes.subarray(0, at);
  }
}

const HIDDEN_CODE = 0xfffc;
const counted = new Int8Array(0x10000);

/** The code of a counted character, a break for a hidden one, nothing for marks and spaces. */
function countedCode(code: number): number | undefined {
  if (code === HIDDEN_CODE) return BREAK;
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  // Halves of a surrogate pair are letters of rare Han characters.
  if (counted[code] === 0) counted[code] = (code >= 0xd800 && code <= 0xdfff) || COUNTED.test(String.fromCharCode(code)) ? 1 : -1;
  return counted[code] === 1 ? code : undefined;
}

/** Positions of the least hash of every window, each once. */
function* fingerprints(codes: Uint16Array, window: number): Generator<number> {
  const BASE = 0x01000193;
  let top = 1;
  for (let i = 1; i < GRAM; i += 1) top = Math.imul(top, BASE);
  const hashes = new Uint32Array(window);
  let hash = 0;
  let filled = 0;
  let grams = 0;
  let last = -1;
  for (let end = 0; end < codes.length; end += 1) {
    const code = codes[end]!;
    if (code === BREAK) {
      hash = filled = grams = 0;
      continue;
    }
    if (filled === GRAM) hash = (hash - Math.imul(codes[end - GRAM]!, top)) | 0;
    else filled += 1;
    hash = (Math.imul(hash, BASE) + code) | 0;
    if (filled < GRAM) continue;
    const start = end - GRAM + 1;
    hashes[grams % window] = scramble(hash);
    grams += 1;
    if (grams < window) continue;
    let least = 0;
    for (let back = 1; back < window; back += 1) {
      if (hashes[(grams - 1 - back) % window]! < hashes[(grams - 1 - least) % window]!) least = back;
    }
    if (start - least !== last) yield (last = start - least);
  }
}

/** Rolling hashes of like texts are alike in their high bits; mixed, the least is a fair draw. */
function scramble(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Open-addressed table of fingerprints by their text. */
class FirstOccurrences {
  readonly #codes: Uint16Array;
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(codes: Uint16Array, most: number) {
    const size = 2 ** Math.ceil(Math.log2(most * 2));
    this.#codes = codes;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
  }

  /** The first position with the same text as `at`, which is `at` itself where it is new. */
  firstOf(at: number): number {
    let hash = 0;
    for (let i = 0; i < GRAM; i += 1) hash = (Math.imul(hash, 31) + this.#codes[at + i]!) | 0;
    for (let slot = scramble(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const first = this.#slots[slot]!;
      if (first === -1) return (this.#slots[slot] = at);
      if (this.#same(first, at)) return first;
    }
  }

  #same(a: number, b: number): boolean {
    for (let i = 0; i < GRAM; i += 1) if (this.#codes[a + i] !== this.#codes[b + i]) return false;
    return true;
  }
}

function sharedBefore(codes: Uint16Array, a: number, b: number): number {
  let length = 0;
  while (a > length && b > length && codes[a - length - 1] !== BREAK && codes[a - length - 1] === codes[b - length - 1]) length += 1;
  return length;
}

function sharedAfter(codes: Uint16Array, a: number, b: number): number {
  let length = 0;
  while (a + length < codes.length && codes[a + length] !== BREAK && codes[a + length] === codes[b + length]) length += 1;
  return length;
}
