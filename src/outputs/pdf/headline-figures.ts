import type { Chapter } from '../../book/book.ts';
import type { Entry } from '../../entry/parse.ts';
import type { Figure } from '../../entry/schema.ts';

/** Figures that open a chapter: what overview entries count first, then what changed, then one from each domain. */
export function headlineFigures(chapter: Chapter, limit = 6): { entry: Entry; figure: Figure }[] {
  const all = chapter.entries.flatMap((entry) => entry.figures.map((figure) => ({ entry, figure })));
  const firstOfDomain = chapter.sections.flatMap(({ entries }) => {
    const entry = entries.find(({ figures }) => figures.length > 0);
    return entry ? [{ entry, figure: entry.figures[0]! }] : [];
  });
  const candidates = [
    ...all.filter(({ entry }) => entry.type === 'overview'),
    ...all.filter(({ figure }) => figure.before !== undefined),
    ...firstOfDomain,
    ...all,
  ];
  const chosen = new Map<Figure, { entry: Entry; figure: Figure }>();
  const names = new Set<string>();
  for (const candidate of candidates) {
    if (chosen.size === limit) break;
    if (names.has(candidate.figure.name)) continue;
    names.add(candidate.figure.name);
    chosen.set(candidate.figure, candidate);
  }
  return all.filter(({ figure }) => chosen.has(figure));
}
