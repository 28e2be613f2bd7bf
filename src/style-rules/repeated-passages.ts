import type { Book } from '../book/book.ts';
import { problem, type Problem } from '../problem.ts';
import { chapterBodies, runsOfBody, type Run } from './body-texts.ts';
import { findRepeats, type Repeat } from './fingerprints.ts';
import { HIDDEN, hideQuotations } from './mask.ts';

/**
 * Characters, marks not counted, that two paragraphs may share before it is one text twice. Names of documents and
 * organisations and words in quotation marks are shared by right and end a run.
 */
export const LONGEST_SHARED = 25;

/** Paragraphs told twice in any two chapters; each later one is named once, with its longest shared run. */
export function checkRepeatedPassages(book: Book): Problem[] {
  const names = namesByFile(book);
  const runs = chapterBodies(book).flatMap((source) => {
    const allowed = names.get(source.file) ?? [];
    return runsOfBody(source)
      .filter(({ text }) => text.length >= LONGEST_SHARED)
      .map((run) => ({ ...run, open: hideNames(hideQuotations(run.text), allowed) }));
  });
  return findRepeats(runs.map(({ open }) => open), LONGEST_SHARED).map((repeat) => describe(repeat, runs));
}

function describe({ run, other, length, start, end }: Repeat, runs: Run[]): Problem {
  const { text, place } = runs[run]!;
  const first = runs[other]!.place;
  return problem('repeat/passage', place, { other: `${first.file}:${first.line}`, length, value: text.slice(start, end) });
}

function namesByFile(book: Book): Map<string, string[]> {
  return new Map(
    book.entries.map(({ file, lead, partners, documents, pilot }) => [
      file,
      [...lead, ...partners, ...documents.map(({ title }) => title), ...(pilot ? [pilot.name] : [])],
    ]),
  );
}

const hideNames = (text: string, names: string[]): string =>
  names.reduce((rest, name) => rest.replaceAll(name, HIDDEN.repeat(name.length)), text);
