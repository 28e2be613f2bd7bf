import type { Entry } from '../entry/parse.ts';
import type { Book } from './book.ts';
import { documentKey } from './documents.ts';
import { perBook } from './per-book.ts';
import { filedAs } from './subject-index.ts';

/** An entry worth reading next, and the strongest reason in a word: 同一文件, 同一主题… */
export interface RelatedEntry {
  entry: Entry;
  reason: string;
  /** What is shared: the document, term or body; absent for a domain. */
  shared?: string;
}

const MOST_RELATED = 5;

/** What half the book shares says nothing; long lists of sharers are also what would make this quadratic. */
const MOST_SHARERS = 60;

/** Reasons in order of strength. A glossary term is used in passing more often than an index term. */
const WEIGHT = { document: 8, subject: 5, body: 3, term: 2 } as const;
const WORD = { document: '同一文件', subject: '同一主题', body: '同一单位', term: '同一名词' } as const;
type Kind = keyof typeof WEIGHT;

/** A share below this is chance. */
const LEAST_SCORE = 1.2;

interface Trait {
  kind: Kind;
  text: string;
}

const traitsOf = (entry: Entry, terms: string[]): Map<string, Trait> => {
  const traits = new Map<string, Trait>();
  const add = (kind: Kind, key: string, text: string) => traits.set(`${kind} ${key}`, { kind, text });
  for (const { title } of entry.documents) add('document', documentKey(title), `《${title}》`);
  for (const { term } of entry.indexTerms) add('subject', filedAs(term), term);
  for (const body of [...entry.lead, ...entry.partners]) add('body', filedAs(body), body);
  for (const term of terms) if (!traits.has(`subject ${filedAs(term)}`)) add('term', filedAs(term), term);
  return traits;
};

const relationsOf = perBook((book: Book) => {
  const termsOf = new Map<Entry, string[]>();
  for (const { term, usedIn } of book.glossary) {
    for (const entry of usedIn) termsOf.set(entry, [...(termsOf.get(entry) ?? []), term]);
  }
  const traits = new Map(book.entries.map((entry) => [entry, traitsOf(entry, termsOf.get(entry) ?? [])]));
  const sharers = new Map<string, Entry[]>();
  for (const [entry, own] of traits) {
    for (const key of own.keys()) sharers.set(key, [...(sharers.get(key) ?? []), entry]);
  }
  const inDomain = Map.groupBy(book.entries, ({ domain }) => domain);
  const rank = new Map([...inDomain.values()].flatMap((entries) => entries.map((entry, index) => [entry, index] as const)));
  return { traits, sharers, inDomain, rank };
});

/**
 * 相关条目, computed from what entries share: documents, index terms, bodies and glossary terms, the rarer the stronger;
 * where there is nothing, the same domain in other districts. Entries already cross-referenced are left out.
 */
export function relatedEntries(book: Book, entry: Entry): RelatedEntry[] {
  const { traits, sharers } = relationsOf(book);
  const known = new Set<Entry | undefined>([
    entry,
    ...entry.see.map(({ id }) => book.byId.get(id)),
    ...(book.seenFrom.get(entry.id) ?? []).map((reference) => reference.entry),
  ]);
  const scores = new Map<Entry, { score: number; best: Trait; strength: number }>();
  for (const [key, trait] of traits.get(entry) ?? []) {
    const others = sharers.get(key)!;
    if (others.length > MOST_SHARERS) continue;
    const strength = WEIGHT[trait.kind] / Math.log2(others.length + 1);
    for (const other of others) {
      if (known.has(other)) continue;
      const found = scores.get(other) ?? { score: other.domain === entry.domain ? 0.5 : 0, best: trait, strength: 0 };
      found.score += strength;
      if (strength > found.strength) Object.assign(found, { best: trait, strength });
      scores.set(other, found);
    }
  }
  const related = [...scores]
    .filter(([, { score }]) => score >= LEAST_SCORE)
    .sort(([, a], [, b]) => b.score - a.score)
    .slice(0, MOST_RELATED)
    .map(([other, { best }]): RelatedEntry => ({ entry: other, reason: WORD[best.kind], shared: best.text }));
  // An entry that leads somewhere already needs no company of its domain alone.
  if (related.length > 0 || known.size > 2) return related;
  return sameDomain(book, entry, known, 3);
}

/** How far from an entry its domain is looked through for other districts. */
const REACH = 40;

/** The nearest entries of the same domain in other districts, one a district. */
function sameDomain(book: Book, entry: Entry, known: Set<Entry | undefined>, wanted: number): RelatedEntry[] {
  const { inDomain, rank } = relationsOf(book);
  const entries = inDomain.get(entry.domain)!;
  const at = rank.get(entry)!;
  const found: RelatedEntry[] = [];
  const districts = new Set([entry.district]);
  for (let distance = 1; distance <= REACH && found.length < wanted; distance++) {
    for (const other of [entries[at + distance], entries[at - distance]]) {
      if (!other || known.has(other) || districts.has(other.district) || found.length >= wanted) continue;
      districts.add(other.district);
      found.push({ entry: other, reason: '同一领域' });
    }
  }
  return found;
}
