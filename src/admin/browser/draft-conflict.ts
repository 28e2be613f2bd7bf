import { sameValues, type Values } from '../content-text.ts';

/** An entry as the editor program holds it; a draft is one whose `workflow` says where it waits. */
export interface HeldEntry {
  locales: Record<string, { path: string; content: Values }>;
  workflow?: unknown;
  [more: string]: unknown;
}

/** In the terms of the editor program, which words it. */
export type Conflict = { type: 'deleted' } | { type: 'modified'; entry: HeldEntry };

/** Whether what an editor opened is no longer what stands in the repository: the draft of the entry, or else the entry itself. */
export function draftConflict(opened: HeldEntry, drafts: HeldEntry[], published: HeldEntry[]): Conflict | undefined {
  const paths = new Set(Object.values(opened.locales).map(({ path }) => path));
  const isSame = ({ locales }: HeldEntry) => Object.values(locales).some(({ path }) => paths.has(path));
  const current = drafts.find(isSame) ?? published.find(isSame);
  if (!current) return { type: 'deleted' };
  const contents = ({ locales }: HeldEntry) => Object.values(locales)[0]!.content;
  if (sameValues(contents(current), contents(opened))) return undefined;
  // Who wrote last in a draft is not known: what it carries is who wrote the entry it was made from.
  return { type: 'modified', entry: current.workflow ? { ...current, commitAuthor: undefined } : current };
}

/** @throws Error in the terms of the editor program where the file of a new entry is there already */
export function checkName(made: HeldEntry, others: HeldEntry[]): void {
  const taken = new Set(others.flatMap(({ locales }) => Object.values(locales).map(({ path }) => path)));
  const path = Object.values(made.locales).map((locale) => locale.path).find((one) => taken.has(one));
  if (path) throw new Error('saving_failed', { cause: new Error(`已有“${path}”，没有保存，以免盖掉它。请换一个网址名。`) });
}
