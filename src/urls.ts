/** Every URL shape of the site, once. Paths start at the site's base and end with a slash where they are pages. */
export interface Urls {
  base: string;
  home(): string;
  /** A page of the reference apparatus or the site's own: `glossary`, `about`, `search`… */
  section(name: string, page?: number): string;
  year(year: string, page?: number): string;
  chapter(year: string, district: string, page?: number): string;
  /** `id` is `<year>/<district>/<slug>`. */
  entry(id: string): string;
  district(slug: string, page?: number): string;
  domain(slug: string, page?: number): string;
  /** The events of one district or domain. */
  chronicle(kind: 'district' | 'domain', slug: string, page?: number): string;
  /** A citation of an entry as a file; `extension` is `bib`, `ris` or `json`. */
  citation(id: string, extension: string): string;
  /** A file of the open data, such as `figures.csv`. */
  data(name: string): string;
  /** An OpenGraph picture: `site`, `2015`, `2015-<district>`, `domain-<domain>`. */
  picture(name: string): string;
  search(query?: string): string;
  /** A file of the content folder or of the built site, by its path. */
  file(path: string): string;
}

/** Any way of writing a base path → `/` or `/…/`. */
export function normaliseBase(base: string | undefined): string {
  const path = (base ?? '').replace(/^https?:\/\/[^/]+/, '').split('/').filter(Boolean).join('/');
  return path ? `/${path}/` : '/';
}

export function siteUrls(base: string): Urls {
  const page = (path: string, number?: number) => `${base}${path}/${number && number > 1 ? `page/${number}/` : ''}`;
  return {
    base,
    home: () => base,
    section: (name, number) => page(name, number),
    year: (year, number) => page(year, number),
    chapter: (year, district, number) => page(`${year}/${district}`, number),
    entry: (id) => page(id),
    district: (slug, number) => page(`districts/${slug}`, number),
    domain: (slug, number) => page(`domains/${slug}`, number),
    chronicle: (kind, slug, number) => page(`chronicle/${kind}/${slug}`, number),
    citation: (id, extension) => `${base}${id}/cite.${extension}`,
    data: (name) => `${base}data/${name}`,
    picture: (name) => `${base}og/${name}.png`,
    search: (query) => `${page('search')}${query ? `?q=${encodeURIComponent(query)}` : ''}`,
    file: (path) => `${base}${path.split('/').map(encodeURIComponent).join('/')}`,
  };
}

/** `#…` of a heading, term or document: readable, and the same wherever it is linked from. */
export const anchor = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, '-');
