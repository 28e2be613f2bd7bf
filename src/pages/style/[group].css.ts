import type { APIRoute } from 'astro';
import { loadSite } from '../../site.ts';
import { themeCss } from '../../views/theme.ts';

/** One stylesheet for each group of pages that shares a subset of the heading font; the build adds the font to it. */
export async function getStaticPaths() {
  const { book } = await loadSite();
  const chapters = book.yearbooks.flatMap(({ year, chapters }) => chapters.map(({ district }) => `${year}-${district.slug}`));
  return ['site', 'handbook', ...chapters].map((group) => ({ params: { group } }));
}

export const GET: APIRoute = async () => {
  const { book } = await loadSite();
  return new Response(themeCss(book.site.accent), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
