import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check-content.ts';
import { readSettings } from '../../src/settings.ts';
import { all, attribute, builtFiles, builtPages, site, textOf, type BuiltPage } from './built-pages.ts';

const { book } = await checkContent(readSettings([], {}).settings);
const entries = book!.entries;

/** Pages of which something is not so, by name. */
const where = (isSo: (page: BuiltPage) => boolean): string[] => builtPages.filter((page) => !isSo(page)).map(({ file }) => file);

const isRedirect = (page: BuiltPage) => page.elements.some((element) => attribute(element, 'httpEquiv') === 'refresh');

describe('every page', () => {
  test('has one h1 with words in it', () => {
    expect(where((page) => isRedirect(page) || (all(page, 'h1').length === 1 && textOf(all(page, 'h1')[0]) !== ''))).toEqual([]);
  });

  test('has a title that ends with the name of the site', () => {
    expect(where((page) => isRedirect(page) || textOf(all(page, 'title')[0]).endsWith(book!.site.title))).toEqual([]);
  });

  test('has a title of its own; the pages of one list share theirs', () => {
    const titles = builtPages.filter((page) => !isRedirect(page) && !/\/page\/\d+\//.test(page.url)).map((page) => textOf(all(page, 'title')[0]));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('has a description, and tells search engines the way down that it shows', () => {
    const described = (page: BuiltPage) => page.elements.some((element) => attribute(element, 'name') === 'description' && (attribute(element, 'content') ?? '').length > 3);
    expect(where((page) => isRedirect(page) || page.file === '404.html' || described(page))).toEqual([]);
    const told = (page: BuiltPage) => all(page, 'script').flatMap((script) => (attribute(script, 'type') === 'application/ld+json' ? [JSON.parse(textOf(script)) as Record<string, unknown>] : []));
    const shows = (page: BuiltPage) => all(page, 'nav').some((nav) => attribute(nav, 'className') === 'crumbs');
    expect(where((page) => shows(page) === told(page).some((one) => one['@type'] === 'BreadcrumbList'))).toEqual([]);
  });

  test('says its language', () => {
    expect(where((page) => /^zh-Han[st]$/.test(attribute(all(page, 'html')[0], 'lang') ?? ''))).toEqual([]);
  });

  test('has no inline style, no inline handler, no style element', () => {
    const inline = (page: BuiltPage) => page.elements.filter(({ tagName, properties }) => tagName === 'style' || Object.keys(properties).some((name) => name === 'style' || /^on[A-Z]/.test(name)));
    expect(where((page) => inline(page).length === 0)).toEqual([]);
  });

  test('has a content security policy that allows no inline code', () => {
    const policy = (page: BuiltPage) => attribute(page.elements.find((element) => attribute(element, 'httpEquiv')?.toLowerCase() === 'content-security-policy'), 'content') ?? '';
    expect(where((page) => isRedirect(page) || (policy(page).includes("default-src 'self'") && !policy(page).includes('unsafe-inline')))).toEqual([]);
  });

  test('has headings that step down by one', () => {
    const levels = (page: BuiltPage) => page.elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
    expect(where((page) => levels(page).every((level, index, list) => index === 0 || level <= list[index - 1]! + 1))).toEqual([]);
  });

  test('has no id twice', () => {
    const ids = (page: BuiltPage) => page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(where((page) => new Set(ids(page)).size === ids(page).length)).toEqual([]);
  });

  test('has words for every picture and a name for every field', () => {
    expect(where((page) => all(page, 'img').every((image) => image.properties['alt'] !== undefined))).toEqual([]);
    const named = (page: BuiltPage) => all(page, 'input').every((input) => attribute(input, 'type') === 'hidden' || attribute(input, 'ariaLabel') || page.elements.some((element) => element.tagName === 'label' && (attribute(element, 'htmlFor') === attribute(input, 'id') || JSON.stringify(element.children).includes(JSON.stringify(input.properties)))));
    expect(where(named)).toEqual([]);
  });

  test('lists no more than 150 entries', () => {
    const hrefs = new Set(entries.map(({ id }) => `${site.base}${id}/`));
    expect(where((page) => new Set(all(page, 'a').flatMap((link) => attribute(link, 'href') ?? []).filter((href) => hrefs.has(href))).size <= 150)).toEqual([]);
  });
});

describe('entries', () => {
  test('each has a page with one article that says which', () => {
    const articles = new Map(builtPages.map((page) => [page.url, all(page, 'article').filter((article) => article.properties['dataEntryId'] !== undefined)]));
    const right = entries.filter(({ id }) => {
      const found = articles.get(`${site.base}${id}/`) ?? [];
      return found.length === 1 && attribute(found[0], 'dataEntryId') === id;
    });
    expect(entries.filter((entry) => !right.includes(entry)).map(({ id }) => id)).toEqual([]);
    expect([...articles.values()].filter((found) => found.length > 0)).toHaveLength(entries.length);
  });

  test('each shows its title and is in its own script', () => {
    const wrong = entries.filter(({ id, title, lang }) => {
      const page = builtPages.find(({ url }) => url === `${site.base}${id}/`)!;
      const article = all(page, 'article')[0];
      return textOf(all(page, 'h1')[0]) !== title || attribute(article, 'lang') !== lang;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('each references the entries it sees, and is led back to from them', () => {
    const linksOf = (id: string) => new Set(all(builtPages.find(({ url }) => url === `${site.base}${id}/`)!, 'a').map((link) => attribute(link, 'href')));
    const missing = entries.flatMap(({ id, see }) =>
      see.flatMap((to) => [
        ...(linksOf(id).has(`${site.base}${to.id}/`) ? [] : [`${id} → ${to.id}`]),
        ...(linksOf(to.id).has(`${site.base}${id}/`) ? [] : [`${to.id} ← ${id}`]),
      ]),
    );
    expect(entries.some(({ see }) => see.length > 0)).toBe(true);
    expect(missing).toEqual([]);
  });

  test('each stands in its chapter, its district and its domain', () => {
    const listedOn = (pattern: RegExp) =>
      new Set(builtPages.filter(({ url }) => pattern.test(url.slice(site.base.length))).flatMap((page) => all(page, 'a').map((link) => attribute(link, 'href'))));
    for (const pattern of [/^\d{4}\/[^/]+\/(page\/\d+\/)?$/, /^districts\/.+/, /^domains\/.+/]) {
      const listed = listedOn(pattern);
      expect(entries.filter(({ id }) => !listed.has(`${site.base}${id}/`)).map(({ id }) => id)).toEqual([]);
    }
  });
});

test('the pages of the readers’ contract are there', () => {
  const wanted = [
    '', 'districts/', 'domains/', 'chronicle/', 'pilots/', 'documents/', 'figures/', 'subjects/', 'glossary/', 'errata/', 'search/', 'handbook/', 'about/', 'data/',
    ...book!.yearbooks.flatMap(({ year, chapters }) => [`${year}/`, ...chapters.map(({ district }) => `${year}/${district.slug}/`)]),
    ...book!.districts.map(({ slug }) => `districts/${slug}/`),
    ...book!.domains.map(({ slug }) => `domains/${slug}/`),
  ].map((path) => `${path}index.html`);
  const files = ['404.html', 'admin/index.html', 'feed.xml', 'feed.json', 'llms.txt', 'sitemap-index.xml', ...['entries.json', 'figures.csv', 'documents.csv', 'events.csv', 'pilots.csv', 'datapackage.json'].map((name) => `data/${name}`)];
  expect([...wanted, ...files].filter((file) => !builtFiles.includes(file))).toEqual([]);
});
