import { Feed } from 'feed';
import type { Book } from '../../book/book.ts';
import { collectErrata } from '../../book/errata.ts';
import type { Urls } from '../../urls.ts';

/** News is what readers subscribe to: the latest of it. */
const MOST_ITEMS = 50;

interface NewsItem {
  id: string;
  title: string;
  link: string;
  description: string;
  date: Date;
}

export const renderAtom = (book: Book, urls: Urls, origin: string): string => buildFeed(book, urls, origin, ({ title }) => escape(title)).atom1();

/** A title travels as HTML in Atom, in JSON Feed as it is. */
export const renderJsonFeed = (book: Book, urls: Urls, origin: string): string => buildFeed(book, urls, origin, ({ title }) => title).json1();

/**
 * The site's news — volumes and errata, the latest first — for feed readers. Dates are those of the Book, never the
 * clock's, so that the same content makes the same feed.
 */
function buildFeed(book: Book, urls: Urls, origin: string, titleOf: (item: NewsItem) => string): Feed {
  const { title, publisher, description, licence } = book.site;
  const home = `${origin}${urls.home()}`;
  const items = collectNews(book, urls, origin);
  const feed = new Feed({
    title,
    description: description ?? title,
    id: home,
    link: home,
    language: 'zh-Hans',
    favicon: `${origin}${urls.file('favicon.svg')}`,
    copyright: licence ?? publisher,
    updated: items[0]?.date ?? new Date(0),
    generator: '改革年鉴',
    feedLinks: { atom: `${origin}${urls.file('feed.xml')}`, json: `${origin}${urls.file('feed.json')}` },
    author: { name: publisher },
  });
  for (const item of items) feed.addItem({ ...item, title: titleOf(item), description: escape(item.description) });
  return feed;
}

function collectNews(book: Book, urls: Urls, origin: string): NewsItem[] {
  const volumes = book.yearbooks.map(({ year, fields, chapters, entries }): NewsItem => ({
    id: `${origin}${urls.year(year)}`,
    title: fields.title,
    link: `${origin}${urls.year(year)}`,
    description: `${chapters.length}个区篇，${entries.length}个条目`,
    // A volume appears the year after its record year at the earliest.
    date: dayOf(fields.published ?? `${year}-12-31`),
  }));
  const errata = collectErrata(book.entries).map(({ entry, date, was, now }, index, all): NewsItem => {
    const link = `${origin}${urls.entry(entry.id)}`;
    const before = all.slice(0, index).filter((other) => other.entry === entry && other.date === date).length;
    return {
      id: `${link}#erratum-${date}${before > 0 ? `-${before + 1}` : ''}`,
      title: `勘误：${entry.title}`,
      link,
      description: `“${was}”更正为“${now}”`,
      date: dayOf(date),
    };
  });
  return [...volumes, ...errata].sort((a, b) => b.date.getTime() - a.date.getTime() || (a.id < b.id ? -1 : 1)).slice(0, MOST_ITEMS);
}

/** A date of any length as its first day. */
const dayOf = (date: string): Date => new Date(`${date}${'-01'.repeat(3 - date.split('-').length)}T00:00:00Z`);

/** Descriptions travel as HTML. */
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
