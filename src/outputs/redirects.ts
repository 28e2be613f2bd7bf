import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book } from '../book/book.ts';
import type { Urls } from '../urls.ts';

/** What an old id may look like to become a folder of the site: it is the editor's, and must not lead out of it. */
const SAFE_ID = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;

/** Old ids of entries (`aliases`) keep their address: a page that sends the reader on. Pages that exist stay. */
export async function writeRedirects(book: Book, { urls, origin = '', folder }: { urls: Urls; origin?: string; folder: string }): Promise<void> {
  for (const [alias, entry] of book.aliases) {
    const target = join(folder, alias);
    if (!SAFE_ID.test(alias) || existsSync(join(target, 'index.html'))) continue;
    await mkdir(target, { recursive: true });
    await writeFile(join(target, 'index.html'), renderRedirect(`${urls.entry(entry.id)}`, origin, entry.title, entry.lang));
  }
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
