import { districtOf, domainOf, type Book } from '../../book/book.ts';
import type { Folios } from '../../book/folio.ts';
import { textRuns } from '../../entry/body.ts';
import type { Urls } from '../../urls.ts';

/** Every entry with its fields and its text as plain paragraphs: the whole yearbook in one JSON document. */
export function renderEntriesJson(book: Book, urls: Urls, origin = '', folios?: Folios): string {
  const { title, publisher, licence } = book.site;
  const entries = book.entries.map((entry) => {
    const { name, code, city, province } = districtOf(book, entry);
    const { id, year, lang, type, summary, dates, pilot, lead, partners, localDomain } = entry;
    return {
      id,
      url: `${origin}${urls.entry(id)}`,
      title: entry.title,
      // Page of the printed volume, and the page of its PDF that bears it.
      ...folios?.entries[id],
      year,
      lang,
      type,
      district: { slug: entry.district, code, name, city, province },
      domain: { slug: entry.domain, name: domainOf(book, entry).name, local: localDomain },
      summary,
      dates,
      pilot,
      lead,
      partners,
      text: textRuns(entry.body.tree),
      figures: entry.figures,
      events: entry.events,
      documents: entry.documents,
      indexTerms: entry.indexTerms.map(({ term }) => term),
      see: entry.see,
      seenFrom: (book.seenFrom.get(id) ?? []).map(({ entry: other }) => other.id),
      aliases: entry.aliases,
      errata: entry.errata,
      sources: entry.source.flatMap((source) => book.sources.get(source) ?? []),
    };
  });
  // One entry a line: a file of this size is read with tools for lines as well.
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return `{"title":${JSON.stringify(title)},"publisher":${JSON.stringify(publisher)},"licence":${JSON.stringify(licence ?? null)},"entries":[\n${lines}\n]}\n`;
}
