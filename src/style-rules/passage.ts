import type { Part } from '../book/part.ts';
import type { Place } from '../problem.ts';
import { foldMarks, hideMarkup, hideQuotations } from './mask.ts';

/** A stretch of an editor's own writing, with the way back from every character to its place in the file. */
export interface Passage {
  role: 'title' | 'summary' | 'event' | 'body';
  /** As written in the file. */
  text: string;
  /** As long as `text`, without markup, code and addresses. */
  plain: string;
  /** `plain` with its commas full width: a sentence is read before its marks are mended. */
  prose: string;
  /** As long as `text`, without quotations and 《》 either: what may be judged, and what may be changed. */
  open: string;
  /** Offset in the file at which the passage begins; absent where the file writes it in another form (folded, escaped). */
  start?: number;
  place(offset: number): Place;
}

/** Paragraph, heading or table of a body: lines without a blank one between them. */
export interface Block {
  kind: 'text' | 'heading' | 'table';
  start: number;
  end: number;
}

/** Everything in a file that an editor has worded. `text` is the whole file, as `readText` gives it. */
export function passagesOf(text: string, part: Part): Passage[] {
  const reader = new FileReader(text, part.file);
  switch (part.kind) {
    case 'entry': {
      const { title, summary, events } = part.entry;
      return [
        reader.field('title', title, 'title'),
        ...(summary ? [reader.field('summary', summary, 'summary')] : []),
        ...reader.fieldsAfter('events', events.map((event) => event.text), 'event'),
        reader.body(),
      ];
    }
    case 'events':
      return reader.fieldsAfter('', part.items.map((event) => event.text), 'event');
    case 'chapter':
      return [...(part.fields.summary ? [reader.field('summary', part.fields.summary, 'summary')] : []), reader.body()];
    case 'yearbook':
    case 'matter':
      return [reader.body()];
    default:
      return [];
  }
}

class FileReader {
  #lines: number[] | undefined;
  #text: string;
  #file: string;
  #bodyStart: number;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    this.#bodyStart = bodyStart(text);
  }

  body(): Passage {
    return this.#passage('body', this.#text.slice(this.#bodyStart), this.#bodyStart, true);
  }

  field(key: string, value: string, role: Passage['role']): Passage {
    return this.fieldsAfter(key, [value], role)[0]!;
  }

  /** Values in the order in which they stand below `key`. */
  fieldsAfter(key: string, values: string[], role: Passage['role']): Passage[] {
    const found = key ? new RegExp(`^${key}:`, 'm').exec(this.#text) : undefined;
    let from = found?.index ?? 0;
    return values.map((value) => {
      const at = this.#text.indexOf(value, from);
      if (at === -1 || (this.#bodyStart > 0 && at >= this.#bodyStart)) {
        const offsets = alignedOffsets(this.#text.slice(0, this.#bodyStart || undefined), value, from);
        const passage = this.#passage(role, value, from, offsets ?? false);
        if (offsets) from = offsets.at(-1)! + 1;
        return passage;
      }
      from = at + value.length;
      return this.#passage(role, value, at, true);
    });
  }

  /** `exact`: the file writes the text as it is, or where it writes each character, or elsewhere in another form. */
  #passage(role: Passage['role'], text: string, start: number, exact: boolean | number[]): Passage {
    const plain = role === 'body' ? hideMarkup(text) : text;
    return {
      role,
      text,
      plain,
      prose: foldMarks(plain),
      open: hideQuotations(plain),
      start: exact === true ? start : undefined,
      place: (offset) => this.#place(exact === true ? start + offset : ((exact || [])[offset] ?? start)),
    };
  }

  #place(offset: number): Place {
    this.#lines ??= lineStarts(this.#text);
    let line = 0;
    for (let step = 2 ** Math.ceil(Math.log2(this.#lines.length + 1)); step >= 1; step /= 2) {
      if (line + step <= this.#lines.length && this.#lines[line + step - 1]! <= offset) line += step;
    }
    return { file: this.#file, line, column: offset - this.#lines[line - 1]! + 1 };
  }
}

/** Where each character of a value stands that the file writes over several lines; nothing where it is escaped. */
function alignedOffsets(text: string, value: string, from: number): number[] | undefined {
  const words = value.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(words.join('\\s+'), 'g');
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (!found) return undefined;
  let at = found.index;
  return Array.from({ length: value.length }, (_, index) => {
    if (!/\s/.test(value[index]!)) return at++;
    const here = at;
    if (!/\s/.test(value[index + 1] ?? ' ')) while (/\s/.test(text[at] ?? 'x')) at += 1;
    return here;
  });
}

/** Where the text below the closing fence begins; 0 in a file without frontmatter. */
export function bodyStart(text: string): number {
  if (!text.startsWith('---\n')) return 0;
  const fence = text.indexOf('\n---\n', 3);
  return fence === -1 ? text.length : fence + 5;
}

const lineStarts = (text: string): number[] => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];

/** Blocks of a body in order. */
export function blocksOf({ text }: Passage): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let open: Block | undefined;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const kind = /^\s*\|/.test(line) ? 'table' : /^ {0,3}#{1,6}\s/.test(line) ? 'heading' : 'text';
    if (line.trim() === '') open = undefined;
    else if (open && open.kind === kind && kind !== 'heading') open.end = end;
    else blocks.push((open = { kind, start, end }));
    start = end + 1;
  }
  return blocks;
}
