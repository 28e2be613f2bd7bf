import { parsePart } from '../book/parts.ts';
import { readText } from '../entry/read-text.ts';
import { isError } from '../problem.ts';
import type { RuleName } from '../rules.ts';
import { findEdits } from '../style-rules/edits.ts';
import { passagesOf } from '../style-rules/passage.ts';

export interface FixedText {
  /** The file as text with `\n`, without byte order mark. */
  before: string;
  after: string;
  /** Changes made, by rule. */
  changes: RuleName[];
  /** A byte order mark or line breaks of Windows were dropped. */
  lineBreaks: boolean;
}

/** Edits can make room for edits: a space gone, two Han characters meet. */
const MOST_PASSES = 8;

/**
 * One file of the content folder with every safe change made, or nothing where there is none to make or the file
 * cannot be read. Changing a file twice changes nothing more.
 */
export function fixText(file: string, bytes: Uint8Array): FixedText | undefined {
  const { text: before } = readText(bytes, file);
  if (before === undefined) return undefined;
  const lineBreaks = !Buffer.from(before).equals(bytes);
  const changes: RuleName[] = [];
  let after = before;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = fixOnce(file, after);
    if (next.changes.length === 0) break;
    if (!keepsMeaning(file, after, next.text)) break;
    after = next.text;
    changes.push(...next.changes);
  }
  return after === before && !lineBreaks ? undefined : { before, after, changes, lineBreaks };
}

function fixOnce(file: string, text: string): { text: string; changes: RuleName[] } {
  const { part } = parsePart(file, new TextEncoder().encode(text));
  const passages = part ? passagesOf(text, part) : [];
  const edits = passages
    // Events stand in flow maps, where a mark can be YAML.
    .filter(({ start, role }) => start !== undefined && role !== 'event')
    .flatMap((passage) => findEdits(passage).map((edit) => ({ ...edit, start: edit.start + passage.start!, end: edit.end + passage.start! })))
    .sort((a, b) => b.start - a.start);
  const fixed = edits.reduce((rest, { start, end, replacement }) => rest.slice(0, start) + replacement + rest.slice(end), text);
  return { text: fixed, changes: edits.map(({ rule }) => rule).reverse() };
}

/** Whatever the edits were meant to do: no digit, quotation or title has changed, and no error has come. */
function keepsMeaning(file: string, before: string, after: string): boolean {
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim().replace(/ +/g, ' ');
  const quotations = (text: string) => (text.match(/“[^”\n]*”|《[^》\n]*》|「[^」\n]*」|`[^`\n]*`|\]\([^)\n]*\)/g) ?? []).join('\n');
  const errors = (text: string) => parsePart(file, new TextEncoder().encode(text)).problems.filter(isError).length;
  return digits(before) === digits(after) && quotations(before) === quotations(after) && errors(after) <= errors(before);
}
