/**
 * Facets: what hits can be narrowed by, with counts. One column a facet holds a code for every entry in book order; a
 * book is sorted by year, district and domain, so columns written as runs are a few kilobytes at 10,000 entries.
 * Pagefind's own filters count in quadratic time and are not used.
 */

export const facetNames = ['year', 'district', 'domain', 'type', 'level', 'has'] as const;
export type FacetName = (typeof facetNames)[number];

export interface Facet {
  title: string;
  /** Value in the URL → what a reader sees, in the order shown. */
  values: [value: string, label: string][];
  /** For every code the values it stands for: none, one, or several (has figures and documents). */
  codes: string[][];
  /** Codes as runs: `code*length` or `code`, both in base 36, joined by commas. */
  column: string;
}

export type Facets = Record<FacetName, Facet>;

/** Values chosen; within a facet any of them, across facets all. */
export type Choice = Partial<Record<FacetName, string[]>>;

export function encodeColumn(codes: number[]): string {
  const runs: [number, number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last?.[0] === code) last[1] += 1;
    else runs.push([code, 1]);
  }
  return runs.map(([code, length]) => code.toString(36) + (length > 1 ? `*${length.toString(36)}` : '')).join(',');
}

export function decodeColumn(column: string): number[] {
  if (column === '') return [];
  return column.split(',').flatMap((run) => {
    const [code = '', length = '1'] = run.split('*');
    return Array<number>(parseInt(length, 36)).fill(parseInt(code, 36));
  });
}

/** Facets ready to count with: their columns read. */
export type OpenFacets = Record<FacetName, Facet & { codeOf: number[] }>;

export function openFacets(facets: Facets): OpenFacets {
  const open = facetNames.map((name) => [name, { ...facets[name], codeOf: decodeColumn(facets[name].column) }] as const);
  return Object.fromEntries(open) as OpenFacets;
}

const fits = (facets: OpenFacets, choice: Choice, name: FacetName, entry: number): boolean => {
  const wanted = choice[name];
  if (!wanted?.length) return true;
  const { codes, codeOf } = facets[name];
  return codes[codeOf[entry]!]?.some((value) => wanted.includes(value)) ?? false;
};

/** The entries (places in book order) that fit the choice, in the order given. */
export const narrow = (facets: OpenFacets, choice: Choice, entries: number[]): number[] =>
  entries.filter((entry) => facetNames.every((name) => fits(facets, choice, name, entry)));

/** For every facet the number of entries of each value, as if nothing were chosen in that facet itself. */
export function countFacets(facets: OpenFacets, choice: Choice, entries: number[]): Record<FacetName, Map<string, number>> {
  const counted = facetNames.map((name) => {
    const others = { ...choice, [name]: [] };
    const counts = new Map<string, number>();
    for (const entry of narrow(facets, others, entries)) {
      const { codes, codeOf } = facets[name];
      for (const value of codes[codeOf[entry]!] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [name, counts] as const;
  });
  return Object.fromEntries(counted) as Record<FacetName, Map<string, number>>;
}

/** Newest year first; within a year the order given. */
export function newestFirst(facets: OpenFacets, entries: number[]): number[] {
  const { codeOf, codes } = facets.year;
  const yearOf = (entry: number) => Number(codes[codeOf[entry]!]?.[0]);
  return [...entries].sort((a, b) => yearOf(b) - yearOf(a));
}
