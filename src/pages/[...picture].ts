import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { loadSite } from '../site.ts';

/** Pictures of the content folder, at the path they have in it. */
export async function getStaticPaths() {
  const { book } = await loadSite();
  return [...book.pictures.keys()].map((picture) => ({ params: { picture } }));
}

const TYPES: Record<string, string> = {
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif', svg: 'image/svg+xml',
};

export const GET: APIRoute = async ({ params }) => {
  const path = params['picture']!;
  const bytes = await readFile(join(process.env['CONTENT_DIR'] ?? 'content', path));
  const type = TYPES[path.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream';
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } });
};
