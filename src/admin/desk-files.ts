import type { APIRoute } from 'astro';
import { loadSite } from '../site.ts';
import { deskConfig } from './desk-config.ts';
import { startScript } from './start-script.ts';
import { vendoredFiles, type ServedFile } from './vendored-cms.ts';

const TYPES = { js: 'text/javascript; charset=utf-8', json: 'application/json; charset=utf-8', woff2: 'font/woff2' };

type Extension = keyof typeof TYPES;

/** Everything the page of the browser editor fetches: all of it stands beside the page. */
async function files(): Promise<ServedFile[]> {
  const { book, urls } = await loadSite();
  const contentDir = process.env['CONTENT_DIR'] ?? 'content';
  return [
    { name: 'config.json', read: async () => JSON.stringify(deskConfig(book, { base: urls.base, contentDir })) },
    { name: 'start.js', read: startScript },
    ...(await vendoredFiles(urls.base)),
  ];
}

/** Static paths of the files with this extension. (The dev server serves a route without an extension with a slash only.) */
export const deskPaths = async (extension: Extension) =>
  (await files())
    .filter(({ name }) => name.endsWith(`.${extension}`))
    .map(({ name }) => ({ params: { name: name.slice(0, -extension.length - 1) } }));

export const deskResponse = (extension: Extension): APIRoute => async ({ params }) => {
  const file = (await files()).find(({ name }) => name === `${params['name']}.${extension}`);
  if (!file) return new Response(null, { status: 404 });
  const content = await file.read();
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), { headers: { 'Content-Type': TYPES[extension] } });
};
