import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { problem, type Problem } from '../problem.ts';
import type { RuleName } from '../rules.ts';
import { blocksOf, type Passage } from './passage.ts';

/** Lines that look like Markdown to a clerk and are none, or are Markdown unawares. */
const LINES: [RuleName, RegExp][] = [
  ['markdown/heading', /^ {0,3}(?:#{1,6}(?=[^#\s])|＃+)[^\n]{0,12}/gmu],
  ['markdown/list', /^ {0,3}(?:\d{1,2}(?:、|[.．)）](?=[\p{Script=Han}“《]))|[（(]\d{1,2}[)）]|[①-⑳]|[·•●○■◆]|-(?=[\p{Script=Han}“《]))[^\n]{0,12}/gmu],
  ['markdown/list', /^ {0,3}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])(?=[^\n。]{1,30}$)[^\n]{0,12}/gmu],
  ['markdown/table', /^[^\n|]*｜[^\n|]*｜[^\n|]*$/gm],
  ['markdown/code', /(?<=(?:^|\n)[ \t]*\n)(?: {4}|\t)[ \t]*(?=[^ \t\n][^\n]*)(?=[^\n]*\p{Script=Han})/gu],
  ['markdown/underline', /(?<=^[^\n|#>\s][^\n]*\n)(?:-{2,}|={2,})(?=[ \t]*$)/gm],
];

/** Markdown that does not do what Chinese text seems to say. */
export function checkMarkdownTraps(passage: Passage): Problem[] {
  if (passage.role !== 'body') return [];
  const { text, plain, place } = passage;
  return [
    ...LINES.flatMap(([rule, pattern]) => {
      // Indented code is hidden from prose, and is what this rule looks for.
      const source = rule === 'markdown/code' ? withoutLists(text) : plain;
      return [...source.matchAll(pattern)].map(({ 0: value, index }) => problem(rule, place(index), { value: text.slice(index, index + value.length).trim() }));
    }),
    ...[...plain.matchAll(/~~/g)].slice(0, 1).map(({ index }) => problem('markdown/tilde', place(index))),
    ...checkParagraphs(passage),
    ...checkBold(passage),
  ];
}

/** In a list an indented line belongs to its item. */
const withoutLists = (text: string): string => (/^\s*(?:[-*+]|\d+\.)\s/m.test(text) ? '' : text);

/** A sentence ends and the next line goes on: to Markdown one paragraph, to the clerk who pressed Enter two. */
function checkParagraphs(passage: Passage): Problem[] {
  if (!JOINED.test(passage.plain)) return [];
  return blocksOf(passage).flatMap(({ kind, start, end }) => {
    if (kind !== 'text') return [];
    const joined = [...passage.plain.slice(start, end).matchAll(new RegExp(JOINED, 'gmu'))];
    return joined.slice(0, 1).map(({ index }) => problem('markdown/paragraph', passage.place(start + index), { count: joined.length }));
  });
}

const JOINED = /(?<=^[^\n|#>\s*+-][^\n]*[。！？][”」』）]?[ \t]*\n)[\u3000 ]*(?=[\p{Script=Han}“《「A-Z0-9])(?!\d+[.、)])/mu;

/** Asterisks that stay asterisks: the parser itself says which. */
function checkBold(passage: Passage): Problem[] {
  if (!passage.plain.includes('**')) return [];
  return blocksOf(passage).flatMap(({ start, end }) => {
    const block = passage.text.slice(start, end);
    if (!block.includes('**')) return [];
    const problems: Problem[] = [];
    visit(parseMarkdown(block), 'text', (node) => {
      const at = node.value.indexOf('**');
      if (at === -1) return;
      const offset = block.indexOf('**', node.position?.start.offset ?? 0);
      problems.push(problem('markdown/bold', passage.place(start + offset), { value: node.value.slice(at, at + 12) }));
    });
    return problems;
  });
}
