import { Converter } from 'opencc-js/cn2t';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../../src/book/book.ts';
import { buildBook } from '../../../src/book/build.ts';
import { readContentFolder } from '../../../src/content-folder.ts';
import { recordOf } from '../../../src/outputs/search/record.ts';
import { bookOf } from '../../small-book.ts';
import { generatedEntries } from './generated-entries.ts';
import { searchInNode, type SearchInNode } from './open-in-node.ts';
import { randomQueries } from './random-queries.ts';
import { idsWith, plainRecord } from './truth.ts';

const QUERIES = 500;

/** Every query a reader may make of these texts is answered by exactly the entries that contain it. */
describe.each<[string, () => Promise<Book>]>([
  ['the published content', async () => buildBook((await readContentFolder('content')).parts).book!],
  ['a generated book of 600 entries', async () => bookOf(generatedEntries(600))],
])('%s', (_, load) => {
  let book: Book;
  let search: SearchInNode;
  beforeAll(async () => {
    book = await load();
    search = await searchInNode(book);
  }, 120_000);
  afterAll(() => search?.close());

  it(`answers ${QUERIES} random queries exactly`, { timeout: 120_000 }, async () => {
    const records = book.entries.map((entry) => plainRecord(entry.id, recordOf(entry)));
    const wrong: unknown[] = [];
    for (const query of randomQueries(book.entries.map(recordOf), QUERIES)) {
      const [expected, found] = [idsWith(records, query), (await search.search(query)).sort()];
      if (JSON.stringify(expected) !== JSON.stringify(found)) wrong.push({ query, expected, found });
    }
    expect(wrong).toEqual([]);
  });

  it('finds titles by either script, and puts them before texts', async () => {
    const traditional = Converter({ from: 'cn', to: 't' });
    const titles = book.entries.map(({ id, title }) => plainRecord(id, { title, runs: [] }));
    for (const { title } of book.entries.filter((entry, index) => index % 10 === 0 && /^[\p{L}\p{N}]{2,}$/u.test(entry.title))) {
      const expected = idsWith(titles, title);
      expect((await search.search(traditional(title))).slice(0, expected.length).sort(), title).toEqual(expected);
    }
  });

  it('combines and excludes words', async () => {
    const records = book.entries.map((entry) => plainRecord(entry.id, recordOf(entry)));
    const [one, other] = ['改革', '社区'].map((word) => new Set(idsWith(records, word)));
    expect((await search.search('改革、社区')).sort()).toEqual([...one!.intersection(other!)].sort());
    expect((await search.search('改革 -社区')).sort()).toEqual([...one!.difference(other!)].sort());
  });

  it('takes a space for nothing where the texts do, else for the end of a word', async () => {
    const records = book.entries.map((entry) => plainRecord(entry.id, recordOf(entry)));
    const [random, two] = [randomQueries(book.entries.map(recordOf), 40), (list: string[], at: number) => `${list[at]!} ${list[at + 1]!}`];
    const pairs = random.flatMap((query, at) => (at % 2 === 0 ? [two(random, at), `${query.slice(0, 1)} ${query.slice(1)}`] : []));
    for (const pair of pairs.filter((text) => /^[\p{L}\p{N}]+ [\p{L}\p{N}]+$/u.test(text))) {
      const [one, other] = pair.split(' ');
      const joined = idsWith(records, pair);
      const apart = idsWith(records, one!).filter((id) => idsWith(records, other!).includes(id));
      expect((await search.search(pair)).sort(), pair).toEqual(joined.length > 0 ? joined : apart);
    }
  });

  it('finds single characters of several words anywhere, one alone in titles', async () => {
    const records = book.entries.map((entry) => plainRecord(entry.id, recordOf(entry)));
    const all = idsWith(records, '区').filter((id) => idsWith(records, '年').includes(id));
    expect((await search.search('区、年')).sort()).toEqual(all);
    const titles = records.map(({ id, runs }) => ({ id, runs: runs.slice(0, 1) }));
    expect((await search.search('区')).sort()).toEqual(idsWith(titles, '区'));
  });

  it('takes anything for a query', async () => {
    const strange = ['😀', '%', '\ud800', '.*[', '(a+)+$', '<script>alert(1)</script>', '"', '-', '""', '- -', '甲'.repeat(200), '改革'.repeat(100), '\0'];
    for (const text of strange) expect(Array.isArray(await search.search(text)), text).toBe(true);
  });

  it('finds a long passage whole, and only it', async () => {
    const longest = book.entries.flatMap((entry) => recordOf(entry).runs.map((run) => ({ id: entry.id, run })))
      .flatMap(({ id, run }) => run.split(/[^\p{L}\p{N}]/u).map((part) => ({ id, part })))
      .sort((a, b) => b.part.length - a.part.length)[0]!;
    expect(await search.search(longest.part)).toContain(longest.id);
    expect(await search.search(`${longest.part}甲乙丙丁`)).toEqual([]);
  });
});
