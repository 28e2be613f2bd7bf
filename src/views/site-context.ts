import type { Book } from '../book/book.ts';
import type { Folios } from '../book/folio.ts';
import type { LinkTargets } from '../markdown/link-targets.ts';
import type { Urls } from '../urls.ts';

/** What every view is made from. */
export interface SiteContext {
  book: Book;
  urls: Urls;
  targets: LinkTargets;
  /** `https://…` without path; absent where nobody said where the site will stand. */
  origin?: string;
  /** Pages of the printed volumes; absent where none was typeset. */
  folios?: Folios;
  /** Which PDFs stand beside the pages. */
  volumes: 'none' | 'book' | 'all';
}

export interface Crumb {
  label: string;
  url: string;
}
