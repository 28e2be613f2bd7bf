import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Yearbook } from '../../book/book.ts';
import { problem, type Place, type Problem } from '../../problem.ts';
import { readCoverage } from './fonts.ts';
import type { VolumeData } from './volume.ts';

let covers: ((codePoint: number) => boolean) | undefined;

/** Characters of a volume that the faces of the book cannot print. */
export function unprintableCharacters(volume: VolumeData): string[] {
  const characters = new Set(JSON.stringify(volume).replace(/\\u[0-9a-f]{4}/g, ''));
  // The joiners and breaks of `printText` draw nothing; plain letters are known to be there.
  const doubtful = [...characters].filter((character) => !/[\u0000-\u007E\u200B\u2060]/.test(character));
  if (doubtful.length === 0) return [];
  covers ??= readCoverage();
  return doubtful.filter((character) => !covers!(character.codePointAt(0)!));
}

/** Where those characters stand in the content folder: the first place in each file. */
export async function checkPrintable(contentDir: string, yearbook: Yearbook, characters: string[]): Promise<Problem[]> {
  if (characters.length === 0) return [];
  const { year, file, chapters, entries, front, back } = yearbook;
  const files = [
    'site.yaml', 'districts.yaml', 'domains.yaml', 'sources.yaml', 'glossary.yaml', file, `${year}/events.yaml`,
    ...front.map(({ slug }) => `${year}/front/${slug}.md`),
    ...back.map(({ slug }) => `${year}/back/${slug}.md`),
    ...chapters.map((chapter) => chapter.file),
    ...entries.map((entry) => entry.file),
  ];
  const problems: Problem[] = [];
  const unplaced = new Set(characters);
  for (const name of files) {
    const text = await readFile(join(contentDir, name), 'utf8').catch(() => '');
    for (const character of characters) {
      const at = text.indexOf(character);
      if (at === -1) continue;
      const lines = text.slice(0, at).split('\n');
      const place = { file: name, line: lines.length, column: [...lines.at(-1)!].length + 1 };
      problems.push(glyphProblem(character, place));
      unplaced.delete(character);
    }
  }
  const start = { file, line: 1, column: 1 };
  return [...problems, ...[...unplaced].map((character) => glyphProblem(character, start))];
}

function glyphProblem(character: string, place: Place): Problem {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return problem('print/glyph', place, { value: character, code });
}
