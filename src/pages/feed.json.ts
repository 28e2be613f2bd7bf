import type { APIRoute } from 'astro';
import { renderJsonFeed } from '../outputs/data/feed.ts';
import { loadSite } from '../site.ts';

/** A feed needs full addresses; without them there is none. */
export const GET: APIRoute = async () => {
  const { book, urls, origin } = await loadSite();
  if (!origin) return new Response(null, { status: 404 });
  return new Response(renderJsonFeed(book, urls, origin), { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
};
