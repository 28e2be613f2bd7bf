import type { Definition, Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { LinkTargets } from './link-targets.ts';

/** `[…](2015/district/slug)` → the entry's URL under the site's base. */
export function linkEntries({ targets }: { targets: LinkTargets }) {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      const link: Link | Definition = node;
      const url = targets.entryUrl(link.url);
      if (url) link.url = url;
    });
  };
}
