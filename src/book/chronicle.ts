import type { Entry } from '../entry/parse.ts';
import type { Yearbook } from './book.ts';

/** One line of the 大事记. */
export interface ChronicleItem {
  /** `2015`, `2015-04` or `2015-04-16`. */
  date: string;
  text: string;
  /** The entry that tells it; absent for an item of `events.yaml`. */
  entry?: Entry;
  /** Slugs, where known. */
  district?: string;
  domain?: string;
}

export interface ChronicleMonth {
  /** 1–12; absent for what is dated by the year alone (是年). */
  month?: number;
  items: ChronicleItem[];
}

export interface ChronicleYear {
  year: string;
  months: ChronicleMonth[];
}

/** A whole month comes after its days (是月), a whole year after its months (是年). */
const LAST = '99';

/** 大事记 of one or more volumes, by the year and month of the event: a volume may tell of earlier years. */
export function compileChronicle(yearbooks: Yearbook[]): ChronicleYear[] {
  const items: ChronicleItem[] = yearbooks.flatMap((yearbook) => [
    ...yearbook.entries.flatMap((entry) =>
      entry.events.map(({ date, text }) => ({ date, text, entry, district: entry.district, domain: entry.domain })),
    ),
    ...yearbook.looseEvents.map(({ date, text, district, domain }) => ({ date, text, district, domain })),
  ]);
  const key = ({ date }: ChronicleItem): string => {
    const [year, month = LAST, day = LAST] = date.split('-');
    return `${year}-${month}-${day}`;
  };
  // Stable: what happened on one day stays in book order.
  const sorted = items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return [...Map.groupBy(sorted, ({ date }) => date.slice(0, 4))].map(([year, ofYear]) => ({
    year,
    months: [...Map.groupBy(ofYear, ({ date }) => date.slice(5, 7))].map(([month, ofMonth]) => ({
      ...(month ? { month: Number(month) } : {}),
      items: ofMonth,
    })),
  }));
}
