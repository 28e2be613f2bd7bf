import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookOf, entryText } from '../../small-book.ts';
import { generatedEntries } from './generated-entries.ts';
import { searchInNode, type SearchInNode } from './open-in-node.ts';

/**
 * What the search takes for granted of Pagefind and its documentation does not promise. When its version changes and
 * something here fails, look at: `page-list.ts` (form of `.pf_meta`), `chunks.ts` (form of a chunk, weight of plain text),
 * `pagefind-index.ts` (form of a fragment, which files are its own interface's), `pagefind-reader.ts` (language read when an instance is
 * made, a chunk that fails to load taken for an empty one), `tokenise.ts` (a lone `-` counts as a position, Yi
 * syllables are left as they are), `rolls.ts` (Vai signs are left as they are), `find-entries.ts` (order and positions of the quoted search).
 */
describe('Pagefind', () => {
  let search: SearchInNode;
  beforeAll(async () => {
    search = await searchInNode(bookOf({ ...generatedEntries(40), '2015/jia/z.md': entryText('甲乙，乙丙。丁戊己。', { title: '末条' }) }));
  }, 60_000);
  afterAll(() => search?.close());

  it('is the version whose forms are known', async () => {
    const entry = JSON.parse(await readFile(join(search.folder, 'pagefind/pagefind-entry.json'), 'utf8')) as Record<string, unknown>;
    expect(entry).toMatchObject({ version: '1.6.0', languages: { und: { page_count: 42, wasm: null } } });
  });

  it('comes without the parts of its own interface', async () => {
    const files = await readdir(join(search.folder, 'pagefind'));
    expect(files.filter((name) => /ui|worker|highlight/.test(name))).toEqual([]);
    expect(existsSync(join(search.folder, 'pagefind/wasm.unknown.pagefind'))).toBe(true);
  });

  it('names pages by their place in book order', async () => {
    const { index } = search.lookup;
    const results = await index.search('"丁戊 戊己"');
    expect(results).toMatchObject([{ entry: 41 }]);
    expect((await index.entry(41)).meta.id).toBe('2015/jia/z');
  });

  it('finds no pair across a gap', async () => {
    expect(await search.lookup.index.search('"甲乙 乙丙"')).toEqual([]);
    expect(await search.lookup.index.search('"乙丙"')).toHaveLength(1);
  });

  it('says where the first match stands, title first', async () => {
    const [title] = await search.lookup.index.search('"末条"');
    const [text] = await search.lookup.index.search('"丁戊"');
    expect(title!.positions).toEqual([0]);
    expect(text!.positions[0]).toBeGreaterThanOrEqual(search.lookup.titleSpan);
  });

  it('gives the quoted search in book order', async () => {
    const entries = (await search.lookup.index.search('"改革"')).map(({ entry }) => entry);
    expect(entries.length).toBeGreaterThan(5);
    expect(entries).toEqual([...entries].sort((a, b) => a - b));
  });
});
