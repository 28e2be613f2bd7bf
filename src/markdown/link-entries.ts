import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { LinkTargets } from './link-targets.ts';

const ELSEWHERE = /^(?:https?:|mailto:|tel:|#)/i;

/** `[…](2015/district/slug)` → the entry's URL under the site's base; the words alone where the entry is still a draft. */
export function linkEntries({ targets }: { targets: LinkTargets }) {
  return (tree: Root) => {
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'link' && node.type !== 'definition') || ELSEWHERE.test(node.url)) return undefined;
      const url = targets.entryUrl(node.url);
      if (url) {
        node.url = url;
        return undefined;
      }
      if (node.type === 'definition' || index === undefined || !parent) return undefined;
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index + node.children.length];
    });
  };
}
