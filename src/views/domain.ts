import { pageOf } from '../book/listing.ts';
import type { District, Domain } from '../book/schema.ts';
import type { Entry } from '../entry/parse.ts';
import { sectionsOnPage } from './chapter.ts';
import { viewEntryLine, type EntryLine } from './entry-line.ts';
import { pageCount, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

/** Districts named as having nothing in a domain. */
const WITHOUT_SHOWN = 24;

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
  /** Every district of the domain, with the pages its column runs over. */
  comparable: { name: string; slug: string; pages: string[] }[];
  /** Districts that have a chapter but nothing in this domain. */
  without: { name: string; url: string }[];
  pagination: Pagination;
}

export interface DomainsView {
  domains: { name: string; url: string; description?: string; count: number; districts: number }[];
}

interface Column {
  district: District;
  /** Newest year first, in book order within a year. */
  entries: Entry[];
}

/** One column a district that has entries in the domain, in book order. */
function columnsOf({ book }: SiteContext, domain: Domain): Column[] {
  const byDistrict = Map.groupBy(book.entries.filter((entry) => entry.domain === domain.slug), ({ district }) => district);
  return book.districts.flatMap((district) => {
    const entries = byDistrict.get(district.slug);
    return entries ? [{ district, entries: entries.sort((a, b) => Number(b.year) - Number(a.year)) }] : [];
  });
}

const entriesIn = (columns: Column[]): number => columns.reduce((total, { entries }) => total + entries.length, 0);

export const domainPages = (context: SiteContext, domain: Domain): number => pageCount(entriesIn(columnsOf(context, domain)));

/** The same domain side by side across districts and years. */
export function viewDomain(context: SiteContext, domain: Domain, number: number): DomainView {
  const { book, urls } = context;
  const columns = columnsOf(context, domain);
  const present = new Set(columns.map(({ district }) => district.slug));
  const chapters = book.yearbooks.flatMap((yearbook) => yearbook.chapters);
  return {
    name: domain.name,
    slug: domain.slug,
    description: domain.description,
    count: entriesIn(columns),
    years: [...new Set(columns.flatMap(({ entries }) => entries.map(({ year }) => year)))].sort(),
    districts: sectionsOnPage(columns, number).map(({ district, entries, total }) => ({
      name: district.name,
      slug: district.slug,
      place: district.city,
      url: urls.district(district.slug),
      count: total,
      years: [...Map.groupBy(entries, ({ year }) => year)].map(([year, ofYear]) => ({
        year,
        url: urls.chapter(year, district.slug),
        lang: ofYear[0]!.lang,
        entries: ofYear.map((entry) => viewEntryLine(context, entry)),
      })),
    })),
    comparable: viewComparable(context, domain, columns),
    without: book.districts
      .filter(({ slug }) => !present.has(slug) && chapters.some(({ district }) => district.slug === slug))
      .slice(0, WITHOUT_SHOWN)
      .map(({ name, slug }) => ({ name, url: urls.district(slug) })),
    pagination: paginate(number, domainPages(context, domain), (page) => urls.domain(domain.slug, page)),
  };
}

function viewComparable({ urls }: SiteContext, domain: Domain, columns: Column[]): DomainView['comparable'] {
  let before = 0;
  return columns.map(({ district: { name, slug, city }, entries }) => {
    const [first, last] = [pageOf(before), pageOf(before + entries.length - 1)];
    before += entries.length;
    const pages = Array.from({ length: last - first + 1 }, (_, index) => urls.domain(domain.slug, first + index));
    // Names repeat; the city tells them apart.
    return { name: `${name}（${city}）`, slug, pages };
  });
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
