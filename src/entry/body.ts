import type { Nodes, Root } from 'mdast';
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
  /** Targets of links into the book, as the editor wrote them; `#…` stays in this text. */
  links: BodyLink[];
  /** Pictures beside the file, by path as written. */
  pictures: BodyLink[];
  /** Where each of `textRuns(tree)` begins. */
  runPlaces: [line: number, column: number][];
}

const OUTSIDE_LINK = /^(?:https?:|mailto:|tel:)/i;

/** Parses the Markdown below the frontmatter. `firstLine` is its line in the file, so places are those of the file. */
export function parseBody(markdown: string, file: string, firstLine: number): { body: Body; problems: Problem[] } {
  const { tree, nested } = parseShallow(markdown);
  const problems: Problem[] = [];
  if (nested) problems.push(problem('file/unreadable', { file, line: firstLine, column: 1 }, { reason: `正文层层嵌套，超过${DEEPEST}层` }));
  const links: BodyLink[] = [];
  const pictures: BodyLink[] = [];
  const runPlaces: Body['runPlaces'] = [];
  visit(tree, (node) => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const at: Place = { file, line: start.line + firstLine - 1, column: start.column };
    delete node.position;
    for (const _ of runsOf(node)) runPlaces.push([at.line, at.column]);
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
  return { body: { tree, links, pictures, runPlaces }, problems };
}

/** Deeper than any list or quotation that means something, far shallower than what overflows the stack of a plugin. */
const DEEPEST = 100;

/** The tree of a text, or an empty paragraph where it is nested beyond reason, as no text is but a damaged one. */
function parseShallow(markdown: string): { tree: Root; nested: boolean } {
  const empty: Root = { type: 'root', children: [{ type: 'paragraph', children: [] }] };
  try {
    const tree = parseMarkdown(markdown);
    let level: Nodes[] = [tree];
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > DEEPEST) return { tree: empty, nested: true };
      level = level.flatMap((node) => ('children' in node ? node.children : []));
    }
    return { tree, nested: false };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return { tree: empty, nested: true };
  }
}

/**
 * The text of a tree as runs: one for each paragraph, heading, table cell, footnote, picture caption. A number or a
 * search match never crosses from one run into the next.
 */
export function textRuns(tree: Root): string[] {
  const runs: string[] = [];
  visit(tree, (node) => void runs.push(...runsOf(node)));
  return runs;
}

function runsOf(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || node.type === 'code') {
    const run = toString(node, { includeImageAlt: true }).trim();
    return run ? [run] : [];
  }
  return node.type === 'image' && node.title ? [node.title] : [];
}
