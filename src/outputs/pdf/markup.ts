import type { AlignType, BlockContent, Definition, DefinitionContent, FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { linkedId } from '../../book/linked-id.ts';
import { picturePath } from '../../book/pictures.ts';
import { columnWidths, type ColumnWidth } from './column-widths.ts';
import { printText } from './print-text.ts';

/** Text, or a node of the tree the template walks. Text reaches Typst as a string, never as markup. */
export type Inline =
  | string
  | { t: 'strong' | 'em' | 'del'; c: Inline[] }
  | { t: 'code'; v: string }
  | { t: 'link'; url: string; c: Inline[] }
  /** Link to another entry, printed with its page. */
  | { t: 'see'; id: string; c: Inline[] }
  | { t: 'note'; id: string; c: Inline[] }
  /** A second mark for a note already set. */
  | { t: 'note-again'; id: string }
  | { t: 'br' };

export type Block =
  | { t: 'p'; c: Inline[] }
  | { t: 'h'; level: number; c: Inline[] }
  | { t: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { t: 'quote'; b: Block[] }
  | { t: 'code'; v: string }
  | { t: 'rule' }
  | { t: 'table'; widths: ColumnWidth[]; align: string[]; head: Inline[][]; rows: Inline[][][] }
  | { t: 'picture'; path: string; alt: string; caption: Inline[] };

export interface MarkupOptions {
  /** File the text stands in, for pictures beside it. */
  file: string;
  /** Heading level the text stands under. */
  level: number;
  /** Whether an entry of this id exists. */
  knows(id: string): boolean;
  /** Em of table type to a line. */
  tableWidth: number;
}

/** PDF 1.7 has H1 to H6. */
const DEEPEST_HEADING = 6;

/** Deeper lists than any measure holds are set at this depth. */
const DEEPEST_LIST = 6;

/** A body's tree → the compact tree the template walks. */
export function toMarkup(tree: Root, { file, level, knows, tableWidth }: MarkupOptions): Block[] {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const depths = new Set<number>();
  visit(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    if (node.type === 'heading') depths.add(node.depth);
  });
  const ranks = [...depths].sort((a, b) => a - b);
  const setNotes = new Set<string>();
  let lastLevel = level;

  return blocks(tree.children, 0);

  function blocks(nodes: (RootContent | BlockContent | DefinitionContent)[], listDepth: number): Block[] {
    return nodes.flatMap((node) => block(node, listDepth));
  }

  function block(node: RootContent, listDepth: number): Block[] {
    switch (node.type) {
      case 'paragraph':
        return paragraph(node.children);
      case 'heading': {
        // Levels are never skipped, whatever number of # an editor chose.
        lastLevel = Math.min(level + 1 + ranks.indexOf(node.depth), lastLevel + 1, DEEPEST_HEADING);
        return [{ t: 'h', level: lastLevel, c: inlines(node.children) }];
      }
      case 'list': {
        const items = node.children.map((item) => {
          const content = blocks(item.children, listDepth + 1);
          return typeof item.checked === 'boolean' ? withMark(content, item.checked ? '√' : '□') : content;
        });
        if (listDepth >= DEEPEST_LIST) return items.flat();
        return [{ t: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items }];
      }
      case 'blockquote':
        return [{ t: 'quote', b: blocks(node.children, listDepth) }];
      case 'code':
        return [{ t: 'code', v: node.value.split('\n').map(printText).join('\n') }];
      case 'thematicBreak':
        return [{ t: 'rule' }];
      case 'table':
        return [table(node)];
      default:
        return [];
    }
  }

  /** Pictures stand on their own between paragraphs, as no line of text can hold them. */
  function paragraph(children: PhrasingContent[]): Block[] {
    const result: Block[] = [];
    let run: PhrasingContent[] = [];
    const close = () => {
      const content = inlines(run);
      if (content.some((part) => typeof part !== 'string' || part.trim() !== '')) result.push({ t: 'p', c: content });
      run = [];
    };
    for (const child of children) {
      const path = child.type === 'image' ? picturePath(file, child.url) : undefined;
      if (child.type !== 'image' || path === undefined) {
        run.push(child);
        continue;
      }
      close();
      const alt = printText(child.alt?.trim() ?? '');
      const caption = printText(child.title?.trim() || alt);
      result.push({ t: 'picture', path, alt: alt || caption || '图片', caption: caption ? [caption] : [] });
    }
    close();
    return result;
  }

  function table({ align, children: [head, ...rows] }: Table): Block {
    const cells = (row: Table['children'][number] | undefined) => (row?.children ?? []).map((cell) => inlines(cell.children));
    const texts = [head, ...rows].map((row) => (row?.children ?? []).map((cell) => printText(toString(cell))));
    const columns = head?.children.length ?? 0;
    const fit = (row: Inline[][]) => Array.from({ length: columns }, (_, index) => row[index] ?? []);
    return {
      t: 'table',
      widths: columnWidths(texts, tableWidth),
      align: Array.from({ length: columns }, (_, index) => alignment(align?.[index], texts.slice(1).map((row) => row[index] ?? ''))),
      head: cells(head),
      rows: rows.map((row) => fit(cells(row))),
    };
  }

  function inlines(nodes: PhrasingContent[]): Inline[] {
    return nodes.flatMap(inline);
  }

  function inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text': {
        const text = printText(node.value);
        return text ? [text] : [];
      }
      case 'strong':
        return [{ t: 'strong', c: inlines(node.children) }];
      case 'emphasis':
        return [{ t: 'em', c: inlines(node.children) }];
      case 'delete':
        return [{ t: 'del', c: inlines(node.children) }];
      case 'inlineCode':
        return [{ t: 'code', v: printText(node.value) }];
      case 'break':
        return [{ t: 'br' }];
      case 'link':
        return link(node.url, inlines(node.children));
      case 'linkReference': {
        const target = definitions.get(node.identifier);
        return target ? link(target.url, inlines(node.children)) : inlines(node.children);
      }
      case 'image':
        return node.alt ? [printText(node.alt)] : [];
      case 'footnoteReference':
        return note(node.identifier);
      default:
        return [];
    }
  }

  function link(url: string, content: Inline[]): Inline[] {
    if (/^(?:https?|mailto|tel):/i.test(url)) return [{ t: 'link', url, c: content.length > 0 ? content : [url] }];
    const id = linkedId(url);
    return knows(id) ? [{ t: 'see', id, c: content }] : content;
  }

  /** A note is set where it is first cited. */
  function note(identifier: string): Inline[] {
    const definition = notes.get(identifier);
    if (!definition) return [];
    const id = `${file}:${identifier}`;
    if (setNotes.has(identifier)) return [{ t: 'note-again', id }];
    setNotes.add(identifier);
    const content = definition.children.flatMap((child, index): Inline[] => {
      const text = child.type === 'paragraph' ? inlines(child.children) : [printText(toString(child as Nodes))];
      return index > 0 ? [{ t: 'br' }, ...text] : text;
    });
    return [{ t: 'note', id, c: content }];
  }
}

function withMark(content: Block[], mark: string): Block[] {
  const [first, ...rest] = content;
  return first?.t === 'p' ? [{ t: 'p', c: [`${mark} `, ...first.c] }, ...rest] : [{ t: 'p', c: [mark] }, ...content];
}

/** A number alone or with a unit of one or two characters after its 万 or 亿; a date is text. */
const NUMERIC = /^[-+−]?\d[\d,.\s]*(?:[%％‰]|[万亿]?[^年月日\P{Script=Han}]{0,2})?$/u;

/** As the editor set it; a column of numbers is set flush right. */
function alignment(set: AlignType | undefined, cells: string[]): string {
  if (set) return set;
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => NUMERIC.test(cell)) ? 'right' : 'left';
}
