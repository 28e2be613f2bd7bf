import { districtOf, type Book } from '../book/book.ts';
import { addSeeAlso, compilePlaces, compileSee } from '../book/index-references.ts';
import { perBook } from '../book/per-book.ts';
import { compileSubjectIndex, fileByPinyin, fileByStroke, type IndexGroup, type IndexHeading } from '../book/subject-index.ts';
import { anchor } from '../urls.ts';
import { letterId } from './glossary.ts';
import { pageCount, pageItems, paginate, type Pagination } from './paginate.ts';
import type { SiteContext } from './site-context.ts';

export type SubjectOrder = 'pinyin' | 'stroke';

/** Headings are short lines: a page of the index holds more of them than of entries. */
const HEADINGS_A_PAGE = 240;
/** Entries named under one heading; the search page finds the rest. */
const ENTRIES_SHOWN = 8;

export interface SubjectLine {
  id: string;
  term: string;
  lang: string;
  links: { title: string; place: string; lang: string; url: string }[];
  more?: { count: number; url: string };
  see?: { term: string; url: string };
  seeAlso: { term: string; url: string }[];
}

export interface SubjectsView {
  total: number;
  orders: { name: string; url: string; current: boolean }[];
  heads: { head: string; url: string }[];
  groups: { head: string; id: string; lines: SubjectLine[] }[];
  pagination: Pagination;
}

/** The whole index in both orders, with the place of every heading in them. */
const indexOf = perBook((book: Book) => {
  const headings = compileSubjectIndex(book.entries, book.glossary);
  const places = compilePlaces(book.yearbooks.flatMap(({ chapters }) => chapters));
  const all = [...addSeeAlso(headings), ...places, ...compileSee(book.glossary, [...headings, ...places])];
  const rank = (groups: IndexGroup[]) => {
    const items = groups.flatMap(({ head, headings: filed }) => filed.map((heading) => ({ head, heading })));
    return { items, ranks: new Map(items.map(({ heading }, index) => [heading.term, index])) };
  };
  return { pinyin: rank(fileByPinyin(all)), stroke: rank(fileByStroke(all)) };
});

export const subjectsPages = ({ book }: SiteContext, order: SubjectOrder): number =>
  pageCount(indexOf(book)[order].items.length, HEADINGS_A_PAGE);

const sectionOf = (order: SubjectOrder): string => (order === 'pinyin' ? 'subjects' : 'subjects/stroke');

/** Where a heading stands; nothing for a word that is no heading. */
export function subjectUrl({ book, urls }: SiteContext, term: string, order: SubjectOrder = 'pinyin'): string | undefined {
  const rank = indexOf(book)[order].ranks.get(term);
  if (rank === undefined) return undefined;
  return `${urls.section(sectionOf(order), Math.floor(rank / HEADINGS_A_PAGE) + 1)}#${encodeURIComponent(anchor(term))}`;
}

export function viewSubjects(context: SiteContext, order: SubjectOrder, number: number): SubjectsView {
  const { book, urls } = context;
  const { items } = indexOf(book)[order];
  const firstOfHead = new Map<string, number>();
  items.forEach(({ head }, index) => {
    if (!firstOfHead.has(head)) firstOfHead.set(head, index);
  });
  const urlOf = (page: number) => urls.section(sectionOf(order), page);
  return {
    total: items.length,
    orders: [
      { name: '拼音', url: urls.section('subjects'), current: order === 'pinyin' },
      { name: '笔画', url: urls.section('subjects/stroke'), current: order === 'stroke' },
    ],
    heads: [...firstOfHead].map(([head, index]) => ({
      head,
      url: `${urlOf(Math.floor(index / HEADINGS_A_PAGE) + 1)}#${letterId(head)}`,
    })),
    groups: [...Map.groupBy(pageItems(items, number, HEADINGS_A_PAGE), ({ head }) => head)].map(([head, filed]) => ({
      head,
      id: letterId(head),
      lines: filed.map(({ heading }) => viewHeading(context, heading, order)),
    })),
    pagination: paginate(number, pageCount(items.length, HEADINGS_A_PAGE), urlOf),
  };
}

function viewHeading(context: SiteContext, heading: IndexHeading, order: SubjectOrder): SubjectLine {
  const { book, urls } = context;
  const { term, lang, entries, chapters = [], see, seeAlso = [] } = heading;
  const reference = (other: string) => ({ term: other, url: subjectUrl(context, other, order)! });
  return {
    id: anchor(term),
    term,
    lang,
    links: [
      ...chapters.map(({ name, year, district }) => ({
        title: `${name} ${year}`,
        place: district.city,
        lang: 'zh-Hans',
        url: urls.chapter(year, district.slug),
      })),
      ...entries.slice(0, ENTRIES_SHOWN).map((entry) => ({
        title: entry.title,
        place: `${districtOf(book, entry).name} ${entry.year}`,
        lang: entry.lang,
        url: urls.entry(entry.id),
      })),
    ],
    more: entries.length > ENTRIES_SHOWN ? { count: entries.length, url: urls.search(term.replace(/[《》]/g, '')) } : undefined,
    see: see === undefined ? undefined : reference(see),
    seeAlso: seeAlso.map(reference),
  };
}
