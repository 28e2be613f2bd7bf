import type { APIRoute } from 'astro';
import { dataFiles } from '../../outputs/data/index.ts';
import { loadSite } from '../../site.ts';

/** The files of the open data. */
export async function getStaticPaths() {
  const { book, urls, origin, folios } = await loadSite();
  return dataFiles(book, urls, origin, folios).map(({ name }) => ({ params: { file: name } }));
}

export const GET: APIRoute = async ({ params }) => {
  const { book, urls, origin, folios } = await loadSite();
  const { text, type } = dataFiles(book, urls, origin, folios).find(({ name }) => name === params['file'])!;
  return new Response(text, { headers: { 'Content-Type': type } });
};
