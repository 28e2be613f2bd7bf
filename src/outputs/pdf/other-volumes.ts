import type { Book, Yearbook } from '../../book/book.ts';
import { yearbookOf } from '../../book/book.ts';
import { linkedId } from '../../book/linked-id.ts';
import { printText } from './print-text.ts';
import type { VolumeData } from './volume.ts';

/** An entry of another volume, as a reference names it: 见《改革年鉴 2018》第 37 页. */
export interface OutsideEntry {
  volume: string;
  /**
   * Digits that the page is given room for. The same room is kept whatever the page is, so that no line or page of this
   * volume breaks otherwise for it. Absent where the other volume is not made along with this one, and no page is named.
   */
  room: string | undefined;
  /** Folio in the cited edition of the other volume. */
  folio: string | undefined;
}

/** Entries of other volumes that this one refers to, by id. */
export function entriesElsewhere(book: Book, yearbook: Yearbook): Record<string, OutsideEntry> {
  const here = new Set(yearbook.entries.map(({ id }) => id));
  const named = yearbook.entries.flatMap((entry) => [
    ...entry.see.map(({ id }) => id),
    ...(book.seenFrom.get(entry.id) ?? []).map((reference) => reference.entry.id),
  ]);
  const linked = [...yearbook.entries, ...yearbook.chapters, ...yearbook.front, ...yearbook.back, yearbook].flatMap(({ body }) =>
    body.links.map(({ target }) => linkedId(target)),
  );
  return Object.fromEntries(
    [...new Set([...named, ...linked])].sort().flatMap((id) => {
      const entry = book.byId.get(id);
      return entry && !here.has(id) ? [[id, { volume: printText(yearbookOf(book, entry).fields.title), room: undefined, folio: undefined }]] : [];
    }),
  );
}

export const yearOf = (id: string): string => id.split('/')[0]!;

/** Few yearbooks spend more pages on an entry. A folio that is longer than its room stands close to what follows. */
const MOST_PAGES_AN_ENTRY = 3;
const FEWEST_DIGITS = 3;

/** The volume with room for the pages of those volumes that are made along with it. */
export function withRooms(volume: VolumeData, made: Yearbook[]): VolumeData {
  const rooms = new Map(made.map(({ year, entries }) => [year, String(entries.length * MOST_PAGES_AN_ENTRY).length]));
  return withOutside(volume, (id, one) => {
    const digits = rooms.get(yearOf(id));
    return { ...one, room: digits === undefined ? undefined : '0'.repeat(Math.max(FEWEST_DIGITS, digits)) };
  });
}

/** The volume with the pages of other volumes in the room kept for them. */
export const withFolios = (volume: VolumeData, folios: ReadonlyMap<string, string>): VolumeData =>
  withOutside(volume, (id, one) => ({ ...one, folio: folios.get(id) }));

/** What alone decides where this volume breaks. */
export const withoutFolios = (volume: VolumeData): VolumeData => withFolios(volume, new Map());

function withOutside(volume: VolumeData, change: (id: string, one: OutsideEntry) => OutsideEntry): VolumeData {
  return { ...volume, outside: Object.fromEntries(Object.entries(volume.outside).map(([id, one]) => [id, change(id, one)])) };
}
