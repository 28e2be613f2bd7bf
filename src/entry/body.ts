import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { problem, type Place, type Problem } from '../problem.ts';

/** A link of the text with its place, so that the Book can check it. */
export interface BodyLink {
  target: string;
  line: number;
  column: number;
}

export interface Body {
  /** Tree without positions: it is stored, and rendered with the Book in hand. */
  tree: Root;
  /** Targets of links into the book, as the editor wrote them. */
  links: BodyLink[];
  /** Pictures beside the file, by path as written. */
  pictures: BodyLink[];
}

const OUTSIDE_LINK = /^(?:https?:|mailto:|tel:|#)/i;

/** Parses the Markdown below the frontmatter. `firstLine` is its line in the file, so places are those of the file. */
export function parseBody(markdown: string, file: string, firstLine: number): { body: Body; problems: Problem[] } {
  const tree = parseMarkdown(markdown);
  const problems: Problem[] = [];
  const links: BodyLink[] = [];
  const pictures: BodyLink[] = [];
  visit(tree, (node) => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const at: Place = { file, line: start.line + firstLine - 1, column: start.column };
    delete node.position;
    switch (node.type) {
      case 'html':
        problems.push(problem('text/raw-html', at, { value: node.value }));
        break;
      case 'link':
      case 'definition':
        if (!OUTSIDE_LINK.test(node.url)) links.push({ target: node.url, line: at.line, column: at.column });
        break;
      case 'image':
        pictures.push({ target: node.url, line: at.line, column: at.column });
        if (!node.alt?.trim()) problems.push(problem('text/picture-alt', at, { value: node.url }));
        break;
      case 'text':
        for (const [, label] of node.value.matchAll(/\[\^([^\]]+)\]/g)) {
          problems.push(problem('text/footnote', at, { value: label! }));
        }
        break;
    }
  });
  return { body: { tree, links, pictures }, problems };
}

/**
 * The text of a tree as runs: one for each paragraph, heading, table cell, footnote, picture caption. A number or a
 * search match never crosses from one run into the next.
 */
export function textRuns(tree: Root): string[] {
  const runs: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || node.type === 'code') {
      const run = toString(node, { includeImageAlt: true }).trim();
      if (run) runs.push(run);
    }
    if (node.type === 'image' && node.title) runs.push(node.title);
  });
  return runs;
}
