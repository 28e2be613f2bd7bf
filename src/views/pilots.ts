import { districtOf } from '../book/book.ts';
import { formatDate } from '../book/format.ts';
import { perBook } from '../book/per-book.ts';
import { pilotLevelName } from '../book/pilot-levels.ts';
import { collectPilots, pilotStatus } from '../book/pilots.ts';
import { pilotLevels } from '../entry/schema.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

export interface PilotLine {
  name: string;
  lang: string;
  url: string;
  entry: string;
  status: string;
  /** District, who granted it and when; without a date, the volume that tells of it. */
  details: string[];
}

export interface PilotsView {
  levels: { id: string; name: string; count: number; pilots: PilotLine[] }[];
  counts: { label: string; value: string }[];
  total: number;
  pagination: Pagination;
}

const pilotsOf = perBook(({ entries }) => collectPilots(entries));

export const pilotsPages = ({ book }: SiteContext): number => pageCount(pilotsOf(book).length);

/** 试点 by level and status. */
export function viewPilots(context: SiteContext, number: number): PilotsView {
  const { book, urls } = context;
  const pilots = pilotsOf(book);
  const totals = Map.groupBy(pilots, ({ level }) => level);
  return {
    levels: [...Map.groupBy(pageItems(pilots, number), ({ level }) => level)].map(([level, ofLevel]) => ({
      id: level,
      name: pilotLevelName(level),
      count: totals.get(level)!.length,
      pilots: ofLevel.map((pilot) => ({
        name: pilot.name,
        lang: pilot.entry.lang,
        url: urls.entry(pilot.entry.id),
        entry: pilot.entry.title,
        status: pilotStatus(pilot),
        details: [
          districtOf(book, pilot.entry).name,
          [pilot.grantedBy && `批准机关：${pilot.grantedBy}`, pilot.date ? formatDate(pilot.date) : `${pilot.entry.year}年卷`].filter(Boolean).join('，'),
        ],
      })),
    })),
    counts: pilotLevels
      .filter((level) => totals.has(level))
      .map((level) => ({ label: pilotLevelName(level), value: String(totals.get(level)!.length) })),
    total: pilots.length,
    pagination: paginate(number, pageCount(pilots.length), (page) => urls.section('pilots', page)),
  };
}
