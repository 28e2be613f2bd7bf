import { visit } from 'unist-util-visit';
import { parsePart } from '../book/parts.ts';
import { readText } from '../entry/read-text.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { isError } from '../problem.ts';
import type { RuleName } from '../rules.ts';
import { findEdits, type Edit } from '../style-rules/edits.ts';
import { bodyStart, passagesOf } from '../style-rules/passage.ts';

export interface FixedText {
  /** The file as text with `\n`, without byte order mark. */
  before: string;
  after: string;
  /** Changes made, by rule. */
  changes: RuleName[];
  /** A byte order mark or line breaks of Windows were dropped. */
  lineBreaks: boolean;
  /** What could not be changed safely, each with its line and why. */
  left: LeftAlone[];
}

/** A place that stays as it is. */
export interface LeftAlone {
  line: number;
  /** The rule whose change was not made; absent where the whole file was left alone. */
  rule?: RuleName;
  reason: string;
}

/** Edits can make room for edits: a space gone, two Han characters meet. */
const MOST_PASSES = 8;

/**
 * One file of the content folder with every safe change made, or nothing where there is none to make and none was left.
 * Changing a file twice changes nothing more.
 */
export function fixText(file: string, bytes: Uint8Array): FixedText | undefined {
  const { text: before, problems } = readText(bytes, file);
  if (before === undefined) return leaveAlone('', { line: 1, reason: `${problems[0]?.what ?? '文件不能读取'}；${problems[0]?.mend ?? '请检查文件'}` });
  const unread = unreadable(file, before);
  if (unread) return leaveAlone(before, unread);
  const lineBreaks = !Buffer.from(before).equals(bytes);
  const changes: RuleName[] = [];
  let left: LeftAlone[] = [];
  let after = before;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = fixOnce(file, after);
    left = next.left;
    if (next.changes.length === 0) break;
    after = next.text;
    changes.push(...next.changes);
  }
  return after === before && !lineBreaks && left.length === 0 ? undefined : { before, after, changes, lineBreaks, left };
}

/** A file that stays as it is, and why. */
export const leaveAlone = (text: string, why: LeftAlone): FixedText => ({ before: text, after: text, changes: [], lineBreaks: false, left: [why] });

/** A file whose fields do not parse, or lack what is required, shows no text to change; what is wrong is told in the words of the check. */
function unreadable(file: string, text: string): LeftAlone | undefined {
  const { part, problems } = parsePart(file, new TextEncoder().encode(text));
  const wrong = problems.find((found) => isError(found) && (part?.kind === 'broken' || found.rule.startsWith('yaml/')));
  if (!wrong || editsOf(file, text).length > 0) return undefined;
  return { line: wrong.line, reason: `先要改正错误（${wrong.what}；${wrong.mend}）` };
}

interface Fixed {
  text: string;
  changes: RuleName[];
  left: LeftAlone[];
}

const fixOnce = (file: string, text: string): Fixed => applyAll(file, text, editsOf(file, text));

/** All edits at once where that is safe; else the halves apart, so that a doubtful one holds up no other. */
function applyAll(file: string, text: string, edits: Edit[]): Fixed {
  const whole = edits.reduce((source, { start, end, replacement }) => source.slice(0, start) + replacement + source.slice(end), text);
  const reason = lossOf(file, text, whole);
  if (reason === undefined) return { text: whole, changes: edits.map(({ rule }) => rule).reverse(), left: [] };
  const [first] = edits;
  if (edits.length === 1) return { text, changes: [], left: [{ line: text.slice(0, first!.start).split('\n').length, rule: first!.rule, reason }] };
  // The later half first, so that the places of the other stay right.
  const later = applyAll(file, text, edits.slice(0, edits.length >> 1));
  const earlier = applyAll(file, later.text, edits.slice(edits.length >> 1));
  return { text: earlier.text, changes: [...earlier.changes, ...later.changes], left: [...earlier.left, ...later.left] };
}

/** Edits by their place in the file, the last first. */
function editsOf(file: string, text: string): Edit[] {
  const { part } = parsePart(file, new TextEncoder().encode(text));
  const passages = part ? passagesOf(text, part) : [];
  return passages
    // Events stand in flow maps, where a mark can be YAML.
    .filter(({ start, role }) => start !== undefined && role !== 'event')
    .flatMap((passage) => findEdits(passage).map((edit) => ({ ...edit, start: edit.start + passage.start!, end: edit.end + passage.start! })))
    .sort((a, b) => b.start - a.start);
}

/** What a change would have cost, whatever it was meant to do; nothing where digits, quotations, titles and the page's structure stay and no error comes. */
function lossOf(file: string, before: string, after: string): string | undefined {
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim().replace(/ +/g, ' ');
  const quotations = (text: string) => (text.match(/“[^”\n]*”|《[^》\n]*》|「[^」\n]*」|`[^`\n]*`|\]\([^)\n]*\)/g) ?? []).join('\n');
  const errors = (text: string) => parsePart(file, new TextEncoder().encode(text)).problems.filter(isError).length;
  if (digits(before) !== digits(after)) return '改了会动到数字';
  if (quotations(before) !== quotations(after)) return '改了会动到引语、书名号或链接';
  if (structureOf(before) !== structureOf(after)) return '改了会变成别的格式（列表、链接、代码等）';
  return errors(after) > errors(before) ? '改了文件会出错' : undefined;
}

/** Kinds of nodes of a body in order, with what no change of marks may touch. Text runs are one whatever they say. */
function structureOf(text: string): string {
  const nodes: string[] = [];
  visit(parseMarkdown(text.slice(bodyStart(text))), (node) => {
    const kept = 'url' in node ? node.url : node.type === 'code' || node.type === 'inlineCode' || node.type === 'html' ? node.value : '';
    if (node.type !== 'text' || nodes.at(-1) !== 'text ') nodes.push(`${node.type} ${kept}`);
  });
  return nodes.join('\n');
}
