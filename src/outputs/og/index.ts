import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Book } from '../../book/book.ts';
import { formatCount } from '../../book/format.ts';
import { renderPicture, type PictureText } from './picture.ts';

/** Part of the cache key: pictures of another drawing are not to be found again. */
const DRAWING = '1';

/** One picture for the site, each yearbook, each chapter and each domain, by name; entries show their chapter's. */
export function listPictures(book: Book): Map<string, PictureText> {
  const { title: site, accent, publisher } = book.site;
  const pictures = new Map<string, PictureText>();
  const add = (name: string, text: Omit<PictureText, 'site' | 'accent'>) => pictures.set(name, { ...text, site, accent });
  const count = (entries: number) => `${formatCount(entries)}个条目`;
  add('site', { title: site, below: `${book.yearbooks.length}卷　${count(book.entries.length)}`, above: publisher === site ? undefined : publisher });
  for (const { year, fields, chapters, entries } of book.yearbooks) {
    add(year, { title: fields.title, below: `${chapters.length}个区篇　${count(entries.length)}` });
    for (const { district, name, entries: ofChapter } of chapters) {
      const place = [...new Set([district.province, district.city])].join('　');
      add(`${year}-${district.slug}`, { title: `${name} ${year}`, above: place, below: count(ofChapter.length) });
    }
  }
  for (const { slug, name } of book.domains) add(`domain-${slug}`, { title: name, above: '改革领域' });
  return pictures;
}

/** Writes every picture; one whose text has not changed comes from the cache. */
export async function writePictures(book: Book, { folder, cache }: { folder: string; cache: string }): Promise<void> {
  const kept = join(cache, 'pictures');
  await mkdir(kept, { recursive: true });
  await mkdir(join(folder, 'og'), { recursive: true });
  const pictures = [...listPictures(book)].map(([name, text]) => {
    const digest = createHash('sha256').update(DRAWING + JSON.stringify(text)).digest('hex').slice(0, 24);
    return { name, text, file: join(kept, `${digest}.png`) };
  });
  const missing = pictures.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) {
    const font = await cutFont(missing.map(({ text }) => text), kept);
    for (const { text, file } of missing) await writeFile(file, renderPicture(text, font));
  }
  for (const { name, file } of pictures) await copyFile(file, join(folder, 'og', `${name}.png`));
}

/** One picture by its name; nothing for a name no picture has. */
export async function makePicture(book: Book, name: string, cache: string): Promise<Uint8Array | undefined> {
  const text = listPictures(book).get(name);
  if (!text) return undefined;
  const kept = join(cache, 'pictures');
  await mkdir(kept, { recursive: true });
  return renderPicture(text, await cutFont([text], kept));
}

/** The book's font cut down to what the pictures write: the whole of it is read anew for each picture. */
async function cutFont(texts: PictureText[], folder: string): Promise<string> {
  const whole = await readFile(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'));
  const characters = texts.flatMap(({ title, above = '', below = '', site }) => [title, above, below, site]).join('');
  const file = join(folder, 'font.ttf');
  await writeFile(file, await subsetFont(whole, characters, { targetFormat: 'truetype' }));
  return file;
}
