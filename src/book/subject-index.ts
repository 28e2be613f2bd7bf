import type { Entry } from '../entry/parse.ts';
import type { BookTerm, Chapter } from './book.ts';
import { pinyinInitial, pinyinKey, sortByPinyin } from './pinyin-order.ts';
import { toSimplified } from './simplified.ts';
import { strokeCount, strokeKey } from './stroke-order.ts';

/** One heading of the 主题索引 with every entry it leads to, in book order. */
export interface IndexHeading {
  /** As printed: a document keeps its 《》. */
  term: string;
  kind: 'term' | 'organisation' | 'document' | 'place';
  /** Script of the entry that names it first. */
  lang: Entry['lang'];
  sortKey?: string;
  entries: Entry[];
  /** Chapters of a place. */
  chapters?: Chapter[];
  /** 见: the heading this one stands for; it then leads to no entries itself. */
  see?: string;
  /** 参见: narrower headings. */
  seeAlso?: string[];
}

/** Headings filed under one letter or one number of strokes. */
export interface IndexGroup {
  head: string;
  headings: IndexHeading[];
}

/** Marks that a reader skips when looking a word up. */
const SKIPPED = /[“”‘’"'《》〈〉「」『』（）()【】〔〕[\]\s·、，]/g;

/** What two writings of one heading have in common: 黨建 and “党建” are one. */
export const filedAs = (term: string): string => toSimplified(term.normalize('NFKC').replace(SKIPPED, ''));

/**
 * 主题索引 of some entries: their index terms, the organisations that led or took part, their documents, and the
 * glossary terms they use. One heading for each word, however often, in whichever script and with whatever quotation
 * marks it is written.
 */
export function compileSubjectIndex(entries: Entry[], glossary: BookTerm[]): IndexHeading[] {
  const headings = new Map<string, IndexHeading>();
  const add = (entry: Entry, kind: IndexHeading['kind'], term: string, { sortKey, lang = entry.lang }: { sortKey?: string; lang?: Entry['lang'] } = {}) => {
    const key = filedAs(term);
    if (!key) return;
    const known = headings.get(key);
    if (!known) headings.set(key, { term, kind, lang, sortKey, entries: [entry] });
    else {
      known.sortKey ??= sortKey;
      if (known.lang === 'zh-Hant' && lang === 'zh-Hans') Object.assign(known, { term, lang });
      // Entries come one after another: a repetition can only be the last one.
      if (known.entries.at(-1) !== entry) known.entries.push(entry);
    }
  };
  const termsOf = termsByEntry(glossary);
  for (const entry of entries) {
    for (const { term, sortKey } of entry.indexTerms) add(entry, 'term', term, { sortKey });
    for (const { term, sortKey } of termsOf.get(entry.id) ?? []) add(entry, 'term', term, { sortKey, lang: 'zh-Hans' });
    for (const organisation of [...entry.lead, ...entry.partners]) add(entry, 'organisation', organisation);
    for (const { title } of entry.documents) add(entry, 'document', `《${title}》`);
  }
  return [...headings.values()];
}

/** Under A to Z; digits and signs come first, under `#`. */
export function fileByPinyin(headings: IndexHeading[]): IndexGroup[] {
  const keyed = headings.map((heading) => ({ heading, key: pinyinKey(filedAs(heading.term), heading.sortKey) }));
  const sorted = sortByPinyin(keyed, ({ key }) => (pinyinInitial(key) === '#' ? ` ${key}` : key));
  return group(sorted, ({ key }) => pinyinInitial(key));
}

/** Under 一画, 二画 …; Latin letters and digits come last. */
export function fileByStroke(headings: IndexHeading[]): IndexGroup[] {
  const keyed = headings.map((heading) => ({ heading, key: strokeKey(filedAs(heading.term)) }));
  const sorted = sortByPinyin(keyed, ({ key }) => key);
  return group(sorted, ({ key }) => {
    const count = strokeCount(key);
    return count === undefined ? '字母、数字' : `${hanNumeral(count)}画`;
  });
}

function termsByEntry(glossary: BookTerm[]): Map<string, BookTerm[]> {
  const byEntry = new Map<string, BookTerm[]>();
  for (const term of glossary) {
    for (const { id } of term.usedIn) byEntry.set(id, [...(byEntry.get(id) ?? []), term]);
  }
  return byEntry;
}

function group<T extends { heading: IndexHeading }>(sorted: T[], headOf: (item: T) => string): IndexGroup[] {
  return [...Map.groupBy(sorted, headOf)].map(([head, items]) => ({ head, headings: items.map(({ heading }) => heading) }));
}

/** 1 to 99 as 一 … 九十九. */
function hanNumeral(number: number): string {
  const digits = ['', ...'一二三四五六七八九'];
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`;
}
