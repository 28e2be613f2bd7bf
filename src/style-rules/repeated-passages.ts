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
      .map((run) => ({ ...run, open: hideNames(hideLists(hideQuotations(run.text)), allowed) }));
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

const ORGANISATION = '[\\p{Script=Han}（）]{1,20}?(?:局|委|委员会|委員會|办|辦|办公室|辦公室|部|院|厅|廳|署|中心|公司|街道|[镇鎮乡鄉]|支队|大队)';
const ORGANISATIONS = new RegExp(`(?:${ORGANISATION}、){2,}${ORGANISATION}(?:[和及]${ORGANISATION})?`, 'gu');

/** 区发展和改革局、区财政局、区审计局……: who took part is told in the same words wherever it is told. */
const hideLists = (text: string): string => text.replace(ORGANISATIONS, (list) => HIDDEN.repeat(list.length));

const hideNames = (text: string, names: string[]): string =>
  names.reduce((rest, name) => rest.replaceAll(name, HIDDEN.repeat(name.length)), text);
