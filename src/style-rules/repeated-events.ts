import type { Book } from '../book/book.ts';
import type { Part } from '../book/part.ts';
import { placeOf } from '../entry/parse.ts';
import { problem, type Place, type Problem } from '../problem.ts';

interface Told {
  text: string;
  place: Place;
  bigrams: Set<string>;
}

/** Share of the shorter text's bigrams that stand in the other; a bare year says less than a day, so it must agree more. */
const ALIKE = { day: 0.6, month: 0.7, year: 0.85 };

/** The same event in the chronicle twice: same date, same district, nearly the same words. */
export function checkRepeatedEvents(book: Book, parts: Part[]): Problem[] {
  const told = Map.groupBy(allEvents(book, parts), ({ key }) => key);
  return [...told].flatMap(([key, events]) => {
    if (events.length < 2) return [];
    const date = key.slice(key.indexOf('\0') + 1);
    const alike = date.length > 7 ? ALIKE.day : date.length > 4 ? ALIKE.month : ALIKE.year;
    return repeatsAmong(events.map(({ text, place }) => ({ text, place, bigrams: bigramsOf(text) })), alike);
  });
}

function allEvents(book: Book, parts: Part[]): { key: string; text: string; place: Place }[] {
  const ofEntries = book.entries.flatMap((entry) =>
    entry.events.map(({ date, text }, index) => ({ key: `${entry.district}\0${date}`, text, place: placeOf(entry, `events.${index}`) })),
  );
  const loose = parts.flatMap((part) =>
    part.kind === 'events'
      ? part.items.map(({ date, text, district = '' }, index) => {
          const [line, column] = part.places[String(index)] ?? [1, 1];
          return { key: `${district}\0${date}`, text, place: { file: part.file, line, column } };
        })
      : [],
  );
  return [...ofEntries, ...loose];
}

/** Events that share no bigram with an earlier one are never compared: work grows with what is alike. */
function repeatsAmong(events: Told[], alike: number): Problem[] {
  const holders = new Map<string, number[]>();
  return events.flatMap(({ text, place, bigrams }, index) => {
    const shared = new Map<number, number>();
    for (const bigram of bigrams) {
      const earlier = holders.get(bigram);
      for (const other of earlier ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (!earlier) holders.set(bigram, [index]);
      else if (earlier.length < MOST_HOLDERS) earlier.push(index);
    }
    const best = [...shared].find(([other, count]) => count >= alike * Math.min(bigrams.size, events[other]!.bigrams.size) && count >= FEWEST_SHARED);
    if (!best) return [];
    const other = events[best[0]]!.place;
    return [problem('repeat/event', place, { value: text, other: `${other.file}:${other.line}` })];
  });
}

/** A bigram of half the events (改革) tells nothing about any two of them. */
const MOST_HOLDERS = 50;
const FEWEST_SHARED = 6;

function bigramsOf(text: string): Set<string> {
  const letters = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)));
}
