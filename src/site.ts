import type { Book } from './book/book.ts';
import { checkContent } from './check-content.ts';
import { handedOver, handOver, type HandedContent } from './checked-content.ts';
import { linkTargets } from './markdown/link-targets.ts';
import { formatProblem, isError, type Problem } from './problem.ts';
import { readSettings } from './settings.ts';
import { siteUrls } from './urls.ts';
import type { SiteContext } from './views/site-context.ts';

/** The site with what is wrong in it: an editor at work sees both. */
export interface Site extends SiteContext {
  problems: Problem[];
}

let made: { from: Book; site: Site } | undefined;

/**
 * The Book with all that pages need of it. It is read and checked once, by the build script or at each change by the
 * dev server; pages only take it.
 * @throws where the content folder holds no book, or a site to be published would be wrong
 */
export async function loadSite(): Promise<Site> {
  const { book, problems, folios }: HandedContent = handedOver() ?? (await readContent());
  const errors = problems.filter(isError);
  if (!book || (import.meta.env.PROD && errors.length > 0)) {
    throw new Error(errors.map((error) => formatProblem(error, process.env['CONTENT_DIR'] ?? 'content')).join('\n'));
  }
  if (made?.from !== book) {
    const { base, site: origin, pdf } = readSettings([], process.env).settings;
    const urls = siteUrls(base);
    const volumes = folios ? pdf : 'none';
    made = { from: book, site: { book, urls, targets: linkTargets(book, urls), origin, problems, folios, volumes } };
  }
  return made.site;
}

/** Where Astro was started by hand, without a script in front. */
async function readContent() {
  const content = await checkContent(readSettings([], process.env).settings);
  handOver(content);
  return content;
}
