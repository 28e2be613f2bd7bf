import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { rehype } from 'rehype';
import { nameFurniture, seenText, UNSEEN } from './page-furniture.ts';
import type { Block, Notice, Picture } from './source.ts';

const BLOCKS = new Set([
  'address', 'article', 'blockquote', 'body', 'caption', 'center', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figcaption',
  'figure', 'header', 'hr', 'html', 'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'td', 'tfoot', 'th',
  'thead', 'tr', 'ul',
]);
/** Longer cells are a layout table's columns, not a table's values. */
const LONGEST_CELL = 300;
const LARGEST_SPAN = 100;
/** Cells of one table that merged cells may fill. */
const MOST_CELLS = 20_000;

/** Finds the bytes behind an `<img src>`; nothing where they cannot be had. */
export type PictureFinder = (src: string) => { extension: string; bytes: Uint8Array } | undefined;

/** A page → its blocks. Furniture (Word files have none) and pictures out of reach become notices. Any string parses. */
export function readHtml(html: string, findPicture: PictureFinder, { furniture: hasFurniture = true } = {}): { blocks: Block[]; notices: Notice[] } {
  // XHTML closes what shows nothing in one mark; HTML would take all that follows for its text.
  const tree = rehype().parse(/^\s*<\?xml/.test(html) ? html.replace(/<(title|script|style|textarea|iframe|noscript|div|span|p|a)\b([^<>]*)\/>/gi, '<$1$2></$1>') : html);
  const blocks: Block[] = [];
  const notices: Notice[] = [];
  let [text, bold, plain, at] = ['', 0, 0, 0];

  const numbers = new Map<string, string>();
  const flush = (level?: number) => {
    const line = joinLines(text);
    if (line) {
      at += 1;
      blocks.push({ kind: 'text', text: line, at, level, bold: bold > 0 && plain === 0 });
    }
    [text, bold, plain] = ['', 0, 0];
  };
  const takeTable = (element: Element) => {
    flush();
    at += 1;
    const rows = tableRows(element).filter((row) => row.some(Boolean));
    if (rows.length > 0) blocks.push({ kind: 'table', text: rows.map((row) => row.join('　')).join('\n'), at, rows });
    elementsNamed(element, ['img']).forEach(takePicture);
  };
  const takePicture = (element: Element) => {
    const src = pictureSource(element.properties);
    // Word and WPS fill in the file the picture came from.
    const alt = joinLines(String(element.properties['alt'] ?? '')).replace(/^.*(?:[\\/]|\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?))$|^[a-z]:.*$/i, '');
    const found = findPicture(src);
    if (!found) {
      if (src) notices.push({ rule: 'import/picture', at: at + 1, text: src.slice(0, 200), about: alt || undefined });
      return;
    }
    flush();
    at += 1;
    const picture: Picture = { ...found, alt };
    blocks.push({ kind: 'picture', text: '', at, picture });
  };
  const write = (value: string, isBold: boolean) => {
    text += value;
    if (isBold) bold += value.trim().length;
    else plain += value.trim().length;
  };
  const walk = (node: ElementContent | Root['children'][number], isBold: boolean, keepsLines: boolean): void => {
    if (node.type === 'text') {
      const [first = '', ...others] = keepsLines ? node.value.split('\n') : [node.value];
      write(first, isBold);
      for (const line of others) {
        flush();
        write(line, isBold);
      }
      return;
    }
    if (node.type !== 'element' || UNSEEN.has(node.tagName)) return;
    const { tagName } = node;
    const furniture = hasFurniture ? nameFurniture(node) : undefined;
    if (furniture) {
      flush();
      const words = joinLines(seenText(node));
      if (words) notices.push({ rule: 'import/chrome', at: at + 1, text: words, about: furniture });
      return;
    }
    const heading = /^h([1-6])$/.exec(tagName);
    if (heading) flush();
    else if (tagName === 'br') return flush();
    else if (tagName === 'img') return takePicture(node);
    else if (tagName === 'table' && isDataTable(node)) return takeTable(node);
    else if (tagName === 'sup' && footnoteNumber(node)) {
      text += `（注${footnoteNumber(node)}）`;
      numbers.set(noteId(node)!, footnoteNumber(node)!);
      return;
    } else if (tagName === 'a' && /^#(?:foot|end)note-ref-/.test(String(node.properties['href']))) return;
    const isBlock = BLOCKS.has(tagName);
    if (isBlock) flush();
    const note = numbers.get(String(node.properties['id'] ?? ''));
    if (note) text += `注${note}：`;
    const lines = keepsLines || tagName === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/i.test(String(node.properties['style'] ?? ''));
    for (const child of node.children) {
      // The paragraph inside a footnote must not part from its number.
      if (note && child.type === 'element' && child.tagName === 'p') child.children.forEach((inner) => walk(inner, isBold, lines));
      else walk(child, isBold || tagName === 'strong' || tagName === 'b', lines);
    }
    if (heading) flush(Number(heading[1]));
    else if (isBlock) flush();
  };
  for (const child of tree.children) walk(child, false, false);
  flush();
  return { blocks: notesInPlace(blocks, [...numbers.values()]), notices };
}

