import { isCollection, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

/** Plain data as it stands in a file, to a YAML node in the style of the house. */
export type MakeNode = (doc: Document, value: unknown) => Node;

/**
 * The YAML an editor has written with other values in it: what has not changed stays as it stands, with its comments, its
 * order and its way of writing. `before` and `after` are both what the form makes of a file.
 * @returns nothing where the text cannot be changed in place
 */
export function keepWritten(written: string, before: unknown, after: unknown, { order, makeNode }: { order: string[]; makeNode: MakeNode }): string | undefined {
  const doc = parseDocument(written, { schema: 'failsafe', keepSourceTokens: false });
  const { contents } = doc;
  if (doc.errors.length > 0) return undefined;
  if (isMap(contents) && isRecord(before) && isRecord(after)) changeMap(doc, contents as YAMLMap, before, after, { order, makeNode });
  else if (isSeq(contents) && Array.isArray(before) && Array.isArray(after)) changeItems(doc, contents as YAMLSeq, before, after, makeNode);
  else return undefined;
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

function changeMap(doc: Document, map: YAMLMap, before: Record<string, unknown>, after: Record<string, unknown>, { order, makeNode }: { order: string[]; makeNode: MakeNode }): void {
  map.items = map.items.filter((pair) => after[keyOf(pair)] !== undefined);
  for (const [key, value] of Object.entries(after)) {
    const pair = map.items.find((item) => keyOf(item) === key);
    if (pair && same(before[key], value)) continue;
    const old = pair?.value;
    if (isSeq(old) && Array.isArray(before[key]) && Array.isArray(value)) {
      changeItems(doc, old as YAMLSeq, before[key] as unknown[], value, makeNode);
      continue;
    }
    const made = doc.createPair(key, null);
    made.value = makeNode(doc, value);
    if (pair) {
      keepComments(old, made.value as Node);
      pair.value = made.value;
    } else map.items.splice(placeOf(map, key, order), 0, made);
  }
}

/** Behind the last field that the schema names before it. */
function placeOf(map: YAMLMap, key: string, order: string[]): number {
  const earlier = new Set(order.slice(0, order.indexOf(key)));
  return order.includes(key) ? map.items.findLastIndex((pair) => earlier.has(keyOf(pair))) + 1 : map.items.length;
}

/** Items that were there keep their nodes wherever they now stand; one changed in its place keeps its comment. */
function changeItems(doc: Document, list: YAMLSeq, before: unknown[], after: unknown[], makeNode: MakeNode): void {
  const nodes = list.items as Node[];
  const left = new Map(before.map((value, index) => [index, value]));
  const kept = after.map((value, index) => {
    const found = same(left.get(index), value) ? index : [...left].find(([, old]) => same(old, value))?.[0];
    if (found !== undefined) left.delete(found);
    return found;
  });
  const isFlow = list.flow === true;
  list.items = after.map((value, index) => {
    const from = kept[index];
    if (from !== undefined && nodes[from]) return nodes[from];
    const made = makeNode(doc, value);
    if (isCollection(made) && (isFlow || nodes.every((node) => !isCollection(node) || node.flow))) made.flow = true;
    if (left.has(index)) keepComments(nodes[index], made);
    return made;
  });
}

function keepComments(old: unknown, made: Node): void {
  const { comment, commentBefore, spaceBefore } = (old ?? {}) as Partial<Node> & { spaceBefore?: boolean };
  if (comment) made.comment = comment;
  if (commentBefore) made.commentBefore = commentBefore;
  if (spaceBefore) (made as Node & { spaceBefore?: boolean }).spaceBefore = true;
}
