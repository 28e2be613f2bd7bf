import type { Root } from 'mdast';
import { remark } from 'remark';
import { dialect } from './dialect.ts';

const processor = remark().use(dialect).freeze();

/** Markdown → tree, with the position of every node. */
export function parseMarkdown(markdown: string): Root {
  return processor.runSync(processor.parse(markdown), markdown as never) as Root;
}
