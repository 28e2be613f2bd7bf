import { formatCount } from '../book/format.ts';
import { viewMatrix, type Matrix } from './matrix.ts';
import type { SiteContext } from './site-context.ts';

/** Districts on the home page; all of them stand under /districts/. */
const DISTRICTS_SHOWN = 20;
/** Volumes as spines on the home page, newest last as on a shelf. */
const SPINES_SHOWN = 6;

export interface HomeView {
  title: string;
  description?: string;
  spines: { title: string; year: string; url: string; chapters: number; entries: number }[];
  olderYears: { year: string; url: string }[];
  counts: { value: string; label: string; note: string; url: string }[];
  matrix: Matrix;
  moreDistricts?: { count: number; url: string };
  terms: { name: string; url: string }[];
}

export function viewHome(context: SiteContext): HomeView {
  const { book, urls } = context;
  const published = book.districts.filter(({ slug }) =>
    book.yearbooks.some(({ chapters }) => chapters.some(({ district }) => district.slug === slug)),
  );
  const figures = book.entries.reduce((total, entry) => total + entry.figures.length, 0);
  const domains = new Set(book.entries.map(({ domain }) => domain)).size;
  const mostUsed = [...book.glossary].sort((a, b) => b.usedIn.length - a.usedIn.length).slice(0, 5);
  return {
    title: book.site.title,
    description: book.site.description,
    spines: book.yearbooks.slice(-SPINES_SHOWN).map(({ year, fields, chapters, entries }) => ({
      title: fields.title.replace(new RegExp(`[\\s（(]*${year}[）)]*$`), ''),
      year,
      url: urls.year(year),
      chapters: chapters.length,
      entries: entries.length,
    })),
    olderYears: book.yearbooks.slice(0, -SPINES_SHOWN).map(({ year }) => ({ year, url: urls.year(year) })),
    counts: [
      { value: formatCount(published.length), label: '区', note: `${book.yearbooks.length}卷`, url: urls.section('districts') },
      { value: formatCount(book.entries.length), label: '条目', note: `${domains}个领域`, url: urls.section('domains') },
      { value: formatCount(figures), label: '数据', note: '可下载', url: urls.section('figures') },
      { value: formatCount(book.documents.length), label: '文件', note: '注明引用条目', url: urls.section('documents') },
    ],
    matrix: viewMatrix(context, published.slice(0, DISTRICTS_SHOWN)),
    moreDistricts: published.length > DISTRICTS_SHOWN ? { count: published.length, url: urls.section('districts') } : undefined,
    terms: mostUsed.map(({ term }) => ({ name: term, url: urls.search(term) })),
  };
}
