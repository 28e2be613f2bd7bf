import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.pdf': 'application/pdf',
};
const COMPRESSED = new Set(['.html', '.css', '.js', '.json', '.svg']);

/** Serves a built site on the loopback as an ordinary host does: gzip, index.html, 404.html. */
export async function serve(folder: string, base = '/'): Promise<{ origin: string; close(): Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : '\0';
    const file = join(folder, path.endsWith('/') ? join(inside, 'index.html') : inside);
    const found = inside.startsWith('..') ? undefined : await readFile(file).catch(() => undefined);
    const body = found ?? (await readFile(join(folder, '404.html')).catch(() => Buffer.from('')));
    const extension = found ? extname(file) : '.html';
    response.statusCode = found ? 200 : 404;
    response.setHeader('Content-Type', TYPES[extension] ?? 'application/octet-stream');
    if (COMPRESSED.has(extension)) response.setHeader('Content-Encoding', 'gzip');
    response.end(COMPRESSED.has(extension) ? gzipSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
