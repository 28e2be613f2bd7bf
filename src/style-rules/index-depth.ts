import type { Book } from '../book/book.ts';
import { compileSubjectIndex } from '../book/subject-index.ts';
import { placeOf } from '../entry/parse.ts';
import { problem, type Problem } from '../problem.ts';

/** Headings of the 主题索引 for each entry, on average, below which readers find too little. */
export const INDEX_DEPTH = 1.5;

/** How many headings of the printed index lead to the entries of each chapter. */
export function checkIndexDepth(book: Book): Problem[] {
  const depth = new Map(book.entries.map(({ id }) => [id, 0]));
  for (const { entries } of compileSubjectIndex(book.entries, book.glossary)) {
    for (const { id } of entries) depth.set(id, (depth.get(id) ?? 0) + 1);
  }
  const chapters = book.yearbooks.flatMap((yearbook) => yearbook.chapters);
  return chapters.flatMap(({ file, entries }) => {
    if (entries.length === 0) return [];
    const total = entries.reduce((sum, { id }) => sum + depth.get(id)!, 0);
    const mean = total / entries.length;
    return [
      ...entries.filter(({ id, state }) => depth.get(id) === 0 && state === 'final').map((entry) => problem('index/none', placeOf(entry, 'title'))),
      ...(mean < INDEX_DEPTH
        ? [problem('index/shallow', { file, line: 1, column: 1 }, { depth: Math.floor(mean * 10) / 10, limit: INDEX_DEPTH })]
        : []),
    ];
  });
}
