import type { Entry } from '../../entry/parse.ts';
import { textRuns } from '../../entry/body.ts';

/** What is searched in one entry: no match crosses from one run into the next. */
export interface SearchRecord {
  title: string;
  runs: string[];
}

/** Lines part the runs in a stored fragment. */
const oneLine = (run: string): string => run.replace(/\s+/g, ' ').trim();

/**
 * Text, tables, captions and footnotes, then figures (name, value with unit, note) and document titles. What only
 * leads elsewhere is left out: sources, cross-references, navigation.
 */
export function recordOf(entry: Entry): SearchRecord {
  const figures = entry.figures.flatMap(({ name, value, before, unit = '', note = '' }) => [
    name,
    `${value}${unit}`,
    before === undefined ? '' : `${before}${unit}`,
    note,
  ]);
  const documents = entry.documents.map(({ title }) => title);
  const runs = [...textRuns(entry.body.tree), ...figures, ...documents].map(oneLine).filter((run) => run !== '');
  return { title: oneLine(entry.title), runs };
}
