import type { Book, Yearbook } from '../../book/book.ts';
import { yearbookOf } from '../../book/book.ts';
import { linkedId } from '../../book/linked-id.ts';
import { printText } from './print-text.ts';

/** An entry of another volume, as a reference names it: 见《改革年鉴 2018》第 37 页. */
export interface OutsideEntry {
  volume: string;
  /**
   * As many digits as the page has, for the room that it is given: no line or page of this volume breaks otherwise for
   * another page of as many. Absent where the other volume is not made along with this one, and no page is named.
   */
  room: string | undefined;
  /** Folio in the cited edition of the other volume. */
  folio: string | undefined;
}

/** What of a volume this is about. */
interface Referring {
  year: string;
  outside: Record<string, OutsideEntry>;
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

/** Digits of the page of each entry that another volume refers to. */
export type Rooms = ReadonlyMap<string, number>;

/** The least room for the entries that some of these volumes refer to and another one holds. */
export const leastRooms = (volumes: Referring[]): Rooms => {
  const made = new Set(volumes.map(({ year }) => year));
  return new Map(volumes.flatMap(({ outside }) => Object.keys(outside).flatMap((id) => (made.has(yearOf(id)) ? [[id, 1]] : []))));
};

/** Rooms that hold the folios: wider than before where they must be, never narrower, so that widening comes to an end. */
export const widenRooms = (rooms: Rooms, folios: ReadonlyMap<string, string>): Rooms =>
  new Map([...rooms].map(([id, digits]) => [id, Math.max(digits, folios.get(id)?.length ?? 0)]));

export const sameRooms = (one: Rooms, other: Rooms): boolean => [...one].every(([id, digits]) => other.get(id) === digits);

/** The volume with room for the pages of other volumes. */
export const withRooms = <V extends Referring>(volume: V, rooms: Rooms): V =>
  withOutside(volume, (id, one) => ({ ...one, room: rooms.has(id) ? '0'.repeat(rooms.get(id)!) : undefined }));

/** The volume with the pages of other volumes in the room kept for them. */
export const withFolios = <V extends Referring>(volume: V, folios: ReadonlyMap<string, string>): V =>
  withOutside(volume, (id, one) => ({ ...one, folio: folios.get(id) }));

/** What alone decides where this volume breaks. */
export const withoutFolios = <V extends Referring>(volume: V): V => withFolios(volume, new Map());

function withOutside<V extends Referring>(volume: V, change: (id: string, one: OutsideEntry) => OutsideEntry): V {
  return { ...volume, outside: Object.fromEntries(Object.entries(volume.outside).map(([id, one]) => [id, change(id, one)])) };
}
