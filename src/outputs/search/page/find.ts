import { narrow, newestFirst } from '../facets.ts';
import { findEntries } from '../find-entries.ts';
import { parseQuery, singleChar, type Query, type Word } from '../query.ts';
import type { SearchData } from './search-data.ts';
import { isNarrowed, type SearchState } from './search-state.ts';

export interface Found {
  query: Query;
  /** What the entries found contain. */
  words: Word[];
  /** They contain the words joined, with nothing for the spaces between. */
  joined: boolean;
  /** Places in book order before narrowing, for the counts of the facets. */
  all: number[];
  /** After narrowing, in the order shown. */
  entries: number[];
  /** The query is one character: titles only were searched. */
  titlesOnly: boolean;
  /** The number of hits is the most there can be. */
  likely: boolean;
}

/** Carries out what the address says. Rejects when the server does not answer. */
export async function find(data: SearchData, state: SearchState): Promise<Found> {
  const lookup = await data.lookup();
  const query = parseQuery(state.text, lookup.table);
  const { entries: all, ...hits } = await findEntries(lookup, query);
  let entries = all;
  if (isNarrowed(state) || state.newest) {
    const facets = await data.facets();
    entries = narrow(facets, state.choice, entries);
    if (state.newest) entries = newestFirst(facets, entries);
  }
  return { query, all, entries, titlesOnly: singleChar(hits.words) !== undefined, ...hits };
}
