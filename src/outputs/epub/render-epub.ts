import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Book, Yearbook } from '../../book/book.ts';
import { pictureFile, volumePictures } from '../pdf/pictures.ts';
import { volumeData } from '../pdf/volume.ts';
import { CONTAINER, navDocument, packageDocument, STYLE, type EpubPicture } from './package-files.ts';
import { epubParts } from './parts.ts';

const MEDIA_TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/** A volume as a reflowable EPUB 3, in the order of the printed book. The same content makes the same bytes. */
export async function renderEpub(book: Book, yearbook: Yearbook, { contentDir, file }: { contentDir: string; file: string }): Promise<void> {
  const volume = volumeData(book, yearbook, 'book');
  const pictures = volumePictures(book, yearbook);
  const names = new Map(pictures.map(({ path }, index) => [path, `${index + 1}${extname(path).toLowerCase()}`]));
  const parts = epubParts(volume, (path) => names.get(path)!);
  const inEpub: EpubPicture[] = [...names.values()].map((name) => ({ name, mediaType: MEDIA_TYPES[extname(name)]! }));
  const files: Zippable = {
    // A reading system looks for the type at the very start of the file, as plain bytes.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'EPUB/package.opf': strToU8(packageDocument(volume, parts, inEpub, yearbook.fields.isbn)),
    'EPUB/nav.xhtml': strToU8(navDocument(parts)),
    'EPUB/style.css': strToU8(STYLE),
  };
  for (const part of parts) files[`EPUB/${part.file}`] = strToU8(part.xhtml);
  for (const [path, name] of names) {
    const picture = await readFile(pictureFile(contentDir, path));
    files[`EPUB/pictures/${name}`] = [name.endsWith('.svg') ? strToU8(withoutScript(picture.toString('utf8'))) : picture, { level: 0 }];
  }
  // The format's earliest date, in whatever zone the machine keeps.
  const zip = zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, zip);
}

/** A drawing as a reading system may take it: EPUB asks that scripts be declared, and a book has none. */
const withoutScript = (svg: string): string =>
  svg.replace(/<script\b[^>]*\/>|<script\b[\s\S]*?<\/script\s*>/gi, '').replace(/\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')/gi, '');
