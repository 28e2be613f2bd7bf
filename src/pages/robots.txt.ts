import type { APIRoute } from 'astro';
import { loadSite } from '../site.ts';

/** Everything may be read; where the sitemap lies. It counts where the site stands at the root of its address. */
export const GET: APIRoute = async () => {
  const { urls, origin } = await loadSite();
  const sitemap = origin ? `\nSitemap: ${origin}${urls.file('sitemap-index.xml')}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
