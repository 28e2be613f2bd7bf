import type { Book } from '../book/book.ts';
import type { Part } from '../book/part.ts';
import { problem, type Problem } from '../problem.ts';

/** Sources that nothing rests on, and sources that nobody could find. */
export function checkSources(book: Book, parts: Part[]): Problem[] {
  const cited = new Set([
    ...book.entries.flatMap(({ source }) => source),
    ...book.yearbooks.flatMap(({ chapters }) => chapters.flatMap(({ fields }) => fields.source)),
  ]);
  return parts.flatMap((part) => {
    if (part.kind !== 'sources') return [];
    return part.items.flatMap((source, index) => {
      const [line, column] = part.places[String(index)] ?? [1, 1];
      const place = { file: part.file, line, column };
      const { id, publication, author, date, url } = source;
      return [
        ...(cited.has(id) ? [] : [problem('source/unused', place, { value: id })]),
        ...(publication || author || date || url ? [] : [problem('source/incomplete', place, { value: id })]),
      ];
    });
  });
}
