import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { nameHeading } from '../book/heading-ids.ts';

export interface Heading {
  depth: number;
  text: string;
  id: string;
}

/** Ids for headings, collected for the contents list. Headings begin at h2: h1 is the page's title. */
export function nameHeadings({ headings }: { headings: Heading[] }) {
  return (tree: Root) => {
    const taken = new Set<string>();
    visit(tree, 'element', (node: Element) => {
      const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (!depth) return;
      if (depth === '1') node.tagName = 'h2';
      if (node.properties['id']) return;
      const text = toString(node);
      const id = nameHeading(text, taken);
      node.properties['id'] = id;
      headings.push({ depth: Math.max(2, Number(depth)), text, id });
    });
  };
}

/** A wide table scrolls inside its own frame, also by keyboard, so that the page never does. */
export function frameTables() {
  return (tree: Root) => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || index === undefined || !parent) return undefined;
      const frame: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-frame'], tabIndex: 0, role: 'group', ariaLabel: '表格' },
        children: [node],
      };
      parent.children[index] = frame;
      return SKIP;
    });
  };
}
