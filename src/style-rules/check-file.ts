import type { Part } from '../book/part.ts';
import type { Problem } from '../problem.ts';
import { checkChanges } from './changes.ts';
import { checkHectares } from './hectares.ts';
import { checkMarkdownTraps } from './markdown-traps.ts';
import { passagesOf, type Passage } from './passage.ts';
import { checkShares } from './shares.ts';
import { checkShortNames } from './short-names.ts';
import { checkSums } from './sums.ts';
import { checkTextAgainstTables } from './text-and-table.ts';
import { checkTitle } from './title.ts';
import { checkTypography } from './typography.ts';
import { checkWords } from './words.ts';

const CHECKS: ((passage: Passage) => Problem[])[] = [
  checkTitle,
  checkWords,
  checkTypography,
  checkMarkdownTraps,
  checkHectares,
  checkSums,
  checkChanges,
  checkShares,
  checkTextAgainstTables,
  checkShortNames,
];

/** 体例 within one file. `text` is the whole file as `readText` gives it, `part` what it was parsed to. */
export function checkFileStyle(text: string, part: Part): Problem[] {
  return passagesOf(text, part).flatMap((passage) => CHECKS.flatMap((check) => check(passage)));
}
