import { Document, isMap, isScalar, isSeq, visit, type Node } from 'yaml';
import { parseYaml } from '../entry/yaml-source.ts';
import type { FieldShape, FileShape } from './content-shape.ts';
import { keepWritten, type MakeNode } from './keep-written.ts';

/**
 * Content files as the browser editor reads and writes them. Every scalar is the text that stands in the file: left to
 * itself the editor's own YAML makes 1.1 of `1.10`. Short forms are opened to their objects for the form and closed
 * again, and what is empty is left out, so that a saved file looks like one written by hand.
 */
export type Values = Record<string, unknown>;

/** Key under which a file that is one list reaches the form. */
export const ITEMS = 'items';
/** Key under which the text below the frontmatter reaches the form. */
export const BODY = 'body';

/** Key under which the YAML as it was read travels with the form, so that its comments and its order are kept. */
export const WRITTEN = 'yearbookWritten';

/** @throws Error where the file is no YAML; the message names line and cause, in Chinese */
export function readContentText(text: string, shape: FileShape): Values {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split('\n');
  if (!shape.markdown) {
    const value = parse(lines.join('\n'));
    const written = lines.join('\n');
    if (shape.list) return { [WRITTEN]: written, [ITEMS]: (Array.isArray(value) ? value : []).map((item) => open(item, { fields: shape.fields })) };
    return isRecord(value) ? { ...(open(value, { fields: shape.fields }) as Values), [WRITTEN]: written } : {};
  }
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) throw new Error('文件开头应是以 --- 围起的各字段');
  const written = lines.slice(1, end).join('\n');
  const fields = parse(written) ?? {};
  return { ...(open(fields, { fields: shape.fields }) as Values), [WRITTEN]: written, [BODY]: lines.slice(end + 1).join('\n').trim() };
}

export function writeContentText(values: Values, shape: FileShape): string {
  const { [WRITTEN]: written, ...filled } = values;
  const value = closeFile(filled, shape);
  const yaml = (typeof written === 'string' && changeWritten(written, value, shape)) || writeYaml(value, shape);
  if (shape.list) return yaml;
  if (!shape.markdown) return yaml;
  const text = bodyText(filled);
  return `---\n${yaml}---\n${text ? `\n${text}\n` : ''}`;
}

/** Whether two states of a form come to the same file, but for comments and the way of writing. */
export function sameValues(one: Values, other: Values): boolean {
  const plain = ({ [WRITTEN]: _, ...values }: Values) => JSON.stringify(sortKeys(close({ ...values, [BODY]: bodyText(values) }, {}) ?? {}));
  return plain(one) === plain(other);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  return isRecord(value) ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sortKeys(value[key])])) : value;
}

/** The rich text mode escapes the tilde of a range, which our Markdown reads as it stands. */
const bodyText = ({ [BODY]: body }: Values): string =>
  typeof body === 'string' ? body.replace(/\r\n?/g, '\n').replace(/(?<=\d)\\~(?=\d)/g, '~').trim() : '';

/** What the fields of the form come to in the file. */
function closeFile(values: Values, shape: FileShape): unknown {
  if (shape.list) return ((values[ITEMS] as unknown[] | undefined) ?? []).flatMap((item) => close(item, { fields: shape.fields }) ?? []);
  const { [BODY]: body, ...fields } = values;
  return close(shape.markdown ? fields : { ...fields, ...(body === undefined ? {} : { [BODY]: body }) }, { fields: shape.fields }) ?? {};
}

/** The file as it was read with the new values in it. */
function changeWritten(written: string, value: unknown, shape: FileShape): string | undefined {
  const { [WRITTEN]: _, ...before } = readContentText(shape.markdown ? `---\n${written}\n---\n` : written, shape);
  const makeNode: MakeNode = (doc, part) => {
    const node = quoteCodes(doc.createNode(part) as Node);
    if (isMap(node) || (isSeq(node) && !node.items.some(isMap))) setFlow(node);
    else if (isSeq(node)) for (const item of node.items) setFlow(item as Node);
    return node;
  };
  return keepWritten(written, closeFile(before, shape), value, { order: Object.keys(shape.fields), makeNode });
}

function parse(text: string): unknown {
  const { source, problems } = parseYaml(text, '');
  if (!source) throw new Error(problems.map(({ line, what }) => `第${line}行：${what}`).join('；'));
  return source.value;
}

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** File → form. */
function open(value: unknown, shape: FieldShape): unknown {
  if (shape.list) return (Array.isArray(value) ? value : [value]).map((item) => open(item, { ...shape, list: undefined }));
  if (shape.short && typeof value === 'string') return { [shape.short]: value };
  if (!shape.fields || !isRecord(value)) return value;
  const { fields } = shape;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, open(item, fields[key] ?? {})]));
}

/** Form → file; `undefined` where nothing was filled in. */
function close(value: unknown, shape: FieldShape): unknown {
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => close(item, { ...shape, list: undefined }) ?? []);
    if (items.length === 0) return undefined;
    return shape.bare && items.length === 1 ? items[0] : items;
  }
  if (!isRecord(value)) {
    const text = value === null || value === undefined ? '' : String(value).trim();
    return text === '' ? undefined : text;
  }
  // Known fields in the order of the schema, then what the form does not know and must not lose.
  const known = Object.keys(shape.fields ?? {});
  const keys = [...known, ...Object.keys(value).filter((key) => !known.includes(key))];
  const entries = keys.flatMap((key) => {
    const item = close(value[key], shape.fields?.[key] ?? {});
    return item === undefined ? [] : [[key, item] as const];
  });
  if (entries.length === 0) return undefined;
  if (shape.short && entries.length === 1 && entries[0]![0] === shape.short) return entries[0]![1];
  return Object.fromEntries(entries);
}

/** What another reader of YAML would take for a number (a code, `0755`) or for nothing. */
const QUOTED = /^(?:0\d+|\d{6}|~|null|true|false)$/i;

/** Longest item of a list file, as JSON, that still reads well on one line. */
const LINE_LIMIT = 100;

function writeYaml(value: unknown, { list }: FileShape): string {
  const doc = new Document(value, { schema: 'failsafe' });
  const contents = quoteCodes(doc.contents as Node);
  if (isSeq(contents)) {
    const oneLine = list && contents.items.every((item) => JSON.stringify(item).length <= LINE_LIMIT);
    if (oneLine) for (const item of contents.items) setFlow(item as Node);
    else for (const item of contents.items) flowInside(item as Node);
  } else flowInside(contents as Node);
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function quoteCodes(node: Node): Node {
  visit(node, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && QUOTED.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return node;
}

/** Fields of a file stand one a line, what is in them on that line; objects of a list one a line. */
function flowInside(node: Node): void {
  if (!isMap(node)) return;
  for (const { value } of node.items) {
    if (isSeq(value) && value.items.some(isMap) && !value.items.some(isScalar)) for (const item of value.items) setFlow(item as Node);
    else setFlow(value as Node);
  }
}

function setFlow(node: Node): void {
  if (isMap(node) || isSeq(node)) node.flow = true;
}
