import type { Book } from '../book/book.ts';
import type { LinkTargets } from '../markdown/link-targets.ts';
import type { Urls } from '../urls.ts';

/** What every view is made from. */
export interface SiteContext {
  book: Book;
  urls: Urls;
  targets: LinkTargets;
  /** `https://…` without path; absent where nobody said where the site will stand. */
  origin?: string;
}

export interface Crumb {
  label: string;
  url: string;
}
