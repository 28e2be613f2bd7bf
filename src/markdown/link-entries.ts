import type { Definition, Link, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { LinkTargets } from './link-targets.ts';

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|#)/i;

/** `[…](2015/district/slug)` → the entry's URL under the site's base; plain text where the entry is a draft, which has no page. */
export function linkEntries({ targets }: { targets: LinkTargets }) {
  return (tree: Root) => {
    const unpublished = new Set<string>();
    const resolve = (link: Link | Definition): boolean => {
      if (ELSEWHERE.test(link.url)) return true;
      const url = targets.entryUrl(link.url);
      if (url) link.url = url;
      return url !== undefined;
    };
    visit(tree, 'definition', (definition) => {
      if (!resolve(definition)) unpublished.add(definition.identifier);
    });
    visit(tree, (node, index, parent) => {
      const isDead = node.type === 'link' ? !resolve(node) : node.type === 'linkReference' && unpublished.has(node.identifier);
      if (!isDead || index === undefined || !parent || !('children' in node)) return undefined;
      parent.children.splice(index, 1, ...(node.children as typeof parent.children));
      return [SKIP, index];
    });
  };
}
