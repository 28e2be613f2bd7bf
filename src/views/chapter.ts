import type { Chapter, Section } from '../book/book.ts';
import { formatCount } from '../book/format.ts';
import { PAGE_SIZE, pageOf } from '../book/listing.ts';
import { renderBody, type RenderedBody } from '../markdown/render.ts';
import type { Urls } from '../urls.ts';
import { viewEntryLine, type EntryLine } from './entry-line.ts';
import { pageCount, paginate, type Pagination } from './paginate.ts';
import type { Crumb, SiteContext } from './site-context.ts';
import { viewSources, type SourceLine } from './sources.ts';
import { chapterPdf } from './volumes.ts';

export interface SectionView {
  id: string;
  name: string;
  count: number;
  entries: EntryLine[];
}

export interface ChapterView {
  title: string;
  name: string;
  year: string;
  lang: string;
  location: string;
  nameNow?: string;
  summary?: string;
  crumbs: Crumb[];
  body: RenderedBody;
  counts: { label: string; value: string }[];
  contents: { name: string; url: string; count: number }[];
  sections: SectionView[];
  sources: SourceLine[];
  otherYears: { year: string; url: string }[];
  districtUrl: string;
  pdf?: string;
  pagination: Pagination;
}

/** Page of the chapter on which a domain begins, with its anchor. */
export function sectionUrl(urls: Urls, chapter: Chapter, domain: string): string {
  let before = 0;
  for (const section of chapter.sections) {
    if (section.domain.slug === domain) break;
    before += section.entries.length;
  }
  return `${urls.chapter(chapter.year, chapter.district.slug, pageOf(before))}#${domain}`;
}

export const chapterPages = (chapter: Chapter): number => pageCount(chapter.entries.length);

export function viewChapter(context: SiteContext, chapter: Chapter, number: number): ChapterView {
  const { book, urls, targets } = context;
  const { year, district, fields } = chapter;
  const count = (label: string, value: number) => ({ label, value: formatCount(value) });
  const sum = (list: 'figures' | 'documents') => chapter.entries.reduce((total, entry) => total + entry[list].length, 0);
  return {
    title: `${chapter.name} ${year}`,
    name: chapter.name,
    year,
    lang: fields.lang,
    location: `${district.province}${district.province === district.city ? '' : district.city}`,
    nameNow: chapter.name === district.name ? undefined : district.name,
    summary: fields.summary,
    crumbs: [{ label: `${year}年`, url: urls.year(year) }],
    body: renderBody(chapter.body.tree, chapter.file, targets),
    counts: [
      count('条目', chapter.entries.length),
      count('领域', chapter.sections.length),
      count('数据', sum('figures')),
      count('文件', sum('documents')),
    ],
    contents: chapter.sections.map(({ domain, entries }) => ({
      name: domain.name,
      url: sectionUrl(urls, chapter, domain.slug),
      count: entries.length,
    })),
    sections: sectionsOnPage(chapter.sections, number).map(({ domain, entries, total }) => ({
      id: domain.slug,
      name: domain.name,
      count: total,
      entries: entries.map((entry) => viewEntryLine(context, entry)),
    })),
    sources: viewSources(book, fields.source),
    otherYears: book.yearbooks
      .filter((other) => other.year !== year && other.chapters.some((one) => one.district.slug === district.slug))
      .map((other) => ({ year: other.year, url: urls.chapter(other.year, district.slug) })),
    districtUrl: urls.district(district.slug),
    pdf: chapterPdf(context, year, district.slug),
    pagination: paginate(number, chapterPages(chapter), (page) => urls.chapter(year, district.slug, page)),
  };
}

/** The part of each section that falls on page `number` when the whole chapter is cut into equal pages. */
export function sectionsOnPage<S extends Pick<Section, 'entries'>>(sections: S[], number: number): (S & { total: number })[] {
  const [from, to] = [(number - 1) * PAGE_SIZE, number * PAGE_SIZE];
  let start = 0;
  return sections.flatMap((section) => {
    const total = section.entries.length;
    const entries = section.entries.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += total;
    return entries.length > 0 ? [{ ...section, entries, total }] : [];
  });
}
