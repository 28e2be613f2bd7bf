import { chapterOf, districtOf, domainOf, yearbookOf, type Chapter } from '../book/book.ts';
import { chartEntry, type Chart } from '../book/charts.ts';
import { describeCitation, printCitation, type Citation, type PrintedCitation } from '../book/citation.ts';
import { citationFormats } from '../book/citation-files.ts';
import { formatDate, formatDates } from '../book/format.ts';
import { pilotLevelName } from '../book/pilot-levels.ts';
import { relatedEntries } from '../book/related.ts';
import type { Entry } from '../entry/parse.ts';
import { renderBody, type RenderedBody } from '../markdown/render.ts';
import { sectionUrl } from './chapter.ts';
import { viewFigureTable, type FigureTable } from './figure-table.ts';
import type { Crumb, SiteContext } from './site-context.ts';
import { viewSources, type SourceLine } from './sources.ts';
import { articleData, breadcrumbData, type StructuredData } from './structured-data.ts';

export interface ReferenceLine {
  title: string;
  url: string;
  lang: string;
  /** Where it stands, as far as it differs from here: 2018年 某区. */
  place?: string;
  why?: string;
}

export interface EntryView {
  id: string;
  title: string;
  lang: string;
  draft: boolean;
  description: string;
  crumbs: Crumb[];
  domain: string;
  localDomain?: string;
  dates: string;
  lead: string[];
  partners: string[];
  pilot?: { level: string; name: string; details: string };
  body: RenderedBody;
  figures: FigureTable;
  charts: Chart[];
  events: { date: string; text: string }[];
  documents: { title: string; url: string; details: string }[];
  sources: SourceLine[];
  see: ReferenceLine[];
  seenFrom: ReferenceLine[];
  related: ReferenceLine[];
  errata: { date: string; was: string; now: string }[];
  /** 纸本页码, with the way to that page of the PDF. */
  printed?: { folio: string; url: string };
  citation: PrintedCitation & { about: Citation; files: { name: string; url: string }[] };
  data: StructuredData[];
  reportUrl: string;
  chapter: { title: string; url: string; sections: { name: string; url: string; current: boolean }[] };
  previous?: { title: string; url: string; lang: string };
  next?: { title: string; url: string; lang: string };
}

export function viewEntry(context: SiteContext, entry: Entry, neighbours: { previous?: Entry; next?: Entry }): EntryView {
  const { book, urls, targets, origin } = context;
  const chapter = chapterOf(book, entry);
  const domain = domainOf(book, entry);
  const body = renderBody(entry.body.tree, entry.file, targets);
  const url = urls.entry(entry.id);
  const folio = context.folios?.entries[entry.id];
  const citation = describeCitation(book, entry, { url: origin && `${origin}${url}`, folio: folio?.folio });
  const crumbs = [
    { label: `${entry.year}年`, url: urls.year(entry.year) },
    { label: chapter.name, url: urls.chapter(entry.year, entry.district) },
    { label: domain.name, url: sectionUrl(urls, chapter, domain.slug) },
  ];
  const neighbour = (other?: Entry) => other && { title: other.title, url: urls.entry(other.id), lang: other.lang };
  return {
    id: entry.id,
    title: entry.title,
    lang: entry.lang,
    draft: entry.state === 'draft',
    description: entry.summary ?? `${entry.year}年${chapter.name}${domain.name}：${entry.title}`,
    crumbs,
    domain: domain.name,
    localDomain: entry.localDomain === domain.name ? undefined : entry.localDomain,
    dates: entry.dates?.start || entry.dates?.end ? formatDates(entry.dates) : `${entry.year}年`,
    lead: entry.lead,
    partners: entry.partners,
    pilot: entry.pilot && {
      level: pilotLevelName(entry.pilot.level),
      name: entry.pilot.name,
      details: [
        entry.pilot.grantedBy,
        entry.pilot.date && formatDate(entry.pilot.date),
        entry.pilot.status,
      ].filter(Boolean).join('，'),
    },
    body,
    figures: viewFigureTable(entry.figures, entry.year),
    charts: chartEntry(entry),
    events: entry.events.map(({ date, text }) => ({ date: formatDate(date), text })),
    documents: entry.documents.map((document) => {
      const details = [document.issuer, document.number, document.date && formatDate(document.date)].filter(Boolean).join('，');
      return { title: document.title, url: targets.documentUrl(document.title)!, details };
    }),
    sources: viewSources(book, entry.source),
    see: entry.see.flatMap(({ id, why }) => viewReference(context, entry, book.byId.get(id), why)),
    seenFrom: (book.seenFrom.get(entry.id) ?? [])
      .filter(({ entry: other }) => !entry.see.some(({ id }) => id === other.id))
      .flatMap(({ entry: other, why }) => viewReference(context, entry, other, why)),
    related: relatedEntries(book, entry).flatMap(({ entry: other, reason, shared }) =>
      viewReference(context, entry, other, shared ? `${reason}：${shared}` : reason),
    ),
    errata: entry.errata.map(({ date, was, now }) => ({ date: formatDate(date), was, now })),
    printed: folio && { folio: folio.folio, url: `${urls.file(`pdf/${entry.year}.pdf`)}#page=${folio.pdfPage}` },
    citation: {
      ...printCitation(citation),
      about: citation,
      files: citationFormats.map(({ name, extension }) => ({ name, url: urls.citation(entry.id, extension) })),
    },
    data: [articleData(context, entry), breadcrumbData(context, crumbs, entry.title)],
    reportUrl: reportUrl(context, entry),
    chapter: {
      title: `${chapter.name} ${entry.year}`,
      url: urls.chapter(entry.year, entry.district),
      sections: viewSections(context, chapter, entry.domain),
    },
    previous: neighbour(neighbours.previous),
    next: neighbour(neighbours.next),
  };
}

/** Each entry with the one before and after it in its volume. */
export function entriesWithNeighbours({ book }: SiteContext): { entry: Entry; previous?: Entry; next?: Entry }[] {
  return book.yearbooks.flatMap(({ entries }) =>
    entries.map((entry, index) => ({ entry, previous: entries[index - 1], next: entries[index + 1] })),
  );
}

function viewSections({ urls }: SiteContext, chapter: Chapter, current: string) {
  return chapter.sections.map(({ domain }) => ({
    name: domain.name,
    url: sectionUrl(urls, chapter, domain.slug),
    current: domain.slug === current,
  }));
}

function viewReference({ book, urls }: SiteContext, from: Entry, to: Entry | undefined, why?: string): ReferenceLine[] {
  if (!to) return [];
  const district = to.district === from.district ? '' : districtOf(book, to).name;
  const year = to.year === from.year ? '' : `${to.year}年`;
  return [{ title: to.title, url: urls.entry(to.id), lang: to.lang, place: [year, district].filter(Boolean).join(' '), why }];
}

/** The publisher's own form, told which entry is meant; without one, the page that says how to report. */
function reportUrl({ book, urls }: SiteContext, entry: Entry): string {
  const { reportUrl: form } = book.site;
  if (!form) return `${urls.section('about')}#correct`;
  const subject = `${yearbookOf(book, entry).fields.title}“${entry.title}”（${entry.id}）`;
  const name = form.startsWith('mailto:') ? 'subject' : 'title';
  return `${form}${form.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(subject)}`;
}
