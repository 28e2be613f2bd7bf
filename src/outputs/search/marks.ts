import type { FoldTable } from './fold.ts';
import type { Word } from './query.ts';
import { segmentsOf, type Segment } from './tokenise.ts';

/** A stretch of the original text, as UTF-16 offsets `[from, to)`, and which of the words stands there. */
export interface Mark {
  from: number;
  to: number;
  word: number;
}

/** Where the words stand in a text as written, in order. Stretches may overlap. */
export function marksIn(text: string, words: Word[], table: FoldTable): Mark[] {
  const segments = segmentsOf(text, table);
  const marks = words.flatMap((word, index) =>
    segments.flatMap((segment) => placesOf(word, segment, text).map(([from, to]) => ({ from, to, word: index }))),
  );
  return marks.sort((a, b) => a.from - b.from || b.to - a.to);
}

function placesOf({ chars, literal }: Word, segment: Segment, text: string): [number, number][] {
  const places: [number, number][] = [];
  for (let start = 0; start + chars.length <= segment.chars.length; start += 1) {
    if (!chars.every((char, offset) => segment.chars[start + offset] === char)) continue;
    if (literal && asWritten(segment, start, start + chars.length, text) !== literal.join('')) continue;
    places.push([segment.from[start]!, segment.to[start + chars.length - 1]!]);
  }
  return places;
}

/** The characters themselves, without what is transparent between them; one that folds to several counts once. */
function asWritten({ from, to }: Segment, start: number, end: number, text: string): string {
  let written = '';
  for (let at = start; at < end; at += 1) {
    if (at === start || from[at] !== from[at - 1]) written += text.slice(from[at], to[at]);
  }
  return written;
}

/** Whether one of the runs contains the word. */
export const contains = (runs: string[], word: Word, table: FoldTable): boolean =>
  runs.some((run) => segmentsOf(run, table).some((segment) => placesOf(word, segment, run).length > 0));

/** A piece of text to show: marked or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** A whole text in pieces. */
export function markText(text: string, words: Word[], table: FoldTable): Piece[] {
  return cut(text, marksIn(text, words, table), 0, text.length);
}

/** Characters of a snippet, and how many of them may stand before the first match. */
const SNIPPET = 110;
const LEAD = 28;

/** Two places at most: the one where most words stand together, and one for words that it lacks. */
export function snippetsOf(runs: string[], words: Word[], table: FoldTable): Piece[][] {
  const snippets: Piece[][] = [];
  let missing = new Set(words.keys());
  const marked = runs.map((run) => marksIn(run, words, table));
  while (snippets.length < 2 && missing.size > 0) {
    let best: { run: number; from: number; words: Set<number> } | undefined;
    marked.forEach((marks, run) =>
      marks.forEach(({ from }) => {
        const together = new Set(
          marks.filter((mark) => missing.has(mark.word) && mark.from >= from && mark.to <= from + SNIPPET - LEAD).map(({ word }) => word),
        );
        if (together.size > (best?.words.size ?? 0)) best = { run, from, words: together };
      }),
    );
    if (!best) break;
    snippets.push(snippetAt(runs[best.run]!, marked[best.run]!, best.from));
    missing = missing.difference(best.words);
  }
  if (snippets.length === 0 && runs[0]) snippets.push(snippetAt(runs[0], [], 0));
  return snippets;
}

function snippetAt(run: string, marks: Mark[], first: number): Piece[] {
  const from = first <= LEAD ? 0 : sentenceStart(run, first);
  const to = Math.min(run.length, from + SNIPPET);
  const pieces = cut(run, marks, whole(run, from), whole(run, to));
  if (from > 0) pieces.unshift({ text: '……', marked: false });
  if (to < run.length) pieces.push({ text: '……', marked: false });
  return pieces;
}

/** After the last punctuation before the match, unless that is far. */
function sentenceStart(run: string, first: number): number {
  const lead = run.slice(first - LEAD, first);
  const stop = Math.max(...['。', '；', '，', '：', '！', '？', ';', ','].map((sign) => lead.lastIndexOf(sign)));
  return first - LEAD + stop + 1;
}

/** An offset that does not halve a character of the rare planes. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at);

function cut(text: string, marks: Mark[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  const push = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  let at = from;
  for (const mark of marks) {
    if (mark.to <= at || mark.from >= to) continue;
    const last = pieces.at(-1);
    // Matches that overlap are one mark: 改革改 in 改革改革改.
    if (last?.marked && mark.from < at) last.text += text.slice(at, (at = Math.min(mark.to, to)));
    push(mark.from, false);
    push(Math.min(mark.to, to), true);
  }
  push(to, false);
  return pieces;
}
