import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

const WIDE = '[\\u2E80-\\u303F\\u3100-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u2014\\u2018-\\u201F\\u2026\\u{20000}-\\u{3FFFF}]';
const BREAK = new RegExp(`(?<=${WIDE})[ \\t]*\\n[ \\t]*|[ \\t]*\\n[ \\t]*(?=${WIDE})`, 'gu');

/** A line break inside a Chinese paragraph is no space: it vanishes beside a Han character or full-width mark. */
export function joinSoftBreaks() {
  return (tree: Root) => {
    visit(tree, 'text', (node, index, parent) => {
      if (!node.value.includes('\n') || index === undefined || !parent) return;
      // Bold text or a link beside the break is a node of its own.
      const before = [...textOf(parent.children[index - 1])].at(-1) ?? '';
      const after = [...textOf(parent.children[index + 1])][0] ?? '';
      node.value = `${before}${node.value}${after}`.replace(BREAK, '').slice(before.length, after ? -after.length : undefined);
    });
  };
}

const textOf = (node: Nodes | undefined): string => (node && node.type !== 'break' ? toString(node) : '');
