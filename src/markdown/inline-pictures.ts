import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * `![图][甲]` with `[甲]: 图.png` below → `![图](图.png)`: what checks, shows and prints pictures meets one form only. A
 * definition that only pictures use goes with them, as it is no link.
 */
export function inlinePictures() {
  return (tree: Root) => {
    const definitions = new Map<string, Definition>();
    const linked = new Set<string>();
    visit(tree, (node) => {
      // The first definition of a name counts.
      if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
      if (node.type === 'linkReference') linked.add(node.identifier);
    });
    const shown = new Set<string>();
    visit(tree, 'imageReference', ({ identifier, alt, position }, index, parent) => {
      const definition = definitions.get(identifier);
      if (!definition || index === undefined || !parent) return;
      shown.add(identifier);
      parent.children[index] = { type: 'image', url: definition.url, title: definition.title, alt, position };
    });
    visit(tree, 'definition', ({ identifier }, index, parent) => {
      if (!shown.has(identifier) || linked.has(identifier) || index === undefined || !parent) return undefined;
      parent.children.splice(index, 1);
      return index;
    });
  };
}
