import { problem, type Problem } from '../problem.ts';
import { findEdits, type Edit } from './edits.ts';
import { blocksOf, type Passage } from './passage.ts';

/** Everything about marks and widths: what `npm run fix` can mend, and the two matters it leaves to the editor. */
export function checkTypography(passage: Passage): Problem[] {
  return [...checkEdits(passage), ...checkStraightQuotes(passage), ...checkFullWidthDigits(passage)];
}

/** One problem a paragraph and rule: a pasted report with a hundred half-width commas is one thing to mend, not a hundred. */
function checkEdits(passage: Passage): Problem[] {
  const edits = findEdits(passage);
  if (edits.length === 0) return [];
  const blocks = passage.role === 'body' ? blocksOf(passage) : [{ start: 0, end: passage.text.length }];
  return blocks.flatMap(({ start, end }) => {
    const inBlock = Map.groupBy(edits.filter((edit) => edit.start >= start && edit.start < end), ({ rule }) => rule);
    return [...inBlock.values()].flatMap((found) => (found[0]!.rule === 'style/range' ? found : found.slice(0, 1)).map((edit) => describe(passage, edit, found.length)));
  });
}

function describe(passage: Passage, { rule, start, end, replacement }: Edit, count: number): Problem {
  const { text } = passage;
  const at = passage.place(start);
  if (rule === 'style/range') {
    const from = /[\d.:]+[%％]?\p{Script=Han}{0,2}$/u.exec(text.slice(0, start))![0];
    const to = /^(?:\d{1,2}:\d{2}|[\d.]*\S?)/u.exec(text.slice(end))![0];
    return problem(rule, at, { value: from + text.slice(start, end) + to, suggestion: from + replacement + to });
  }
  if (rule === 'style/space') return problem(rule, at, { value: text.slice(start - 1, end + 1), count });
  return problem(rule, at, { value: text.slice(start, end).trim(), count });
}

/** Which of two straight quotes opens is for the editor to say, so they are not fixed. */
function checkStraightQuotes({ text, plain, place }: Passage): Problem[] {
  return [...plain.matchAll(/"([^"\n]*\p{Script=Han}[^"\n]*)"/gu)].map(({ 0: value, index }) =>
    problem('style/straight-quotes', place(index), { value: text.slice(index, index + value.length) }),
  );
}

function checkFullWidthDigits({ open, place }: Passage): Problem[] {
  return [...open.matchAll(/[０-９Ａ-Ｚａ-ｚ]+/g)].map(({ 0: value, index }) => problem('style/full-width-digits', place(index), { value }));
}
