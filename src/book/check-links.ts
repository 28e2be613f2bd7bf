import { posix } from 'node:path';
import type { Body } from '../entry/body.ts';
import { nearest, suggest } from '../entry/nearest.ts';
import { placeOf, type Entry } from '../entry/parse.ts';
import { problem, type Problem } from '../problem.ts';
import { headingIds } from './heading-ids.ts';
import { linkedAnchor, linkedId } from './linked-id.ts';
import type { Parts } from './part.ts';

/** Cross-references and links of texts, each to an entry that is there and to a heading it has. */
export function checkLinks(parts: Parts): Problem[] {
  const entries = parts.entry.map(({ entry }) => entry);
  const renamed = new Map(entries.flatMap(({ aliases, id }) => aliases.map((alias) => [alias, id] as const)));
  // What a broken file would hold is not known: a link to it is not wrong.
  const broken = parts.broken.map(({ file }) => file.replace(/\.md$/, ''));
  const ids = new Set([...entries.map(({ id }) => id), ...broken]);
  const bodyOf = new Map(entries.map(({ id, body }) => [id, body]));
  const domains = new Set(parts.domains.flatMap(({ items }) => items.map(({ slug }) => slug)));
  const texts: { file: string; body: Body }[] = [...entries, ...parts.chapter, ...parts.yearbook, ...parts.matter];
  const chapters = new Set<string>(parts.chapter.map(({ file }) => file));
  return [
    ...entries.flatMap((entry) => checkSee(entry, ids, renamed)),
    ...texts.flatMap(({ file, body }) =>
      body.links.flatMap(({ target, line, column }) => {
        const at = { file, line, column };
        const id = linkedId(target);
        if (id !== '' && !ids.has(id)) return [problem('book/link', at, { value: target, suggestion: suggestEntry(id, ids, renamed) })];
        const anchor = linkedAnchor(target);
        const goal = id === '' ? body : bodyOf.get(id);
        if (anchor === undefined || !goal || isNote(anchor)) return [];
        const headings = headingIds(goal.tree);
        // A chapter's page has a section for each domain besides its text.
        if (headings.has(anchor) || (id === '' && chapters.has(file) && domains.has(anchor))) return [];
        return [problem('book/anchor', at, { value: anchor, where: id ? `“${id}”` : '本文', suggestion: suggestHeading(anchor, headings) })];
      }),
    ),
  ];
}

/** Notes have ids of their own, which Markdown makes. */
const isNote = (anchor: string): boolean => /^fn(?:ref)?-|^footnote-label$/.test(anchor);

function suggestHeading(anchor: string, headings: Set<string>): string {
  if (headings.size === 0) return '请删去 # 和后面的字';
  return suggest(anchor, headings, `可写的小标题：${[...headings].join('、')}`);
}

function checkSee(entry: Entry, ids: Set<string>, renamed: Map<string, string>): Problem[] {
  const seen = new Set<string>();
  return entry.see.flatMap(({ id }, index) => {
    const at = placeOf(entry, `see.${index}`);
    const repeated = seen.has(id);
    seen.add(id);
    if (id === entry.id) return [problem('book/see-self', at)];
    if (!ids.has(id)) return [problem('book/see', at, { value: id, suggestion: suggestEntry(id, ids, renamed) })];
    return repeated ? [problem('book/see-twice', at, { value: id })] : [];
  });
}

/** An entry of the same name elsewhere is a likelier slip than one of a similar path. */
function suggestEntry(id: string, ids: Set<string>, renamed: Map<string, string>): string {
  const now = renamed.get(id);
  if (now) return `该条目已改名，请写“${now}”`;
  const slug = posix.basename(id);
  const sameName = [...ids].find((other) => posix.basename(other) === slug);
  const match = sameName ?? nearest(id, ids);
  return match ? `是否为“${match}”？` : '写法为 年份/区/文件名，不带 .md；请核对，或删去';
}
