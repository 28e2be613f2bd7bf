import { openFacets, type Facets, type OpenFacets } from '../facets.ts';
import { decodeFoldTable, type FoldTable } from '../fold.ts';
import { lookUpNames, nameKey, type Name, type NameContents, type NameRow } from '../names.ts';
import type { Lookup } from '../find-entries.ts';
import type { Start } from '../index.ts';
import { openIndex, type PagefindModule } from '../pagefind-reader.ts';
import { segmentsOf } from '../tokenise.ts';
import { readCommon } from '../ways.ts';

/** What the build wrote for the browser. Everything is loaded when first asked for, and once. */
export interface SearchData {
  /** The site's base path. */
  base: string;
  table(): Promise<FoldTable>;
  lookup(): Promise<Lookup>;
  facets(): Promise<OpenFacets>;
  /** Names that begin with the text typed, best first. */
  names(typed: string): Promise<Name[]>;
}

/** All methods reject when the server does not answer; what failed is asked for again the next time. */
export function searchData(base: string): SearchData {
  // The files keep their names from build to build, so the browser asks whether its copy is still right.
  const load = async (path: string): Promise<Response> => {
    const response = await fetch(`${base}search/${path}`, path.includes('?') ? {} : { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response;
  };
  const json = async <T>(path: string): Promise<T> => (await load(path)).json() as Promise<T>;
  const shards = new Map<number, () => Promise<NameRow[]>>();
  const contents = once(() => json<NameContents>('names.json'));
  const start = once(async () => {
    const { fold, common, titleSpan } = await json<Start>('start.json');
    return { table: decodeFoldTable(fold), common: readCommon(common), titleSpan };
  });
  const table = async () => (await start()).table;
  const chunkStarts = once(() => json<string[]>('chunks.json'));
  return {
    base,
    table,
    lookup: once(async () => {
      const [pagefind, started] = await Promise.all([import(/* @vite-ignore */ `${base}pagefind/pagefind.js`), start()]);
      return { index: openIndex(pagefind as PagefindModule, `${base}pagefind/`, chunkStarts), ...started };
    }),
    facets: once(async () => openFacets(await json<Facets>('facets.json'))),
    async names(typed) {
      const key = nameKey(segmentsOf(typed, await table()).flatMap(({ chars }) => chars));
      const { starts, edition } = await contents();
      return lookUpNames({ starts, edition }, key, (shard) => {
        if (!shards.has(shard)) shards.set(shard, once(() => json(`names/${shard}.json?v=${edition}`)));
        return shards.get(shard)!();
      });
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
