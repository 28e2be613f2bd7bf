import type { Entry } from '../entry/parse.ts';
import { sortProblems, type Problem } from '../problem.ts';
import type { Book, Chapter, Matter, Yearbook } from './book.ts';
import { checkBook, checkGlossaryUse } from './checks.ts';
import { collectDocuments } from './documents.ts';
import { compileGlossary } from './glossary.ts';
import type { ChapterPart, MatterPart, Part, YearbookPart, Parts } from './part.ts';
import { linkReferences } from './references.ts';

/**
 * Parts → the Book, and every problem that only the whole book shows. Pure. The book is there even when it has
 * problems, as far as it can be made, so that an editor at work sees the rest; it is absent only without a site card.
 */
export function buildBook(
  allParts: Part[],
  { drafts = false }: { drafts?: boolean } = {},
): { book?: Book; problems: Problem[] } {
  const parts = groupParts(allParts);
  const problems = checkBook(parts);
  const site = parts.site[0]?.site;
  if (!site) return { problems: sortProblems(problems) };

  const districts = parts.districts.flatMap(({ items }) => items);
  const domains = parts.domains.flatMap(({ items }) => items);
  const known = knownEntries(parts, districts, domains);
  const entries = sortEntries(drafts ? known : known.filter(({ state }) => state === 'final'), districts, domains);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));

  const book: Book = {
    site,
    yearbooks: parts.yearbook
      .map((part) => buildYearbook(part, parts, entries, { districts, domains }))
      .sort((a, b) => Number(a.year) - Number(b.year)),
    districts,
    domains,
    sources: new Map(parts.sources.flatMap(({ items }) => items).map((source) => [source.id, source])),
    entries,
    byId,
    seenFrom: linkReferences(entries, byId),
    aliases: new Map(entries.flatMap((entry) => entry.aliases.map((alias) => [alias, entry] as const))),
    documents: collectDocuments(entries),
    glossary: compileGlossary(parts.glossary.flatMap(({ items }) => items), entries),
    pictures: new Map(parts.picture.map((picture) => [picture.file, picture])),
  };
  problems.push(...checkGlossaryUse(parts, book));
  return { book, problems: sortProblems(problems) };
}

function groupParts(parts: Part[]): Parts {
  const grouped: Parts = {
    site: [], districts: [], domains: [], sources: [], glossary: [], events: [], yearbook: [], matter: [], chapter: [],
    entry: [], picture: [], broken: [],
  };
  for (const part of parts) (grouped[part.kind] as Part[]).push(part);
  return grouped;
}

/** Entries whose year, district and domain exist; the others are problems and have no page to stand on. */
function knownEntries(parts: Parts, districts: Book['districts'], domains: Book['domains']): Entry[] {
  const chapters = new Set(parts.chapter.map(({ year, district }) => `${year}/${district}`));
  const years = new Set(parts.yearbook.map(({ year }) => year));
  const districtSlugs = new Set(districts.map(({ slug }) => slug));
  const domainSlugs = new Set(domains.map(({ slug }) => slug));
  return parts.entry
    .map(({ entry }) => entry)
    .filter(
      (entry) =>
        years.has(entry.year) &&
        districtSlugs.has(entry.district) &&
        domainSlugs.has(entry.domain) &&
        chapters.has(`${entry.year}/${entry.district}`),
    );
}

const TYPE_ORDER = ['overview', 'composite', 'single'];

/** Book order: year, districts.yaml, domains.yaml, overview first, `order`, start date, id. */
function sortEntries(entries: Entry[], districts: Book['districts'], domains: Book['domains']): Entry[] {
  const rank = (list: { slug: string }[]) => new Map(list.map(({ slug }, index) => [slug, index]));
  const districtRank = rank(districts);
  const domainRank = rank(domains);
  const isOverview = (entry: Entry) => (entry.type === TYPE_ORDER[0] ? 0 : 1);
  const LAST = Number.MAX_SAFE_INTEGER;
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...entries].sort(
    (a, b) =>
      Number(a.year) - Number(b.year) ||
      districtRank.get(a.district)! - districtRank.get(b.district)! ||
      domainRank.get(a.domain)! - domainRank.get(b.domain)! ||
      isOverview(a) - isOverview(b) ||
      (a.order ?? LAST) - (b.order ?? LAST) ||
      byText(a.dates?.start ?? '9999', b.dates?.start ?? '9999') ||
      byText(a.id, b.id),
  );
}

function buildYearbook(
  part: YearbookPart,
  parts: Parts,
  entries: Entry[],
  order: Pick<Book, 'districts' | 'domains'>,
): Yearbook {
  const { year, fields, body, file } = part;
  const ofYear = entries.filter((entry) => entry.year === year);
  const byDistrict = Map.groupBy(ofYear, ({ district }) => district);
  const chapterParts = new Map(
    parts.chapter.filter((chapter) => chapter.year === year).map((chapter) => [chapter.district, chapter]),
  );
  const matters = (wanted: MatterPart['part']): Matter[] =>
    parts.matter
      .filter((matter) => matter.year === year && matter.part === wanted)
      .sort((a, b) => (a.fields.order ?? 0) - (b.fields.order ?? 0) || (a.slug < b.slug ? -1 : 1));
  return {
    year,
    fields,
    body,
    file,
    chapters: order.districts.flatMap((district) => {
      const chapterPart = chapterParts.get(district.slug);
      return chapterPart ? [buildChapter(chapterPart, district, byDistrict.get(district.slug) ?? [], order.domains)] : [];
    }),
    entries: ofYear,
    front: matters('front'),
    back: matters('back'),
    looseEvents: parts.events.filter((events) => events.year === year).flatMap(({ items }) => items),
  };
}

function buildChapter(
  part: ChapterPart,
  district: Book['districts'][number],
  entries: Entry[],
  domains: Book['domains'],
): Chapter {
  const byDomain = Map.groupBy(entries, ({ domain }) => domain);
  return {
    year: part.year,
    district,
    name: part.fields.nameThen ?? district.name,
    file: part.file,
    fields: part.fields,
    body: part.body,
    entries,
    sections: domains.flatMap((domain) => {
      const inDomain = byDomain.get(domain.slug);
      return inDomain ? [{ domain, entries: inDomain }] : [];
    }),
  };
}
