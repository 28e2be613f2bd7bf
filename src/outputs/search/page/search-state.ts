import { facetNames, type Choice } from '../facets.ts';

/** What the search page shows, as its address says it. */
export interface SearchState {
  text: string;
  choice: Choice;
  /** `newest`: by year; otherwise best first. */
  newest: boolean;
}

/** How a hit's address hands on the query that led to it, for the marks on the entry's page. */
export const HANDED_ON = '#q=';

/** `?q=…&year=2015&year=2018&sort=newest` */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const chosen = facetNames.map((name) => [name, parameters.getAll(name).filter(Boolean)] as const);
  return {
    text: (parameters.get('q') ?? '').trim(),
    choice: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    newest: parameters.get('sort') === 'newest',
  };
}

export function writeState({ text, choice, newest }: SearchState): string {
  const parameters = new URLSearchParams();
  // A lone half of a surrogate pair cannot stand in an address.
  if (text) parameters.set('q', text.toWellFormed());
  for (const name of facetNames) for (const value of choice[name] ?? []) parameters.append(name, value);
  if (newest) parameters.set('sort', 'newest');
  const written = parameters.toString();
  return written ? `?${written}` : '';
}

export const isNarrowed = ({ choice }: SearchState): boolean => facetNames.some((name) => choice[name]?.length);
