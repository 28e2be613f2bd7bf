import type { Book } from '../book/book.ts';
import type { Entry } from '../entry/parse.ts';
import { textRuns } from '../entry/body.ts';

/** Entries of one district in one domain. */
export interface DomainCount {
  domain: string;
  final: number;
  draft: number;
}

/** One chapter in numbers, as an editor-in-chief asks for them. */
export interface ChapterCount {
  year: string;
  district: string;
  domains: DomainCount[];
  final: number;
  draft: number;
  /** Domains without any entry. */
  gaps: string[];
  /** Han characters, letters' words and numbers of all entries' text. */
  words: number;
  figures: number;
  documents: number;
  indexTerms: number;
  /** Entries that have passed 终审. */
  reviewed: number;
}

/** Every chapter of the Book (drafts included where the Book has them), in book order; `year` narrows it to one volume. */
export function countEntries(book: Book, year?: string): ChapterCount[] {
  return book.yearbooks
    .filter((yearbook) => year === undefined || yearbook.year === year)
    .flatMap(({ chapters }) => chapters)
    .map(({ year: chapterYear, name, entries }) => {
      const domains = book.domains.map((domain) => ({ domain: domain.name, ...countStates(entries.filter((entry) => entry.domain === domain.slug)) }));
      const sum = (count: (entry: Entry) => number) => entries.reduce((total, entry) => total + count(entry), 0);
      return {
        year: chapterYear, district: name, domains, ...countStates(entries),
        gaps: domains.filter(({ final, draft }) => final + draft === 0).map(({ domain }) => domain),
        words: sum((entry) => countWords(textRuns(entry.body.tree).join('\n'))),
        figures: sum((entry) => entry.figures.length),
        documents: sum((entry) => entry.documents.length),
        indexTerms: sum((entry) => entry.indexTerms.length),
        reviewed: entries.filter(({ reviews }) => reviews.some(({ stage }) => stage === '终审')).length,
      };
    });
}

function countStates(entries: Entry[]): { final: number; draft: number } {
  const draft = entries.filter(({ state }) => state === 'draft').length;
  return { final: entries.length - draft, draft };
}

/** 字数 as a press counts: each Han character and mark one, each number or Latin word one. */
export const countWords = (text: string): number => text.match(/[\p{Script=Han}，。；：、！？“”‘’（）《》〈〉—…]|[A-Za-z0-9.,%]+/gu)?.length ?? 0;
