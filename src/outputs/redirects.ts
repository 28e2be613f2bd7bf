import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book } from '../book/book.ts';
import type { Urls } from '../urls.ts';

/** What an old id may look like to become a folder of the site: it is the editor's, and must not lead out of it. */
const SAFE_ID = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;

interface Reader {
  urls: Urls;
  origin?: string;
}

/** Old ids of entries (`aliases`) keep their address: a page that sends the reader on. Pages that exist stay. */
export async function writeRedirects(book: Book, { folder, ...reader }: Reader & { folder: string }): Promise<void> {
  for (const alias of book.aliases.keys()) {
    const target = join(folder, alias);
    const page = redirectPage(book, alias, reader);
    if (!page || existsSync(join(target, 'index.html'))) continue;
    await mkdir(target, { recursive: true });
    await writeFile(join(target, 'index.html'), page);
  }
}

/** The page at an old id; nothing where no entry had it, or it could be no folder of the site. */
export function redirectPage(book: Book, alias: string, { urls, origin = '' }: Reader): string | undefined {
  const entry = book.aliases.get(alias);
  return entry && SAFE_ID.test(alias) ? renderRedirect(urls.entry(entry.id), origin, entry.title, entry.lang) : undefined;
}

function renderRedirect(url: string, origin: string, title: string, lang: string): string {
  const safeTitle = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>本条已改网址</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${url}">
<link rel="canonical" href="${origin}${url}">
</head>
<body>
<main>
<h1>本条已改网址</h1>
<p>现在的位置：<a href="${url}" lang="${lang}">${safeTitle}</a></p>
</main>
</body>
</html>
`;
}
