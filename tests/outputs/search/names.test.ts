import { describe, expect, it } from 'vitest';
import { cutShards, nameRows, namesOf } from '../../../src/outputs/search/book-names.ts';
import { CROWDED, HEAD_SIZE, lookUpNames, type NameRow } from '../../../src/outputs/search/names.ts';
import { siteUrls } from '../../../src/urls.ts';
import { bookOf, entryText } from '../../small-book.ts';

const table = new Map([['龍', '龙'], ['華', '华']]);
const SHARD_BYTES = 900;

/** Names as the box proposes them, over shards of a few rows. */
async function propose(rows: NameRow[], key: string): Promise<string[]> {
  const shards = cutShards(rows, SHARD_BYTES);
  const contents = { starts: shards.map(([first]) => first![0]), edition: '' };
  const names = await lookUpNames(contents, key, async (shard) => shards[shard]!);
  return names.map(({ kind, text }) => `${kind} ${text}`);
}

describe('names', () => {
  const book = bookOf({
    'glossary.yaml': '- {term: 放管服, aliases: [简政放权], definition: 简称。}\n- {term: 重庆模式, definition: 一种。, sortKey: chong qing mo shi}\n',
    '2015/jia/base.md': entryText('龍華推进改革。', { title: '龍華公司改制', documents: [{ title: '关于促进就业的意见' }], indexTerms: ['放管服'], lead: ['某公司'] }),
  });
  const rows = nameRows(namesOf(book, siteUrls('/yearbook/')), table);

  it.each([
    ['放', 'term 放管服'],
    ['简政', 'term 放管服'],
    ['fangguan', 'term 放管服'],
    ['fgf', 'term 放管服'],
    ['cqms', 'term 重庆模式'],
    ['chongqing', 'term 重庆模式'],
    ['甲区', 'district 甲区'],
    ['jq', 'district 甲区'],
    ['龙华', 'entry 龍華公司改制'],
    ['公司', 'entry 龍華公司改制'],
    ['就业', 'document 关于促进就业的意见'],
  ])('%s proposes %s', async (key, name) => expect(await propose(rows, key)).toContain(name));

  it('are proposed once, as what leads somewhere', async () => {
    expect(await propose(rows, '放管服')).toEqual(['term 放管服']);
    expect(await propose(rows, '')).toEqual([]);
    expect(await propose(rows, '没有的')).toEqual([]);
  });

  it('give paths under the base', () => {
    expect(rows.find(([, , text]) => text === '甲区')?.[3]).toBe('districts/jia/');
  });
});

describe('shards', () => {
  const names = Array.from({ length: 90 }, () => ({ kind: 'entry' as const, text: '同名条目', path: 'p', context: '' }));
  const rows = nameRows(names.map((name, at) => ({ ...name, path: `p${at}` })), new Map());

  it('keep to their limit and lose nothing', () => {
    const shards = cutShards(rows, SHARD_BYTES);
    expect(shards.flat()).toEqual(rows);
    expect(Math.max(...shards.map((shard) => Buffer.byteLength(JSON.stringify(shard))))).toBeLessThanOrEqual(SHARD_BYTES);
  });
});

describe('a crowded beginning', () => {
  const names = Array.from({ length: CROWDED * 3 }, (_, at) => ({ kind: 'entry' as const, text: `改革事项${at}`, path: `p${at}`, context: '' }));
  const rows = nameRows([...names, { kind: 'term', text: '改革', path: 't', context: '' }], new Map());

  it('shows its best names, the kinds mixed', async () => {
    const proposed = await propose(rows, '改');
    expect(proposed).toHaveLength(HEAD_SIZE);
    expect(proposed[0]).toBe('term 改革');
  });
  it('goes on where one types on', async () => expect(await propose(rows, '改革事项119')).toEqual(['entry 改革事项119']));
});
