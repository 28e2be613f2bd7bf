import { skeleton } from './sentences.ts';
import type { Block, Notice } from './source.ts';

/** A shorter line may be a heading or a line of its own; a longer one without an end goes on below. */
const SHORTEST_CUT = 40;
const ENDED = /[。！？；：…”’」』）》!?;:)]$/;
const GOES_ON = /[，、,（“《]$/;

/** Width at which the lines of a hard-wrapped file break, or nothing where lines are paragraphs. */
function wrapWidth(blocks: Block[]): number | undefined {
  const open = blocks.filter(({ kind, level, text }) => kind === 'text' && !level && !ENDED.test(text));
  const widths = open.map(({ text }) => text.length).filter((width) => width >= 15);
  const usual = widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)];
  const near = widths.filter((width) => Math.abs(width - usual!) <= 3).length;
  return near >= 5 && near > blocks.length / 2 ? usual : undefined;
}

/**
 * Paragraphs that a page break, a picture or hard wrapping cut in two are made whole. Headings of two lines are not
 * this file's business: those lines are short.
 */
export function rejoinLines(blocks: Block[]): { blocks: Block[]; notices: Notice[] } {
  const width = wrapWidth(blocks);
  const setIn = blocks.filter(({ indented }) => indented).length;
  const usesIndents = setIn >= 2 && setIn < blocks.length;
  const joined: Block[] = [];
  const notices: Notice[] = [];
  // Length of the last line taken into the paragraph; a wrapped paragraph grows.
  let lastLine = 0;
  for (const block of blocks) {
    const previous = joined.at(-1);
    // Where paragraphs are set in, an unfinished one goes on in the lines that are not.
    const goesOn = usesIndents && previous?.indented && !block.indented && !ENDED.test(previous.text);
    if (previous && (goesOn || isCut(previous, lastLine, width)) && block.kind === 'text' && !block.level && !block.bold && !(usesIndents && block.indented)) {
      if (width === undefined && !goesOn) {
        notices.push({ rule: 'import/rejoined', at: block.at, text: `${previous.text.slice(-10)}／${block.text.slice(0, 10)}` });
      }
      const latin = /[A-Za-z]$/.test(previous.text) && /^[A-Za-z]/.test(block.text);
      previous.text += (latin ? ' ' : '') + block.text;
      lastLine = block.text.length;
    } else {
      joined.push({ ...block });
      lastLine = block.text.length;
    }
  }
  return { blocks: joined, notices: [...notices, ...findTruncated(joined)] };
}

function isCut({ kind, level, bold, text }: Block, lastLine: number, width: number | undefined): boolean {
  if (kind !== 'text' || level || bold || ENDED.test(text)) return false;
  return GOES_ON.test(text) || (width === undefined ? lastLine >= SHORTEST_CUT : lastLine >= width - 3);
}

/** Long paragraphs that still have no end. */
function findTruncated(blocks: Block[]): Notice[] {
  return blocks.flatMap(({ kind, level, text, at }) => {
    const cut = kind === 'text' && !level && !ENDED.test(text) && (skeleton(text).length >= SHORTEST_CUT || GOES_ON.test(text));
    return cut ? [{ rule: 'import/truncated' as const, at, text }] : [];
  });
}
