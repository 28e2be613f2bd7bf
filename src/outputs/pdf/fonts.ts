import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The faces of the book: a Song for text and headings, a Hei for tables, captions and heads. */
const FACES = [
  { package: 'noto-serif-sc', file: '400Regular/NotoSerifSC_400Regular.ttf', family: 'Noto Serif SC' },
  { package: 'noto-serif-sc', file: '700Bold/NotoSerifSC_700Bold.ttf', family: 'Noto Serif SC' },
  { package: 'noto-sans-sc', file: '400Regular/NotoSansSC_400Regular.ttf', family: 'Noto Sans SC' },
  { package: 'noto-sans-sc', file: '500Medium/NotoSansSC_500Medium.ttf', family: 'Noto Sans SC' },
];

const require = createRequire(import.meta.url);

const facePath = (face: (typeof FACES)[number]): string =>
  join(dirname(require.resolve(`@expo-google-fonts/${face.package}/package.json`)), face.file);

/** Versions of the font packages: a new version is a new book. */
export const fontVersions = (): string[] =>
  [...new Set(FACES.map((face) => face.package))].map((name) => {
    const { version } = require(`@expo-google-fonts/${name}/package.json`) as { version: string };
    return `${name}@${version}`;
  });

/**
 * The faces for the compiler, under family names that no machine has installed: Typst loads system fonts too, and a
 * system's own Noto of another version would change the pages. Of the file only the family name is another, and of the
 * same length.
 */
export function readFaces(): Buffer[] {
  return FACES.map((face) => {
    const font = readFileSync(facePath(face));
    renameFamily(font, face.family, face.family.replace('Noto', 'Book'));
    return font;
  });
}

function renameFamily(font: Buffer, from: string, to: string): void {
  const table = fontTable(font, 'name');
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const [old, renamed] = [utf16(from), utf16(to)];
  for (let at = table.indexOf(old); at !== -1; at = table.indexOf(old, at + 2)) renamed.copy(table, at);
}

/** A table of a TrueType font, as a view into it. */
function fontTable(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) !== tag) continue;
    const offset = font.readUInt32BE(record + 8);
    return font.subarray(offset, offset + font.readUInt32BE(record + 12));
  }
  throw new Error(`font without ${tag} table`);
}

/** Whether the faces have a glyph for a character. */
export function readCoverage(): (codePoint: number) => boolean {
  const ranges = FACES.filter(({ file }) => file.includes('Regular')).map((face) => coveredRanges(readFileSync(facePath(face))));
  return (codePoint) => ranges.some((covered) => covered.has(codePoint));
}

/** Code points of the `cmap` table, from its subtable of format 12. */
function coveredRanges(font: Buffer): Set<number> {
  const cmap = fontTable(font, 'cmap');
  const covered = new Set<number>();
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    if (subtable.readUInt16BE(0) !== 12) continue;
    const groups = subtable.readUInt32BE(12);
    for (let group = 0; group < groups; group += 1) {
      const at = 16 + 12 * group;
      const last = subtable.readUInt32BE(at + 4);
      for (let codePoint = subtable.readUInt32BE(at); codePoint <= last; codePoint += 1) covered.add(codePoint);
    }
    return covered;
  }
  return covered;
}
