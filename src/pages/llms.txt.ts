import type { APIRoute } from 'astro';
import { renderLlmsTxt } from '../outputs/data/llms-txt.ts';
import { loadSite } from '../site.ts';

export const GET: APIRoute = async () => {
  const { book, urls, origin } = await loadSite();
  return new Response(renderLlmsTxt(book, urls, origin), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
