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

/** Finds the bytes behind an `<img src>`; nothing where they cannot be had. */
export type PictureFinder = (src: string) => { extension: string; bytes: Uint8Array } | undefined;

/** A page → its blocks. Furniture and pictures out of reach become notices. Any string parses. */
export function readHtml(html: string, findPicture: PictureFinder): { blocks: Block[]; notices: Notice[] } {
  const tree = rehype().parse(html);
  const blocks: Block[] = [];
  const notices: Notice[] = [];
  let [text, bold, plain, at] = ['', 0, 0, 0];

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
    const rows = tableRows(element);
    blocks.push({ kind: 'table', text: rows.map((row) => row.join('　')).join('\n'), at, rows });
  };
  const takePicture = (element: Element) => {
    const src = String(element.properties['src'] ?? '');
    const alt = joinLines(String(element.properties['alt'] ?? ''));
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
  const walk = (node: ElementContent | Root['children'][number], isBold: boolean): void => {
    if (node.type === 'text') {
      text += node.value;
      const { length } = node.value.trim();
      if (isBold) bold += length;
      else plain += length;
      return;
    }
    if (node.type !== 'element' || UNSEEN.has(node.tagName)) return;
    const { tagName } = node;
    const furniture = nameFurniture(node);
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
      return;
    } else if (tagName === 'a' && /^#(?:foot|end)note-ref-/.test(String(node.properties['href']))) return;
    const isBlock = BLOCKS.has(tagName);
    if (isBlock) flush();
    const note = /^(?:foot|end)note-(\d+)$/.exec(String(node.properties['id'] ?? ''));
    if (note) text += `注${note[1]}：`;
    for (const child of node.children) {
      // The paragraph inside a footnote must not part from its number.
      if (note && child.type === 'element' && child.tagName === 'p') child.children.forEach((inner) => walk(inner, isBold));
      else walk(child, isBold || tagName === 'strong' || tagName === 'b');
    }
    if (heading) flush(Number(heading[1]));
    else if (isBlock) flush();
  };
  for (const child of tree.children) walk(child, false);
  flush();
  return { blocks, notices };
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

function elementsNamed(element: Element, names: string[]): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return names.includes(child.tagName) ? [child] : child.tagName === 'table' ? [] : elementsNamed(child, names);
  });
}

const tableRows = (table: Element): string[][] =>
  elementsNamed(table, ['tr']).map((row) => elementsNamed(row, ['td', 'th']).map((cell) => joinLines(toString(cell))));

function isDataTable(table: Element): boolean {
  const rows = tableRows(table);
  const nested = elementsNamed(table, ['td', 'th']).some((cell) => elementsNamed(cell, ['table']).length > 0);
  return !nested && rows.length > 1 && rows.some((row) => row.length > 1) && rows.flat().every((cell) => cell.length <= LONGEST_CELL);
}
