import { foldText, type FoldTable } from './fold.ts';

/**
 * Tokens: the overlapping pairs of word characters of a text. 放管服改革 → 放管 管服 服改 改革. Whoever looks for 管服改
 * looks for 管服 followed by 服改, so no dictionary decides what a word is. Shared by the index, the query and the
 * marking of matches.
 */

/** Word characters with nothing between them that parts words, each with its place in the original text. */
export interface Segment {
  chars: string[];
  /** UTF-16 offsets of character N: `[from[N], to[N])`. */
  from: number[];
  to: number[];
}

/** Left out where they stand, as if not there: “放管服”改革 is found as 放管服改革. */
const TRANSPARENT = /[\s“”‘’「」『』《》〈〉()（）【】"'·\-—\p{Cf}]/u;

/** Letters and numbers of any script, and the signs that numbers and names are written with. */
const WORD = /[\p{L}\p{N}+%‰°]/u;
const DIGIT = /\p{Nd}/u;

/** Parts a text where other punctuation stands; no match crosses from one segment into the next. */
export function segmentsOf(text: string, table: FoldTable): Segment[] {
  const segments: Segment[] = [];
  let segment: Segment = { chars: [], from: [], to: [] };
  const folded = foldText(text, table).filter(({ char }) => !TRANSPARENT.test(char));
  const isDigit = (index: number) => DIGIT.test(folded[index]?.char ?? '');
  folded.forEach(({ char, from, to }, index) => {
    // The point of 68.7 belongs to the number, that of “完成.” does not.
    if (WORD.test(char) || (char === '.' && (isDigit(index - 1) || isDigit(index + 1)))) {
      segment.chars.push(char);
      segment.from.push(from);
      segment.to.push(to);
    } else if (segment.chars.length > 0) {
      segments.push(segment);
      segment = { chars: [], from: [], to: [] };
    }
  });
  if (segment.chars.length > 0) segments.push(segment);
  return segments;
}

/** Ideographs as Pagefind's two halves, of different Unicode versions, both know them. */
const HAN = /[々〇\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{323af}]/u;

/** 1,165 Yi syllables: letters without case, accents or stems, so Pagefind takes them as they are. */
const YI_FIRST = 0xa000;
const YI_COUNT = 0x48d;

/**
 * Pagefind lower-cases, stems, splits `a1` and drops `+`. Every word character but Han is therefore spelled as a Yi
 * syllable: one for each sign of ASCII, the other scripts in the order of their blocks.
 */
const spell = (char: string): string =>
  HAN.test(char) ? char : String.fromCodePoint(YI_FIRST + (char.codePointAt(0)! % YI_COUNT));

/**
 * The tokens of one unbroken stretch of characters: its pairs in order. A character alone is its own token, and the
 * beginning of any pair that starts with it.
 */
export function tokensOfChars(chars: string[]): string[] {
  const spelled = chars.map(spell);
  if (spelled.length === 1) return spelled;
  return spelled.slice(1).map((char, index) => spelled[index]! + char);
}

/** Pagefind counts a sign without letters as a position but does not index it: nothing is adjacent across it. */
const GAP = '-';

/** The tokens of one entry: the title's, and those of its runs. */
export interface EntryTokens {
  title: string[];
  text: string[];
}

export const entryTokens = (title: string, runs: string[], table: FoldTable): EntryTokens => ({
  title: tokensOfSegments(segmentsOf(title, table)),
  text: tokensOfSegments(runs.flatMap((run) => segmentsOf(run, table))),
});

/** Titles end with gaps up to the longest of the book, so that a position tells whether a token is of the title. */
export const positioned = ({ title, text }: EntryTokens, titleSpan: number): string[] => [
  ...title,
  ...Array.from({ length: titleSpan - title.length }, () => GAP),
  ...text,
];

/**
 * Segments parted by gaps. A character that ends segments and begins no pair takes the place of one gap, so that a
 * search for one character, which asks for what begins with it, finds it too.
 */
function tokensOfSegments(segments: Segment[]): string[] {
  const found = new Set(segments.flatMap(({ chars }) => (chars.length > 1 ? chars.slice(0, -1) : chars)));
  const tokens: string[] = [];
  for (const { chars } of segments) {
    for (const token of tokensOfChars(chars)) tokens.push(token);
    const last = chars.at(-1)!;
    tokens.push(found.has(last) ? GAP : spell(last));
    found.add(last);
  }
  return tokens;
}
