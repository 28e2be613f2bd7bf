import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { inThread } from './in-thread.ts';

const FONT = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf');

/** Heaviest heading font a page may ask for; a group whose headings need more is left to the reader's own Song face. */
const LARGEST_FONT = 60_000;

/** One Han glyph of Noto Serif SC 700 takes about 190 bytes; beyond this many the subset need not be tried. */
const MOST_CHARACTERS = 340;

/**
 * WOFF2 is a fifth smaller than WOFF and takes twelve times as long to make (0.3 s a group): the default of a book with
 * few chapters, not of one with hundreds.
 */
const MOST_WOFF2 = 24;

const HEADING = /<(h[1-3])\b[^>]*>(.*?)<\/\1>|class="[^"]*\bsong\b[^"]*"[^>]*>(.*?)<\/(?:a|span|dd)>|<dd>(\d[\d,]*)<\/dd>/gs;
const MARKS = '【】';

/** `makeHeadingFonts` in a thread of its own: compression is slow, and the other outputs need not wait for it. */
export const writeHeadingFonts = (outDir: string, cacheDir: string): Promise<void> =>
  inThread(new URL('heading-font-thread.ts', import.meta.url), { outDir, cacheDir });

/**
 * Gives each page group (the site's own pages, each chapter) a subset of the book's heading font that covers every
 * heading of the built pages, or none: a title is never half in one face and half in another.
 */
export async function makeHeadingFonts(outDir: string, cacheDir: string): Promise<void> {
  const groups = await collectHeadings(outDir);
  const wanted = [...groups]
    .filter(([, characters]) => characters.size <= MOST_CHARACTERS)
    .map(([group, characters]) => ({ group, text: [...characters].sort().join('') }));
  const folder = join(cacheDir, 'heading-fonts');
  await mkdir(folder, { recursive: true });
  const format = wanted.length <= MOST_WOFF2 ? 'woff2' : 'woff';
  const fileOf = (text: string) => join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 24)}.${format}`);
  const missing = wanted.filter(({ text }) => !existsSync(fileOf(text)));
  if (missing.length > 0) {
    // Reading the whole font costs more than any subset: all groups are cut from one common subset.
    const common = await subsetFont(await readFile(FONT), missing.map(({ text }) => text).join(''), { targetFormat: 'truetype' });
    for (const { text } of missing) await writeFile(fileOf(text), await subsetFont(common, text, { targetFormat: format }));
  }
  await mkdir(join(outDir, 'style'), { recursive: true });
  for (const { group, text } of wanted) {
    const subset = await readFile(fileOf(text));
    if (subset.length > LARGEST_FONT) continue;
    await writeFile(join(outDir, 'style', `${group}.${format}`), subset);
    await appendFile(
      join(outDir, 'style', `${group}.css`),
      `@font-face{font-family:'Yearbook Song';src:url('${group}.${format}') format('${format}');font-weight:700;font-display:swap}\n`,
    );
  }
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
