import { expect, test } from 'vitest';
import { attribute, builtFiles, builtPages, site } from './built-pages.ts';

/** Path on the web → the ids of the page there; nothing for a file that is no page. */
const targets = new Map<string, Set<string> | undefined>();
for (const file of builtFiles) targets.set(`${site.base}${file}`, undefined);
for (const { url, elements } of builtPages) targets.set(url, new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])));
// `index.html` of a program's folder is served at the folder too.
for (const file of builtFiles) {
  const folder = `${site.base}${file.replace(/index\.html$/, '')}`;
  if (file.endsWith('index.html') && !targets.has(folder)) targets.set(folder, undefined);
}

interface Link {
  page: string;
  href: string;
}

const links: Link[] = builtPages.flatMap(({ url, elements }) =>
  elements.flatMap((element) =>
    ['href', 'src', 'action'].flatMap((name) => {
      const href = attribute(element, name);
      return href === undefined ? [] : [{ page: url, href }];
    }),
  ),
);

/** What a link within the site leads to; nothing where it leads out. */
function resolve({ page, href }: Link): { path: string; hash: string } | undefined {
  const url = new URL(href, `${site.origin}${page}`);
  if (url.origin !== site.origin) return undefined;
  return { path: decodeURIComponent(url.pathname), hash: url.hash.slice(1) };
}

const report = (dead: Link[]) => dead.slice(0, 20).map(({ page, href }) => `${page} → ${href}`);

test('the crawler sees the site', () => {
  expect(builtPages.length).toBeGreaterThan(140);
  expect(links.length).toBeGreaterThan(builtPages.length * 10);
});

test('every internal link leads to a page or a file that is there, under the base', () => {
  const dead = links.filter((link) => {
    const target = resolve(link);
    return target && !targets.has(target.path);
  });
  expect(report(dead)).toEqual([]);
});

test('every anchor is there', () => {
  const dead = links.filter((link) => {
    const target = resolve(link);
    const ids = target && targets.get(target.path);
    if (!ids || !target.hash) return false;
    // A browser looks for the anchor as it stands first, then decoded.
    return !ids.has(target.hash) && !ids.has(decodeURIComponent(target.hash));
  });
  expect(report(dead)).toEqual([]);
});

test('no link forgets the base', () => {
  const outside = links.filter((link) => {
    const target = resolve(link);
    return target && !target.path.startsWith(site.base);
  });
  expect(report(outside)).toEqual([]);
});

test('no page is an island: each is linked from another', () => {
  // A page names its own address to search engines; that leads nobody to it.
  const linked = new Set(
    builtPages.flatMap(({ url, elements }) =>
      elements
        .filter(({ tagName }) => tagName === 'a')
        .flatMap((element) => resolve({ page: url, href: attribute(element, 'href') ?? '' })?.path ?? [])
        .filter((path) => path !== url),
    ),
  );
  const islands = builtPages.map(({ url }) => url).filter((url) => !linked.has(url) && !url.endsWith('/404.html'));
  expect(islands).toEqual([]);
});

test('links that lead out are of a kind a reader expects', () => {
  const schemes = new Set(links.filter((link) => !resolve(link)).map(({ href }) => /^[a-z]+:/.exec(href)?.[0] ?? href));
  expect([...schemes].filter((scheme) => !['http:', 'https:', 'mailto:', 'data:'].includes(scheme))).toEqual([]);
});

test('the sitemap names every page a search engine should show, and no other', async () => {
  const { readFile } = await import('node:fs/promises');
  const maps = builtFiles.filter((file) => /^sitemap-\d+\.xml$/.test(file));
  const listed = (await Promise.all(maps.map((file) => readFile(`${site.folder}/${file}`, 'utf8')))).flatMap((xml) =>
    [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => decodeURIComponent(new URL(address!).pathname)),
  );
  const shown = builtPages
    .filter(({ elements }) => !elements.some((element) => attribute(element, 'name') === 'robots' && attribute(element, 'content')?.includes('noindex')))
    .filter(({ elements }) => !elements.some((element) => attribute(element, 'httpEquiv') === 'refresh'))
    .map(({ url }) => url)
    // An empty search is nothing to find.
    .filter((url) => !url.endsWith('/search/'));
  expect(listed.sort()).toEqual(shown.sort());
});
