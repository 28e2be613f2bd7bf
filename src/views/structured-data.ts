import { chapterOf, districtOf, domainOf, yearbookOf } from '../book/book.ts';
import type { Entry } from '../entry/parse.ts';
import { namedLicence } from '../book/licence.ts';
import type { Crumb, SiteContext } from './site-context.ts';

/** A thing described for search engines in schema.org's words. */
export type StructuredData = Record<string, unknown>;

const absolute = ({ origin = '' }: SiteContext, url: string): string => `${origin}${url}`;

const organisation = (name: string) => ({ '@type': 'Organization', name });

/** An entry as an `Article` of its yearbook. */
export function articleData(context: SiteContext, entry: Entry): StructuredData {
  const { book, urls } = context;
  const { fields, year } = yearbookOf(book, entry);
  const { fields: chapterFields } = chapterOf(book, entry);
  const { name, city, province } = districtOf(book, entry);
  const publisher = organisation(fields.publisher ?? book.site.publisher);
  const editors = fields.editors.length > 0 ? fields.editors.map(organisation) : [organisation(book.site.publisher)];
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': absolute(context, urls.entry(entry.id)),
    url: absolute(context, urls.entry(entry.id)),
    headline: entry.title,
    description: entry.summary,
    inLanguage: entry.lang,
    articleSection: domainOf(book, entry).name,
    keywords: entry.indexTerms.map(({ term }) => term),
    temporalCoverage: entry.dates?.start && entry.dates.end ? `${entry.dates.start}/${entry.dates.end}` : (entry.dates?.start ?? year),
    spatialCoverage: { '@type': 'Place', name, address: [...new Set([province, city, name])].join('') },
    datePublished: fields.published,
    dateModified: entry.errata.map(({ date }) => date).sort().at(-1),
    author: editors,
    publisher,
    license: namedLicence(book.site.licence)?.path,
    isPartOf: { '@type': 'Book', name: fields.title, isbn: fields.isbn, url: absolute(context, urls.year(year)), editor: editors, publisher },
    isBasedOn: [...new Set([...entry.source, ...chapterFields.source])].flatMap((id) => {
      const source = book.sources.get(id);
      return source ? [{ '@type': 'CreativeWork', name: source.title, url: source.url }] : [];
    }),
  };
}

/** The way from the front page down to a page. */
export function breadcrumbData(context: SiteContext, crumbs: Crumb[], here: string): StructuredData {
  const trail = [{ label: context.book.site.title, url: context.urls.home() }, ...crumbs];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...trail.map(({ label, url }, index) => ({ '@type': 'ListItem', position: index + 1, name: label, item: absolute(context, url) })),
      { '@type': 'ListItem', position: trail.length + 1, name: here },
    ],
  };
}

/** The open data as a `Dataset`, with every file to download. */
export function datasetData(context: SiteContext, files: { name: string; url: string; about: string }[]): StructuredData {
  const { book, urls } = context;
  const { site } = book;
  const years = book.yearbooks.map(({ year }) => year);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${site.title}开放数据`,
    description: `${(site.description ?? site.title).replace(/。$/, '')}：全部条目、数据、文件、大事和试点，共${book.entries.length}个条目，${book.districts.length}个区`,
    url: absolute(context, urls.section('data')),
    inLanguage: 'zh-Hans',
    creator: organisation(site.publisher),
    license: namedLicence(site.licence)?.path,
    isAccessibleForFree: true,
    temporalCoverage: years.length > 1 ? `${years[0]}/${years.at(-1)}` : years[0],
    spatialCoverage: [...new Set(book.districts.map(({ province }) => province))].map((name) => ({ '@type': 'Place', name })),
    distribution: files.map(({ name, url, about }) => ({
      '@type': 'DataDownload',
      name: about,
      contentUrl: absolute(context, url),
      encodingFormat: name.endsWith('.csv') ? 'text/csv' : 'application/json',
    })),
  };
}
