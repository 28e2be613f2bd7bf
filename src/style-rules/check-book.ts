import type { Book } from '../book/book.ts';
import type { Part } from '../book/part.ts';
import type { Problem } from '../problem.ts';
import { checkAbbreviations } from './abbreviations.ts';
import { checkFigureConflicts } from './figure-conflicts.ts';
import { checkIndexDepth } from './index-depth.ts';
import { checkRepeatedEvents } from './repeated-events.ts';
import { checkRepeatedPassages } from './repeated-passages.ts';
import { checkSources } from './sources.ts';

/** 体例 across the whole book: what no single file can show. */
export function checkBookStyle(book: Book, parts: Part[]): Problem[] {
  return [
    ...checkAbbreviations(book),
    ...checkFigureConflicts(book),
    ...checkRepeatedPassages(book),
    ...checkRepeatedEvents(book, parts),
    ...checkIndexDepth(book),
    ...checkSources(book, parts),
  ];
}
