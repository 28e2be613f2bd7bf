import { getCollection } from 'astro:content';
import { buildBook } from './book/build.ts';
import type { StoredPart } from './content-loader.ts';
import { linkTargets } from './markdown/link-targets.ts';
import { formatProblem, isError, type Problem } from './problem.ts';
import { siteUrls } from './urls.ts';
import type { SiteContext } from './views/site-context.ts';

/** The site with what is wrong in it: an editor at work sees both. */
export interface Site extends SiteContext {
  problems: Problem[];
}

let built: { digest: string; site: Site } | undefined;

/**
 * The Book, built once and again only when a file of the content folder has changed.
 * @throws where a published site would be wrong; the dev server shows the problems instead
 */
export async function loadSite(): Promise<Site> {
  const stored = await getCollection('parts');
  const digest = import.meta.env.PROD ? '' : stored.map((file) => `${file.id} ${file.digest}`).join('\n');
  if (built?.digest !== digest) built = { digest, site: buildSite(stored.map(({ data }) => data as StoredPart)) };
  return built.site;
}

function buildSite(stored: StoredPart[]): Site {
  const { book, problems: bookProblems } = buildBook(stored.flatMap(({ part }) => part ?? []), { drafts: import.meta.env.DEV });
  const problems = [...stored.flatMap(({ problems }) => problems), ...bookProblems];
  const errors = problems.filter(isError);
  if (!book || (import.meta.env.PROD && errors.length > 0)) {
    const folder = process.env['CONTENT_DIR'] ?? 'content';
    throw new Error(errors.map((error) => formatProblem(error, folder)).join('\n'));
  }
  const urls = siteUrls(import.meta.env.BASE_URL);
  return { book, urls, targets: linkTargets(book, urls), origin: import.meta.env.SITE?.replace(/\/$/, ''), problems };
}