/** Pages that load pictures late keep the address of the real one apart, and a blank one in its place. */
export const pictureSource = (properties: Element['properties']): string =>
  String(['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataUrl', 'src'].map((name) => properties[name]).find(Boolean) ?? '');

/** A footnote stands at the end of the file; in drafts it follows the paragraph it belongs to. */
function notesInPlace(blocks: Block[], numbers: string[]): Block[] {
  const isNote = ({ text }: Block) => numbers.some((number) => text.startsWith(`注${number}：`));
  const notes = blocks.filter(isNote);
  return blocks.filter((block) => !isNote(block)).flatMap((block) => {
    const own = notes.filter(({ text }) => block.text.includes(`（${/^注\d+/.exec(text)![0]}）`));
    return [block, ...own.map((note) => ({ ...note, at: block.at }))];
  });
}

const HAN = /[\p{Script=Han}，。；：、！？（）《》“”]/u;

/** Lines of the file are no lines of the page: between Han nothing stands for the break, elsewhere a space. */
const joinLines = (text: string): string =>
  text.trim().replace(/[\s\u00a0\u3000]+/gu, (space, offset: number, all: string) => {
    const betweenHan = HAN.test(all[offset - 1] ?? '') && HAN.test(all[offset + space.length] ?? '');
    return betweenHan && space.includes('\n') ? '' : ' ';
  });

/** `<sup><a href="#footnote-1">[1]</a></sup>` → `1`. */
function footnoteNumber(sup: Element): string | undefined {
  const [link] = sup.children;
  const isNote = link?.type === 'element' && /^#(?:foot|end)note-/.test(String(link.properties['href']));
  return isNote ? /\d+/.exec(toString(sup))?.[0] : undefined;
}

const noteId = (sup: Element): string | undefined => {
  const [link] = sup.children;
  return link?.type === 'element' ? String(link.properties['href']).slice(1) : undefined;
};

function elementsNamed(element: Element, names: string[]): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return names.includes(child.tagName) ? [child] : child.tagName === 'table' ? [] : elementsNamed(child, names);
  });
}

/** Paragraphs of a cell stay apart: 12 above 15 is not 1215. */
const cellText = (node: ElementContent): string => {
  if (node.type !== 'element' || UNSEEN.has(node.tagName)) return seenText(node);
  const text = node.children.map(cellText).join('');
  return BLOCKS.has(node.tagName) || node.tagName === 'br' ? ` ${text} ` : text;
};

/** Cells by row and column: one over several rows holds for each of them, one over several columns stands in the first. */
function tableRows(table: Element): string[][] {
  const rows: string[][] = elementsNamed(table, ['tr']).map(() => []);
  let filled = 0;
  elementsNamed(table, ['tr']).forEach((row, r) => {
    let column = 0;
    for (const cell of elementsNamed(row, ['td', 'th'])) {
      while (rows[r]![column] !== undefined) column += 1;
      const span = (name: string) => (filled > MOST_CELLS ? 1 : Math.min(Math.max(1, Number(cell.properties[name]) || 1), LARGEST_SPAN));
      for (let down = 0; down < span('rowSpan') && r + down < rows.length; down += 1) {
        for (let right = 0; right < span('colSpan'); right += 1) rows[r + down]![column + right] = right === 0 ? joinLines(cellText(cell)) : '';
      }
      filled += span('colSpan') * span('rowSpan');
      column += span('colSpan');
    }
  });
  return rows.map((row) => Array.from(row, (cell) => cell ?? ''));
}

function isDataTable(table: Element): boolean {
  const rows = tableRows(table);
  const nested = elementsNamed(table, ['td', 'th']).some((cell) => elementsNamed(cell, ['table']).length > 0);
  return !nested && rows.length > 1 && rows.some((row) => row.length > 1) && rows.flat().every((cell) => cell.length <= LONGEST_CELL);
}
