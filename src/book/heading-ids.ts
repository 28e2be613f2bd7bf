import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { anchor } from '../urls.ts';

/** Id of the next heading of a text: its own words, so that links stay readable, numbered where they come again. */
export function nameHeading(text: string, taken: Set<string>): string {
  const name = anchor(text) || 'section';
  let id = name;
  for (let count = 2; taken.has(id); count += 1) id = `${name}-${count}`;
  taken.add(id);
  return id;
}

/** Ids of all headings of a text, in order. */
export function headingIds(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'heading', (heading) => void nameHeading(toString(heading, { includeImageAlt: false }), ids));
  return ids;
}
