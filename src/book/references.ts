import type { Entry } from '../entry/parse.ts';
import type { Reference } from './book.ts';

/** 被参见: for every entry, the entries whose `see` points to it. An entry that is itself pointed at is not listed twice. */
export function linkReferences(entries: Entry[], byId: Map<string, Entry>): Map<string, Reference[]> {
  const seenFrom = new Map<string, Reference[]>();
  for (const entry of entries) {
    for (const { id, why } of new Map(entry.see.map((see) => [see.id, see])).values()) {
      if (!byId.has(id) || id === entry.id) continue;
      const references = seenFrom.get(id) ?? [];
      references.push({ entry, why });
      seenFrom.set(id, references);
    }
  }
  return seenFrom;
}
