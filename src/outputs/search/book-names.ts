import { pinyin } from 'pinyin-pro';
import { chapterOf, type Book } from '../../book/book.ts';
import { documentUrl, termUrl } from '../../book/listing.ts';
import type { Urls } from '../../urls.ts';
import type { FoldTable } from './fold.ts';
import { bestRows, byRank, CROWDED, HEAD, LONGEST_KEY, nameKey, rankOf, type Name, type NameRow } from './names.ts';
import { segmentsOf } from './tokenise.ts';

/** A name with other writings it is found by, and its reading where an editor gave one. */
interface BookName extends Name {
  aliases?: string[];
  sortKey?: string;
}

/** Every name of the Book, once. Paths are relative to the base. */
export function namesOf(book: Book, urls: Urls): BookName[] {
  const path = (url: string) => url.slice(urls.base.length);
  const names: BookName[] = [
    ...book.glossary.map((term, index) => ({
      kind: 'term' as const, text: term.term, path: path(termUrl(urls, term, index)), context: '', aliases: term.aliases, sortKey: term.sortKey,
    })),
    ...book.districts.map(({ slug, name, city }) => ({
      kind: 'district' as const, text: name, path: path(urls.district(slug)), context: city, aliases: [`${city}${name}`],
    })),
    ...book.yearbooks.flatMap(({ year, chapters }) =>
      chapters.map(({ name, district }) => ({
        kind: 'chapter' as const, text: name, path: path(urls.chapter(year, district.slug)), context: `${year}年`,
      })),
    ),
    ...book.documents.map((document, index) => ({
      kind: 'document' as const, text: document.title, path: path(documentUrl(urls, document, index)), context: document.issuer ?? '',
    })),
    ...book.entries.flatMap((entry) => [
      ...entry.indexTerms.map(({ term, sortKey }) => ({ kind: 'subject' as const, text: term, path: '', context: '', sortKey })),
      ...[...entry.lead, ...entry.partners].map((text) => ({ kind: 'organisation' as const, text, path: '', context: '' })),
      { kind: 'entry' as const, text: entry.title, path: path(urls.entry(entry.id)), context: `${entry.year}年 ${chapterOf(book, entry).name}` },
    ]),
  ];
  // An index term may be a term or a title, an organisation is named in many entries.
  const led = new Set(names.filter((name) => name.path !== '').map(({ text }) => bare(text)));
  const kept = names.filter((name) => name.path !== '' || !led.has(bare(name.text)));
  return [...new Map(kept.map((name) => [`${name.kind} ${bare(name.text)} ${name.path}`, name])).values()];
}

/** “放管服” and 放管服 are one name. */
const bare = (text: string): string => text.replace(/[“”‘’「」『』《》]/g, '');

/** Word beginnings of one name that are worth a row. */
const MOST_STARTS = 6;
const MOST_PINYIN_STARTS = 3;

/** Rows of all names in the order of their keys, crowded beginnings with a head. */
export function nameRows(names: BookName[], table: FoldTable): NameRow[] {
  const rows = names.flatMap((name) => {
    const keys = new Map<string, boolean>();
    for (const written of [name.text, ...(name.aliases ?? [])]) {
      const sortKey = written === name.text ? name.sortKey : undefined;
      keysOf(written, sortKey, table).forEach((fromStart, key) => keys.set(key, fromStart || keys.get(key) === true));
    }
    return [...keys].map(([key, fromStart]): NameRow => [key, rankOf(name.kind, fromStart), name.text, name.path, name.context]);
  });
  return [...rows, ...headRows(rows)].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : byRank(a, b)));
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Beginnings a name stands under → whether that is the beginning of the name. */
function keysOf(text: string, sortKey: string | undefined, table: FoldTable): Map<string, boolean> {
  const keys = new Map<string, boolean>();
  const add = (key: string, fromStart: boolean) => {
    if (key !== '') keys.set(key.slice(0, LONGEST_KEY), fromStart || keys.get(key) === true);
  };
  const folded = segmentsOf(text, table);
  const chars = folded.flatMap((segment) => segment.chars);
  const offsets = folded.flatMap((segment) => segment.from);
  const starts = [...words.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index }) => offsets.indexOf(index))
    .filter((start) => start > 0);
  for (const start of [0, ...starts.slice(0, MOST_STARTS - 1)]) add(nameKey(chars.slice(start)), start === 0);

  const syllables = syllablesOf(text, sortKey);
  const pinyinStarts = syllables.length === chars.length ? starts.slice(0, MOST_PINYIN_STARTS - 1) : [];
  for (const start of [0, ...pinyinStarts]) {
    const from = syllables.slice(start);
    add(from.join(''), start === 0);
    add(from.map((syllable) => (/^[a-z]/.test(syllable) ? syllable[0] : syllable)).join(''), start === 0);
  }
  return keys;
}

/** Pinyin without tones, one syllable a character; what is not read stands for itself. */
function syllablesOf(text: string, sortKey: string | undefined): string[] {
  const read = sortKey?.split(/\s+/) ?? pinyin(text.normalize('NFKC'), { toneType: 'none', type: 'array', v: true });
  return read.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((syllable) => syllable !== '');
}

/** For every beginning that too many names share, the best of them. */
function headRows(rows: NameRow[]): NameRow[] {
  const under = new Map<string, NameRow[]>();
  for (const row of rows) {
    for (let length = 1; length <= row[0].length; length += 1) {
      const key = row[0].slice(0, length);
      const list = under.get(key);
      if (list) list.push(row);
      else under.set(key, [row]);
    }
  }
  return [...under]
    .filter(([, list]) => list.length > CROWDED)
    .flatMap(([key, list]) => bestRows(list).map(([, ...rest]): NameRow => [key + HEAD, ...rest]));
}

/** Bytes of a shard at most, before the server compresses it. */
const SHARD_LIMIT = 8000;

/** Rows of one key stay in one shard; only those of a crowded beginning, which has its head elsewhere, may fill several. */
export function cutShards(rows: NameRow[], limit = SHARD_LIMIT): NameRow[][] {
  const bytesOf = (row: NameRow) => Buffer.byteLength(JSON.stringify(row)) + 1;
  const groups = [...Map.groupBy(rows, ([key]) => key).values()];
  const shards: NameRow[][] = [];
  let left = 0;
  for (const group of groups) {
    if (group.reduce((sum, row) => sum + bytesOf(row), 0) > left) {
      shards.push([]);
      left = limit - '[]'.length;
    }
    for (const row of group) {
      left -= bytesOf(row);
      if (left < 0) {
        shards.push([]);
        left = limit - '[]'.length - bytesOf(row);
      }
      shards.at(-1)!.push(row);
    }
  }
  return shards;
}
