import type { Book } from '../book/book.ts';
import type { Part } from '../book/part.ts';
import { placeOf } from '../entry/parse.ts';
import { problem, type Place, type Problem } from '../problem.ts';

interface Told {
  text: string;
  date: string;
  place: Place;
  bigrams: Set<string>;
}

/** Share of the shorter text's bigrams that stand in the other; a bare year says less than a day, so it must agree more. */
const ALIKE = { day: 0.6, month: 0.7, year: 0.85 };

/** The same event in the chronicle twice: same district, dates that may be one (2024-05 and 2024-05-06), nearly the same words. */
export function checkRepeatedEvents(book: Book, parts: Part[]): Problem[] {
  const told = Map.groupBy(allEvents(book, parts), ({ key }) => key);
  return [...told.values()].flatMap((events) =>
    events.length < 2 ? [] : repeatsAmong(events.map(({ text, date, place }) => ({ text, date, place, bigrams: bigramsOf(text) }))),
  );
}

const year = (date: string): string => date.slice(0, 4);

function allEvents(book: Book, parts: Part[]): { key: string; date: string; text: string; place: Place }[] {
  const ofEntries = book.entries.flatMap((entry) =>
    entry.events.map(({ date, text }, index) => ({ key: `${entry.district}\0${year(date)}`, date, text, place: placeOf(entry, `events.${index}`) })),
  );
  const loose = parts.flatMap((part) =>
    part.kind === 'events'
      ? part.items.map(({ date, text, district = '' }, index) => {
          const [line, column] = part.places[String(index)] ?? [1, 1];
          return { key: `${district}\0${year(date)}`, date, text, place: { file: part.file, line, column } };
        })
      : [],
  );
  return [...ofEntries, ...loose];
}

/** Events that share no bigram with an earlier one are never compared: work grows with what is alike. */
function repeatsAmong(events: Told[]): Problem[] {
  const holders = new Map<string, number[]>();
  return events.flatMap(({ text, date, place, bigrams }, index) => {
    const shared = new Map<number, number>();
    for (const bigram of bigrams) {
      const earlier = holders.get(bigram);
      for (const other of earlier ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (!earlier) holders.set(bigram, [index]);
      else if (earlier.length < MOST_HOLDERS) earlier.push(index);
    }
    const best = [...shared].find(([other, count]) => {
      const earlier = events[other]!;
      const alike = alikeAt(date, earlier.date);
      return !isOtherOrdinal(text, earlier.text) && alike !== undefined && count >= alike * Math.min(bigrams.size, earlier.bigrams.size) && count >= FEWEST_SHARED;
    });
    if (!best) return [];
    const other = events[best[0]]!.place;
    return [problem('repeat/event', place, { value: text, other: `${other.file}:${other.line}` })];
  });
}

/** 第三次会议 and 第四次会议, 首批 and 第二批 are two events in the same words. */
function isOtherOrdinal(a: string, b: string): boolean {
  const ordinals = (text: string): string[] => text.match(/第[〇零一二三四五六七八九十百\d]+|首[次批届屆]/gu) ?? [];
  const [some, others] = [ordinals(a), ordinals(b)];
  return some.length > 0 && others.length > 0 && !some.some((ordinal) => others.includes(ordinal));
}

/** How alike two events must be to be one; nothing where their dates say that they are two. */
function alikeAt(a: string, b: string): number | undefined {
  if (!a.startsWith(b) && !b.startsWith(a)) return undefined;
  const shorter = Math.min(a.length, b.length);
  return shorter > 7 ? ALIKE.day : shorter > 4 ? ALIKE.month : ALIKE.year;
}

/** A bigram of half the events (改革) tells nothing about any two of them. */
const MOST_HOLDERS = 50;
const FEWEST_SHARED = 6;

function bigramsOf(text: string): Set<string> {
  const letters = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)));
}
