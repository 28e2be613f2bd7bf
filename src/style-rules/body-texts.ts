import type { Book } from '../book/book.ts';
import { textRuns, type Body } from '../entry/body.ts';
import type { Place } from '../problem.ts';

/** A paragraph, heading or table cell of the book with where it begins. */
export interface Run {
  text: string;
  place: Place;
}

export function runsOfBody({ file, body }: { file: string; body: Body }): Run[] {
  return textRuns(body.tree).map((text, index) => {
    const [line, column] = body.runPlaces[index] ?? [1, 1];
    return { text, place: { file, line, column } };
  });
}

type Source = { file: string; body: Body };

/** Chapters with their entries. Front and back matter stays much the same from volume to volume, and is left out. */
export const chapterBodies = (book: Book): Source[] =>
  book.yearbooks.flatMap(({ chapters }) => chapters.flatMap((chapter) => [chapter, ...chapter.entries]));

/** Every body of the book, in book order. */
export const allBodies = (book: Book): Source[] => [
  ...book.yearbooks.flatMap((yearbook) => [yearbook, ...yearbook.front, ...yearbook.back]),
  ...chapterBodies(book),
];
