import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** Heaviest heading font a page may ask for; a group whose headings need more is left to the reader's own Song face. */
const LARGEST_FONT = 60_000;

/** One Han glyph of Noto Serif SC 700 takes about 190 bytes; beyond this many the subset need not be tried. */
const MOST_CHARACTERS = 340;

const HEADING = /<(h[1-3])\b[^>]*>(.*?)<\/\1>|class="[^"]*\bsong\b[^"]*"[^>]*>(.*?)<\/(?:a|span|dd)>|<dd>(\d[\d,]*)<\/dd>/gs;
const MARKS = '【】';

/**
 * Gives each page group (the site's own pages, each chapter) a subset of the book's heading font that covers every
 * heading of the built pages, or none: a title is never half in one face and half in another.
 */
export async function writeHeadingFonts(outDir: string, cacheDir: string): Promise<void> {
  const groups = await collectHeadings(outDir);
  const font = await readFile(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  );
  await mkdir(join(outDir, 'style'), { recursive: true });
  for (const [group, characters] of groups) {
    if (characters.size > MOST_CHARACTERS) continue;
    const subset = await cachedSubset(font, [...characters].sort().join(''), cacheDir);
    if (subset.length > LARGEST_FONT) continue;
    await writeFile(join(outDir, 'style', `${group}.woff2`), subset);
    await appendFile(
      join(outDir, 'style', `${group}.css`),
      `@font-face{font-family:'Yearbook Song';src:url('${group}.woff2') format('woff2');font-weight:700;font-display:swap}\n`,
    );
  }
}

async function cachedSubset(font: Buffer, characters: string, cacheDir: string): Promise<Uint8Array> {
  const folder = join(cacheDir, 'heading-fonts');
  const file = join(folder, `${createHash('sha256').update(characters).digest('hex').slice(0, 24)}.woff2`);
  if (existsSync(file)) return readFile(file);
  const subset = await subsetFont(font, characters, { targetFormat: 'woff2' });
  await mkdir(folder, { recursive: true });
  await writeFile(file, subset);
  return subset;
}

/** Characters set in the heading face, by the group whose stylesheet the page asks for. */
async function collectHeadings(outDir: string): Promise<Map<string, Set<string>>> {
  const groups = new Map<string, Set<string>>();
  const pages = (await readdir(outDir, { recursive: true })).filter((path) => path.endsWith('.html'));
  for (const page of pages) {
    const html = await readFile(join(outDir, page), 'utf8');
    const group = /\/style\/([^"/]+)\.css"/.exec(html)?.[1];
    if (!group) continue;
    const characters = groups.get(group) ?? new Set(MARKS);
    groups.set(group, characters);
    for (const match of html.matchAll(HEADING)) {
      const text = (match[2] ?? match[3] ?? match[4] ?? '').replace(/<[^>]*>/g, '').replace(/&[a-z0-9#]+;/gi, '&"<>');
      for (const character of text) if (character.trim()) characters.add(character);
    }
  }
  return groups;
}
