import { districtOf, domainOf, type Book } from '../book/book.ts';
import { compileChronicle, type ChronicleItem } from '../book/chronicle.ts';
import { pageOf } from '../book/listing.ts';
import { perBook } from '../book/per-book.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

/** Which events a page lists: all, those of one district, or those of one domain. */
export type ChronicleScope = { kind: 'all' } | { kind: 'district' | 'domain'; slug: string };

export interface ChronicleLine {
  /** `2015-04-16` and its shorter forms. */
  date: string;
  /** 16日, 是月 (some day of the month) or nothing (some day of the year). */
  day: string;
  text: string;
  lang: string;
  entry?: { title: string; url: string };
  district?: { slug: string; name: string };
  domain?: { slug: string; name: string };
}

export interface ChronicleView {
  scope?: string;
  total: number;
  years: { year: string; months: { head: string; items: ChronicleLine[] }[] }[];
  /** First page of every year. */
  yearLinks: { year: string; url: string }[];
  filters: { label: string; allUrl?: string; links: { name: string; url: string; count: number; current: boolean }[] }[];
  /** Districts within a domain's events, or domains within a district's, for a script to narrow the page by. */
  within?: { name: 'district' | 'domain'; label: string; options: { slug: string; name: string }[] };
  pagination: Pagination;
}

/** The chronicle of all volumes, and its parts by district and domain: sorted and divided once. */
const chronicleOf = perBook((book: Book) => {
  const all = compileChronicle(book.yearbooks).flatMap(({ months }) => months.flatMap(({ items }) => items));
  return {
    all,
    district: Map.groupBy(all.filter(({ district }) => district), ({ district }) => district!),
    domain: Map.groupBy(all.filter(({ domain }) => domain), ({ domain }) => domain!),
  };
});

function itemsOf(book: Book, scope: ChronicleScope): ChronicleItem[] {
  const chronicle = chronicleOf(book);
  return scope.kind === 'all' ? chronicle.all : (chronicle[scope.kind].get(scope.slug) ?? []);
}

/** Districts or domains that have events, in the book's order. */
export const chronicleParts = (book: Book, kind: 'district' | 'domain') =>
  (kind === 'district' ? book.districts : book.domains).filter(({ slug }) => chronicleOf(book)[kind].has(slug));

export const chroniclePages = ({ book }: SiteContext, scope: ChronicleScope): number => pageCount(itemsOf(book, scope).length);

export function viewChronicle(context: SiteContext, scope: ChronicleScope, number: number): ChronicleView {
  const { book, urls } = context;
  const items = itemsOf(book, scope);
  const urlOf = (page: number) => (scope.kind === 'all' ? urls.section('chronicle', page) : urls.chronicle(scope.kind, scope.slug, page));
  const firstOfYear = new Map<string, number>();
  items.forEach(({ date }, index) => {
    const year = date.slice(0, 4);
    if (!firstOfYear.has(year)) firstOfYear.set(year, index);
  });
  const byYear = Map.groupBy(pageItems(items, number), ({ date }) => date.slice(0, 4));
  return {
    scope: scope.kind === 'all' ? undefined : chronicleParts(book, scope.kind).find(({ slug }) => slug === scope.slug)?.name,
    total: items.length,
    years: [...byYear].map(([year, ofYear]) => ({
      year,
      months: [...Map.groupBy(ofYear, ({ date }) => date.slice(5, 7))].map(([month, ofMonth]) => ({
        head: month ? `${Number(month)}月` : '是年',
        items: ofMonth.map((item) => viewItem(context, item)),
      })),
    })),
    yearLinks: [...firstOfYear].map(([year, index]) => ({ year, url: `${urlOf(pageOf(index))}#${yearId(year)}` })),
    filters: [viewFilter(context, 'district', '按区', scope), viewFilter(context, 'domain', '按领域', scope)],
    within: viewWithin(book, scope, items),
    pagination: paginate(number, pageCount(items.length), urlOf),
  };
}

function viewWithin(book: Book, scope: ChronicleScope, items: ChronicleItem[]): ChronicleView['within'] {
  if (scope.kind === 'all') return undefined;
  const name = scope.kind === 'district' ? 'domain' : 'district';
  const present = new Set(items.map((item) => item[name]));
  const options = chronicleParts(book, name).filter(({ slug }) => present.has(slug));
  return options.length > 1 ? { name, label: name === 'domain' ? '领域' : '区', options } : undefined;
}

export const yearId = (year: string): string => `y${year}`;

function viewItem({ book, urls }: SiteContext, { date, text, entry, district, domain }: ChronicleItem): ChronicleLine {
  const [, month, day] = date.split('-');
  const districtHere = entry ? districtOf(book, entry) : book.districts.find(({ slug }) => slug === district);
  const domainHere = entry ? domainOf(book, entry) : book.domains.find(({ slug }) => slug === domain);
  return {
    date,
    day: day ? `${Number(day)}日` : month ? '是月' : '',
    text: text.replace(/。$/, ''),
    lang: entry?.lang ?? 'zh-Hans',
    entry: entry && { title: entry.title, url: urls.entry(entry.id) },
    district: districtHere && { slug: districtHere.slug, name: districtHere.name },
    domain: domainHere && { slug: domainHere.slug, name: domainHere.name },
  };
}

function viewFilter({ book, urls }: SiteContext, kind: 'district' | 'domain', label: string, scope: ChronicleScope) {
  const parts = chronicleOf(book)[kind];
  return {
    label,
    allUrl: scope.kind === kind ? urls.section('chronicle') : undefined,
    links: chronicleParts(book, kind).map(({ slug, name }) => ({
      name,
      url: urls.chronicle(kind, slug),
      count: parts.get(slug)!.length,
      current: scope.kind === kind && scope.slug === slug,
    })),
  };
}
