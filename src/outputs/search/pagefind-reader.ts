/** What a hit shows, as Pagefind's `data()` gives it: the text as written, one run a line, and where it stands. */
export interface StoredEntry {
  meta: { id: string; title: string; lang: string; chapter: string; domain: string };
  content: string;
}

/** Of `pagefind.js`, what is used. */
export interface PagefindModule {
  createInstance(options: { basePath: string; baseUrl: string; noWorker: boolean }): PagefindInstance;
}

interface PagefindInstance {
  init(): Promise<void>;
  search(term: string): Promise<{ results: PagefindResult[] }>;
  preload(term: string): Promise<void>;
}

interface PagefindResult {
  id: string;
  score: number;
  words: number[];
  data(): Promise<StoredEntry>;
}

/** The index as a search needs it. An entry is its place in book order, positions are those of `positioned`. */
export interface OpenIndex {
  search(term: string): Promise<{ entry: number; score: number; positions: number[] }[]>;
  /** Loads every part of the index that holds tokens beginning with `start`. */
  loadTokens(start: string): Promise<void>;
  /** Text and place of an entry that a search has found. */
  entry(entry: number): Promise<StoredEntry>;
}

/**
 * Opens the index in `folder` (an address that ends with a slash). `chunkStarts` is asked for only when a word of one
 * character is looked for. Without a worker Pagefind is one file less to load.
 */
export function openIndex(pagefind: PagefindModule, folder: string, chunkStarts: () => Promise<string[]>): OpenIndex {
  const failures = countFailures(folder);
  const instance = withoutLanguage(() => pagefind.createInstance({ basePath: folder, baseUrl: '/', noWorker: true }));
  const loaders = new Map<number, PagefindResult['data']>();
  return {
    async search(term) {
      const before = failures();
      const { results } = await instance.search(term);
      if (failures() > before) throw new Error('Part of the search index did not load');
      return results.map(({ id, score, words, data }) => {
        const entry = entryOf(id);
        loaders.set(entry, data);
        return { entry, score, positions: words };
      });
    },
    async loadTokens(start) {
      const terms = (await chunkStarts()).filter((first) => first.startsWith(start));
      const before = failures();
      await instance.preload([start, ...terms].join(' '));
      if (failures() > before) throw new Error('Part of the search index did not load');
    },
    async entry(entry) {
      const load = loaders.get(entry);
      if (!load) throw new Error(`Entry ${entry} was not found by a search`);
      return load();
    },
  };
}

/**
 * Pagefind 1.6.0 takes a chunk that fails to load for an empty one, and nothing in its answer says so: a broken
 * connection would look like "no hits". So its requests are watched. Returns the number of those that failed so far.
 */
function countFailures(folder: string): () => number {
  const { fetch } = globalThis;
  let failed = 0;
  globalThis.fetch = async (...request) => {
    const address = String(request[0] instanceof Request ? request[0].url : request[0]);
    if (!address.startsWith(folder)) return fetch(...request);
    try {
      const response = await fetch(...request);
      if (!response.ok) failed += 1;
      return response;
    } catch (error) {
      failed += 1;
      throw error;
    }
  };
  return () => failed;
}

/** Characters behind the number in a page's name. */
export const EDITION_LENGTH = 6;

/** The number in a page's name, written in base 36 with its lowest digit first. */
const entryOf = (id: string): number => parseInt([...id.slice(0, -EDITION_LENGTH)].reverse().join(''), 36);

/**
 * Pagefind cuts a query into words by the language of the page, read when an instance is made; for Chinese that would
 * break our tokens. Nothing is drawn in between.
 */
function withoutLanguage<T>(make: () => T): T {
  if (typeof document === 'undefined') return make();
  const { lang } = document.documentElement;
  document.documentElement.lang = 'und';
  try {
    return make();
  } finally {
    document.documentElement.lang = lang;
  }
}
