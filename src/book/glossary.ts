import { textRuns } from '../entry/body.ts';
import type { Entry } from '../entry/parse.ts';
import type { BookTerm } from './book.ts';
import { pinyinKey, sortByPinyin } from './pinyin-order.ts';
import type { Term } from './schema.ts';

/** Writings of a set of terms → the term, and one expression that finds any of them, longest first. */
export interface TermMatcher {
  pattern: RegExp | undefined;
  termOf(written: string): string;
}

/** A Latin abbreviation is a word of its own: PPP is not found in APPP. */
export function matchTerms(terms: Pick<Term, 'term' | 'aliases'>[]): TermMatcher {
  const owners = new Map<string, string>();
  for (const { term, aliases } of terms) {
    for (const written of [term, ...aliases]) if (!owners.has(written)) owners.set(written, term);
  }
  const writings = [...owners.keys()].sort((a, b) => b.length - a.length);
  const escaped = writings.map((written) => {
    const literal = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return `${/^[A-Za-z0-9]/.test(written) ? '(?<![A-Za-z0-9])' : ''}${literal}${/[A-Za-z0-9]$/.test(written) ? '(?![A-Za-z0-9])' : ''}`;
  });
  return {
    pattern: escaped.length > 0 ? new RegExp(escaped.join('|'), 'g') : undefined,
    termOf: (written) => owners.get(written) ?? written,
  };
}

/** 名词解释 in pinyin order, each with the entries whose text uses it. */
export function compileGlossary(terms: Term[], entries: Entry[]): BookTerm[] {
  const { pattern, termOf } = matchTerms(terms);
  const usedIn = new Map<string, Entry[]>(terms.map(({ term }) => [term, []]));
  for (const entry of pattern ? entries : []) {
    const text = [entry.title, ...textRuns(entry.body.tree)].join('\n');
    const used = new Set([...text.matchAll(pattern!)].map(([written]) => termOf(written)));
    for (const term of used) usedIn.get(term)?.push(entry);
  }
  const compiled = terms.map((term) => ({ ...term, usedIn: usedIn.get(term.term) ?? [] }));
  return sortByPinyin(compiled, ({ term, sortKey }) => pinyinKey(term, sortKey));
}
