import type { Book } from '../book/book.ts';
import type { District, Domain } from '../book/schema.ts';
import { districtSectionUrl } from './district.ts';
import type { SiteContext } from './site-context.ts';

/** How many steps of colour a cell can have; zero is empty. */
const SHADES = 4;

export interface MatrixRow {
  name: string;
  place: string;
  url: string;
  cells: { count: number; shade: number; url?: string; label: string }[];
}

export interface Matrix {
  domains: { name: string; short: string; url: string }[];
  rows: MatrixRow[];
}

/** District × domain: how many entries each domain of each district holds, over all years. */
export function viewMatrix({ book, urls }: SiteContext, districts: District[]): Matrix {
  const counts = countEntries(book);
  const highest = Math.max(1, ...counts.values());
  const domains = book.domains.filter(({ slug }) => book.entries.some(({ domain }) => domain === slug));
  return {
    domains: domains.map((domain) => ({ name: domain.name, short: shortName(domain), url: urls.domain(domain.slug) })),
    rows: districts.map((district) => ({
      name: district.name,
      place: district.city,
      url: urls.district(district.slug),
      cells: domains.map((domain) => {
        const count = counts.get(`${district.slug}/${domain.slug}`) ?? 0;
        return {
          count,
          shade: count === 0 ? 0 : Math.ceil((count / highest) * SHADES),
          url: count === 0 ? undefined : districtSectionUrl(book, urls, district, domain.slug),
          label: `${district.name}${domain.name}${count}条`,
        };
      }),
    })),
  };
}

function countEntries(book: Book): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { district, domain } of book.entries) {
    const key = `${district}/${domain}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** 经济体制改革 → 经济; column heads are narrow. */
const shortName = ({ name }: Domain): string => name.replace(/(?:体制|制度)?改革$/, '').replace(/的建设$/, '建') || name;
