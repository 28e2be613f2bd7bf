import type { Block, Notice } from './source.ts';

/** Shorter repetitions are phrases a report likes, longer ones a slip of copy and paste. */
const SHORTEST_REPEAT = 40;
const SEED = 24;
const SIGNIFICANT = /[\p{L}\p{N}]/u;
const CLAUSE_END = /[，。；：、！？!?,;:\s]/;

interface Position {
  block: number;
  offset: number;
}

/**
 * Finds text that stands in the report twice, also where the copy begins or ends in the middle of a sentence or runs
 * over several paragraphs. The later copy is cut out, at the clauses nearest to its ends, and named in a notice.
 */
export function cutRepeats(blocks: Block[]): { blocks: Block[]; notices: Notice[] } {
  const positions: Position[] = [];
  let letters = '';
  blocks.forEach(({ kind, text }, block) => {
    if (kind !== 'text') return;
    for (let offset = 0; offset < text.length; offset += 1) {
      if (!SIGNIFICANT.test(text[offset]!)) continue;
      letters += text[offset];
      positions.push({ block, offset });
    }
  });
  const result = blocks.map((block) => ({ ...block }));
  const notices: Notice[] = [];
  // From the end, so that offsets before a cut stay right.
  for (const { first, from, to } of findRepeats(letters).reverse()) {
    const stretches = stretchesOf(positions.slice(from, to), blocks);
    for (const { block, start, end } of stretches.reverse()) {
      const whole = result[block]!;
      const text = whole.text.slice(start, end);
      whole.text = whole.text.slice(0, start) + whole.text.slice(end);
      notices.unshift({ rule: 'import/repeat', at: blocks[block]!.at, text, about: `首次见于第${blocks[positions[first]!.block]!.at}` });
    }
  }
  return { blocks: result.filter(({ kind, text }) => kind !== 'text' || SIGNIFICANT.test(text)), notices };
}

function findRepeats(letters: string): { first: number; from: number; to: number }[] {
  const seen = new Map<string, number>();
  const repeats: { first: number; from: number; to: number }[] = [];
  let registered = 0;
  for (let at = 0; at + SEED <= letters.length; at += 1) {
    // A seed must not overlap the place it is looked for.
    for (; registered + SEED <= at; registered += 1) {
      const seed = letters.slice(registered, registered + SEED);
      if (!seen.has(seed)) seen.set(seed, registered);
    }
    const first = seen.get(letters.slice(at, at + SEED));
    if (first === undefined) continue;
    let length = SEED;
    while (at + length < letters.length && first + length < at && letters[first + length] === letters[at + length]) length += 1;
    if (length < SHORTEST_REPEAT) continue;
    repeats.push({ first, from: at, to: at + length });
    at += length - 1;
  }
  return repeats;
}

/** A stretch of letters → a cut in each block it runs through, drawn in to whole clauses. */
function stretchesOf(letters: Position[], blocks: Block[]): { block: number; start: number; end: number }[] {
  return [...Map.groupBy(letters, ({ block }) => block)].flatMap(([block, inBlock]) => {
    const { text } = blocks[block]!;
    let start = inBlock[0]!.offset;
    let end = inBlock.at(-1)!.offset + 1;
    const startsClause = (offset: number) => offset === 0 || CLAUSE_END.test(text[offset - 1]!);
    while (start < end && !startsClause(start) && !/[“‘「『《（]/.test(text[start - 1]!)) start += 1;
    if (/[“‘「『《（]/.test(text[start - 1] ?? '')) start -= 1;
    while (end < text.length && /[”’」』》）。；！？，、：]/.test(text[end]!)) end += 1;
    while (end > start && end < text.length && !CLAUSE_END.test(text[end - 1]!)) end -= 1;
    return end - start >= SHORTEST_REPEAT / 2 ? [{ block, start, end }] : [];
  });
}
