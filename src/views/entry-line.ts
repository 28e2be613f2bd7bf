import { districtOf, domainOf } from '../book/book.ts';
import type { Entry } from '../entry/parse.ts';
import { pilotLevelName } from '../book/pilot-levels.ts';
import type { SiteContext } from './site-context.ts';

/** An entry as one line of a list. */
export interface EntryLine {
  id: string;
  title: string;
  url: string;
  lang: string;
  year: string;
  district: string;
  domain: string;
  summary?: string;
  pilot?: string;
  draft: boolean;
}

export function viewEntryLine({ book, urls }: SiteContext, entry: Entry): EntryLine {
  return {
    id: entry.id,
    title: entry.title,
    url: urls.entry(entry.id),
    lang: entry.lang,
    year: entry.year,
    district: districtOf(book, entry).name,
    domain: domainOf(book, entry).name,
    summary: entry.summary,
    pilot: entry.pilot && pilotLevelName(entry.pilot.level),
    draft: entry.state === 'draft',
  };
}
