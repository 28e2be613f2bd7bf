import { narrow, newestFirst } from '../facets.ts';
import type { FoldTable } from '../fold.ts';
import { fulfils } from '../marks.ts';
import type { StoredEntry } from '../pagefind-reader.ts';
import { findEntries, parseQuery, singleChar, type Query } from '../query.ts';
import type { SearchData } from './search-data.ts';
import { isNarrowed, type SearchState } from './search-state.ts';

export interface Found {
  query: Query;
  table: FoldTable;
  /** Places in book order before narrowing, for the counts of the facets. */
  all: number[];
  /** After narrowing, in the order shown. */
  entries: number[];
  /** The query is one character: titles only were searched. */
  titlesOnly: boolean;
  /** More hits than were checked are only likely: the number of hits is the most there can be. */
  likely: boolean;
}

/** Hits of a query that must be read to be sure are read up to this many before they are counted. */
const CHECKED_AHEAD = 60;

/** Carries out what the address says. Rejects when the server does not answer. */
export async function find(data: SearchData, state: SearchState): Promise<Found> {
  const [table, index] = await Promise.all([data.table(), data.index()]);
  const query = parseQuery(state.text, table);
  const { entries: hits, unchecked } = await findEntries(index, query);
  let all = hits;
  let likely = false;
  if (unchecked) {
    const checked = await Promise.all(
      hits.slice(0, CHECKED_AHEAD).map(async (entry) => ({ entry, right: isRight(await index.entry(entry), query, table) })),
    );
    all = [...checked.filter(({ right }) => right).map(({ entry }) => entry), ...hits.slice(CHECKED_AHEAD)];
    likely = hits.length > CHECKED_AHEAD;
  }
  let entries = all;
  if (isNarrowed(state) || state.newest) {
    const facets = await data.facets();
    entries = narrow(facets, state.choice, entries);
    if (state.newest) entries = newestFirst(facets, entries);
  }
  return { query, table, all, entries, titlesOnly: singleChar(query) !== undefined, likely };
}

export const runsOf = ({ content }: StoredEntry): string[] => (content === '' ? [] : content.split('\n'));

/** Whether an entry read in full is a hit. */
export const isRight = (stored: StoredEntry, query: Query, table: FoldTable): boolean =>
  fulfils([stored.meta.title, ...runsOf(stored)], query, table);
