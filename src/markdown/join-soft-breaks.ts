import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

const WIDE = '[\\u2E80-\\u303F\\u3100-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u2014\\u2018-\\u201F\\u2026\\u{20000}-\\u{3FFFF}]';
const BREAK_AFTER_WIDE = new RegExp(`(${WIDE})[ \\t]*\\n[ \\t]*`, 'gu');
const BREAK_BEFORE_WIDE = new RegExp(`[ \\t]*\\n[ \\t]*(?=${WIDE})`, 'gu');

/** A line break inside a Chinese paragraph is no space: it vanishes beside a Han character or full-width mark. */
export function joinSoftBreaks() {
  return (tree: Root) => {
    visit(tree, 'text', (node: Text) => {
      if (node.value.includes('\n')) {
        node.value = node.value.replace(BREAK_AFTER_WIDE, '$1').replace(BREAK_BEFORE_WIDE, '');
      }
    });
  };
}
