import type { Book, Section } from '../book/book.ts';
import { pageOf } from '../book/listing.ts';
import type { District } from '../book/schema.ts';
import type { Urls } from '../urls.ts';
import { sectionsOnPage, type SectionView } from './chapter.ts';
import { viewEntryLine } from './entry-line.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

export interface DistrictView {
  name: string;
  code: string;
  place: string;
  chapters: { year: string; name: string; url: string; lang: string; summary?: string; count: number }[];
  sections: SectionView[];
  pagination: Pagination;
}

export interface DistrictsView {
  provinces: { name: string; districts: { name: string; city: string; url: string; code: string; years: string[]; count: number }[] }[];
  total: number;
  pagination: Pagination;
}

/** A district's entries of all years by domain, newest first within a domain. */
function districtSections(book: Book, district: District): Section[] {
  const ofDistrict = book.entries.filter((entry) => entry.district === district.slug);
  return book.domains.flatMap((domain) => {
    const entries = ofDistrict.filter((entry) => entry.domain === domain.slug);
    entries.sort((a, b) => Number(b.year) - Number(a.year));
    return entries.length > 0 ? [{ domain, entries }] : [];
  });
}

/** Page of a district on which a domain begins, with its anchor. */
export function districtSectionUrl(book: Book, urls: Urls, district: District, domain: string): string {
  const sections = districtSections(book, district);
  const index = sections.findIndex((section) => section.domain.slug === domain);
  const before = sections.slice(0, index).reduce((total, { entries }) => total + entries.length, 0);
  return `${urls.district(district.slug, pageOf(before))}#${domain}`;
}

export const districtPages = ({ book }: SiteContext, { slug }: District): number =>
  pageCount(book.entries.filter(({ district }) => district === slug).length);

export function viewDistrict(context: SiteContext, district: District, number: number): DistrictView {
  const { book, urls } = context;
  return {
    name: district.name,
    code: district.code,
    place: [...new Set([district.province, district.city])].join(' '),
    chapters: book.yearbooks
      .flatMap(({ chapters }) => chapters.filter((chapter) => chapter.district.slug === district.slug))
      .reverse()
      .map(({ year, name, fields, entries }) => ({
        year,
        name,
        url: urls.chapter(year, district.slug),
        lang: fields.lang,
        summary: fields.summary,
        count: entries.length,
      })),
    sections: sectionsOnPage(districtSections(book, district), number).map(({ domain, entries, total }) => ({
      id: domain.slug,
      name: domain.name,
      count: total,
      entries: entries.map((entry) => viewEntryLine(context, entry)),
    })),
    pagination: paginate(number, districtPages(context, district), (page) => urls.district(district.slug, page)),
  };
}

export const districtsPages = ({ book }: SiteContext): number => pageCount(book.districts.length);

export function viewDistricts({ book, urls }: SiteContext, number: number): DistrictsView {
  const counts = new Map<string, number>();
  for (const { district } of book.entries) counts.set(district, (counts.get(district) ?? 0) + 1);
  const byProvince = Map.groupBy(pageItems(book.districts, number), ({ province }) => province);
  return {
    provinces: [...byProvince].map(([name, districts]) => ({
      name,
      districts: districts.map((district) => ({
        name: district.name,
        city: district.city,
        code: district.code,
        url: urls.district(district.slug),
        years: book.yearbooks
          .filter(({ chapters }) => chapters.some((chapter) => chapter.district.slug === district.slug))
          .map(({ year }) => year),
        count: counts.get(district.slug) ?? 0,
      })),
    })),
    total: book.districts.length,
    pagination: paginate(number, pageCount(book.districts.length), (page) => urls.section('districts', page)),
  };
}
