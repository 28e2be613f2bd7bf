import type { Entry } from '../entry/parse.ts';
import type { Erratum } from '../entry/schema.ts';

/** 勘误 with the entry it corrects. */
export interface BookErratum extends Erratum {
  entry: Entry;
}

/** All errata, the latest first; those of one day in book order. */
export function collectErrata(entries: Entry[]): BookErratum[] {
  const errata = entries.flatMap((entry) => entry.errata.map((erratum) => ({ ...erratum, entry })));
  return errata.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
