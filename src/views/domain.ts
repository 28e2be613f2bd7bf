import type { Domain } from '../book/schema.ts';
import { viewEntryLine, type EntryLine } from './entry-line.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

/** Districts side by side on one page of a domain. */
const DISTRICTS_A_PAGE = 24;

export interface DomainView {
  name: string;
  slug: string;
  description?: string;
  count: number;
  years: string[];
  /** One column a district, its years below each other, newest first. */
  districts: {
    name: string;
    slug: string;
    place: string;
    url: string;
    count: number;
    years: { year: string; url: string; lang: string; entries: EntryLine[] }[];
  }[];
  /** Districts that have a chapter but nothing in this domain. */
  without: { name: string; url: string }[];
  pagination: Pagination;
}

export interface DomainsView {
  domains: { name: string; url: string; description?: string; count: number; districts: number }[];
}

const districtsWithEntries = ({ book }: SiteContext, domain: Domain) => {
  const present = new Set(book.entries.filter((entry) => entry.domain === domain.slug).map(({ district }) => district));
  return book.districts.filter(({ slug }) => present.has(slug));
};

export const domainPages = (context: SiteContext, domain: Domain): number =>
  pageCount(districtsWithEntries(context, domain).length, DISTRICTS_A_PAGE);

/** The same domain side by side across districts and years. */
export function viewDomain(context: SiteContext, domain: Domain, number: number): DomainView {
  const { book, urls } = context;
  const entries = book.entries.filter((entry) => entry.domain === domain.slug);
  const byDistrict = Map.groupBy(entries, ({ district }) => district);
  const chapters = book.yearbooks.flatMap((yearbook) => yearbook.chapters);
  return {
    name: domain.name,
    slug: domain.slug,
    description: domain.description,
    count: entries.length,
    years: [...new Set(entries.map(({ year }) => year))],
    districts: pageItems(districtsWithEntries(context, domain), number, DISTRICTS_A_PAGE).map((district) => {
      const ofDistrict = byDistrict.get(district.slug)!;
      const byYear = Map.groupBy(ofDistrict, ({ year }) => year);
      return {
        name: district.name,
        slug: district.slug,
        place: district.city,
        url: urls.district(district.slug),
        count: ofDistrict.length,
        years: [...byYear].reverse().map(([year, ofYear]) => ({
          year,
          url: urls.chapter(year, district.slug),
          lang: ofYear[0]!.lang,
          entries: ofYear.map((entry) => viewEntryLine(context, entry)),
        })),
      };
    }),
    without: book.districts
      .filter(({ slug }) => !byDistrict.has(slug) && chapters.some(({ district }) => district.slug === slug))
      .slice(0, DISTRICTS_A_PAGE)
      .map(({ name, slug }) => ({ name, url: urls.district(slug) })),
    pagination: paginate(number, domainPages(context, domain), (page) => urls.domain(domain.slug, page)),
  };
}

export function viewDomains({ book, urls }: SiteContext): DomainsView {
  const byDomain = Map.groupBy(book.entries, ({ domain }) => domain);
  return {
    domains: book.domains.map(({ slug, name, description }) => {
      const entries = byDomain.get(slug) ?? [];
      return { name, url: urls.domain(slug), description, count: entries.length, districts: new Set(entries.map(({ district }) => district)).size };
    }),
  };
}
