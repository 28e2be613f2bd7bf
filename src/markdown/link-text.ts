import type { Link, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { LinkTargets } from './link-targets.ts';

const DOCUMENT = /《([^《》]+)》/g;

/** Where no link is made: inside another link, a heading, code, a footnote's label. */
const CLOSED = new Set(['link', 'linkReference', 'heading', 'definition']);

/** Links glossary terms and 《documents》 in running text, each at its first occurrence in the entry. */
export function linkText({ targets }: { targets: LinkTargets }) {
  return (tree: Root) => {
    const linked = new Set<string>();
    visitParents(tree, 'text', (node: Text, ancestors) => {
      const parent = ancestors.at(-1);
      if (!parent || ancestors.some(({ type }) => CLOSED.has(type))) return undefined;
      const pieces = linkPieces(node.value, targets, linked);
      if (!pieces) return undefined;
      const index = (parent.children as PhrasingContent[]).indexOf(node);
      (parent.children as PhrasingContent[]).splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

interface Found {
  start: number;
  end: number;
  link: Link;
}

function linkPieces(text: string, targets: LinkTargets, linked: Set<string>): PhrasingContent[] | undefined {
  const found = [...findDocuments(text, targets, linked)];
  const taken = (start: number, end: number) => found.some((other) => start < other.end && end > other.start);
  // A term inside a document's name is part of the name, linked or not.
  const titles = [...text.matchAll(DOCUMENT)].map((match) => [match.index, match.index + match[0].length] as const);
  for (const match of targets.terms.pattern ? text.matchAll(targets.terms.pattern) : []) {
    const [start, end] = [match.index, match.index + match[0].length];
    const term = targets.terms.termOf(match[0]);
    const inTitle = titles.some(([from, to]) => start > from && end < to);
    if (inTitle || taken(start, end) || linked.has(`term ${term}`)) continue;
    linked.add(`term ${term}`);
    found.push({ start, end, link: makeLink(match[0], targets.termUrl(term), 'term', targets.termDefinition(term)) });
  }
  if (found.length === 0) return undefined;
  found.sort((a, b) => a.start - b.start);
  const pieces: PhrasingContent[] = [];
  let at = 0;
  for (const { start, end, link } of found) {
    if (start > at) pieces.push({ type: 'text', value: text.slice(at, start) });
    pieces.push(link);
    at = end;
  }
  if (at < text.length) pieces.push({ type: 'text', value: text.slice(at) });
  return pieces;
}

function* findDocuments(text: string, targets: LinkTargets, linked: Set<string>): Generator<Found> {
  for (const match of text.matchAll(DOCUMENT)) {
    const title = match[1]!;
    const url = targets.documentUrl(title);
    if (!url || linked.has(`document ${title}`)) continue;
    linked.add(`document ${title}`);
    yield { start: match.index + 1, end: match.index + 1 + title.length, link: makeLink(title, url, 'document') };
  }
}

function makeLink(value: string, url: string, className: 'term' | 'document', title?: string): Link {
  return { type: 'link', url, title: title ?? null, children: [{ type: 'text', value }], data: { hProperties: { className: [className] } } };
}
