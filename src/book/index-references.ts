import type { BookTerm, Chapter } from './book.ts';
import { filedAs, type IndexHeading } from './subject-index.ts';

/** Districts as headings that lead to their chapters. */
export function compilePlaces(chapters: Chapter[]): IndexHeading[] {
  const places = new Map<string, IndexHeading>();
  for (const chapter of chapters) {
    // Two districts may share a name; the city tells them apart.
    const key = `${chapter.name} ${chapter.district.code}`;
    const known = places.get(key);
    if (known) known.chapters!.push(chapter);
    else places.set(key, { term: chapter.name, kind: 'place', lang: 'zh-Hans', entries: [], chapters: [chapter] });
  }
  return [...places.values()];
}

/** 见: other names of glossary terms that are no headings themselves lead to the term. */
export function compileSee(glossary: BookTerm[], headings: IndexHeading[]): IndexHeading[] {
  const known = new Map(headings.map((heading) => [filedAs(heading.term), heading]));
  return glossary.flatMap(({ term, aliases }) => {
    const target = known.get(filedAs(term));
    if (!target) return [];
    const names = new Map(aliases.map((alias) => [filedAs(alias), alias]));
    return [...names]
      .filter(([key]) => key !== '' && !known.has(key))
      .map(([, alias]): IndexHeading => ({ term: alias, kind: 'term', lang: 'zh-Hans', entries: [], see: target.term }));
  });
}

/** Shortest term that others can be narrower than: one of two characters is part of too many words. */
const SHORTEST_BROADER = 3;
const MOST_SEE_ALSO = 5;

/** 参见: terms whose name holds another's (社区治理 → 社区治理创新实验区), with different entries behind them. */
export function addSeeAlso(headings: IndexHeading[]): IndexHeading[] {
  const terms = headings.filter(({ kind }) => kind === 'term');
  const known = new Map(terms.map((heading) => [filedAs(heading.term), heading]));
  const narrower = new Map<IndexHeading, IndexHeading[]>();
  for (const [key, heading] of known) {
    for (const broader of new Set(innerTerms(key).map((part) => known.get(part)!))) {
      narrower.set(broader, [...(narrower.get(broader) ?? []), heading]);
    }
  }
  // Every part of a term is looked up, never every pair of terms compared.
  function innerTerms(key: string): string[] {
    const parts: string[] = [];
    for (let start = 0; start < key.length; start++) {
      for (let end = start + SHORTEST_BROADER; end <= key.length; end++) {
        const part = key.slice(start, end);
        if (part !== key && known.has(part)) parts.push(part);
      }
    }
    return parts;
  }
  return headings.map((heading) => {
    const leadsElsewhere = (other: IndexHeading) => other.entries.some((entry) => !heading.entries.includes(entry));
    const seeAlso = (narrower.get(heading) ?? []).filter(leadsElsewhere).slice(0, MOST_SEE_ALSO);
    return seeAlso.length > 0 ? { ...heading, seeAlso: seeAlso.map(({ term }) => term) } : heading;
  });
}
