import type { Yearbook } from '../book/book.ts';
import { formatCount, formatDate } from '../book/format.ts';
import { renderBody, type RenderedBody } from '../markdown/render.ts';
import { sectionUrl } from './chapter.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';
import { viewDownloads, type Download } from './volumes.ts';

/** Chapters on one page of a volume's contents, each with its line of domains. */
const CHAPTERS_A_PAGE = 30;

export interface YearView {
  title: string;
  subtitle?: string;
  year: string;
  body: RenderedBody;
  imprint: { label: string; value: string }[];
  counts: { label: string; value: string }[];
  front: { title: string; url: string }[];
  back: { title: string; url: string }[];
  chapters: {
    name: string;
    place: string;
    url: string;
    lang: string;
    summary?: string;
    count: number;
    sections: { name: string; url: string; count: number }[];
  }[];
  otherYears: { year: string; url: string; current: boolean }[];
  downloads: Download[];
  pagination: Pagination;
}

export const yearPages = (yearbook: Yearbook): number => pageCount(yearbook.chapters.length, CHAPTERS_A_PAGE);

export function viewYear(context: SiteContext, yearbook: Yearbook, number: number): YearView {
  const { book, urls, targets } = context;
  const { year, fields, body, file, chapters, entries, front, back } = yearbook;
  const sum = (list: 'figures' | 'documents') => entries.reduce((total, entry) => total + entry[list].length, 0);
  const matter = (part: 'front' | 'back', list: Yearbook['front']) =>
    list.map(({ slug, fields: { title } }) => ({ title, url: urls.entry(`${year}/${part}/${slug}`) }));
  return {
    title: fields.title,
    subtitle: fields.subtitle,
    year,
    body: renderBody(body.tree, file, targets),
    imprint: [
      { label: '编者', value: fields.editors.join('、') || book.site.publisher },
      { label: '出版', value: [fields.place, fields.publisher, fields.published && formatDate(fields.published)].filter(Boolean).join('，') },
      { label: '书号', value: fields.isbn ?? '' },
    ].filter(({ value }) => value !== ''),
    counts: [
      { label: '区篇', value: formatCount(chapters.length) },
      { label: '条目', value: formatCount(entries.length) },
      { label: '数据', value: formatCount(sum('figures')) },
      { label: '文件', value: formatCount(sum('documents')) },
    ],
    front: matter('front', front),
    back: matter('back', back),
    chapters: pageItems(chapters, number, CHAPTERS_A_PAGE).map((chapter) => ({
      name: chapter.name,
      place: `${chapter.district.province} ${chapter.district.city}`,
      url: urls.chapter(year, chapter.district.slug),
      lang: chapter.fields.lang,
      summary: chapter.fields.summary,
      count: chapter.entries.length,
      sections: chapter.sections.map(({ domain, entries: inDomain }) => ({
        name: domain.name,
        url: sectionUrl(urls, chapter, domain.slug),
        count: inDomain.length,
      })),
    })),
    otherYears: book.yearbooks.map((other) => ({ year: other.year, url: urls.year(other.year), current: other.year === year })),
    downloads: viewDownloads(context, yearbook),
    pagination: paginate(number, yearPages(yearbook), (page) => urls.year(year, page)),
  };
}
