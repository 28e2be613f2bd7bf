import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { Domain } from '../../src/book/schema.ts';
import { chooseDomains } from '../../src/import/choose-domain.ts';
import { buildVocabulary, judgeDomain } from '../../src/import/domain.ts';
import type { Section } from '../../src/import/sections.ts';
import { doubtTitle } from '../../src/import/title.ts';

interface Passage {
  domain: string;
  heading?: string;
  text: string;
}

const read = <T>(file: string): T => parse(readFileSync(join(import.meta.dirname, file), 'utf8'), { schema: 'failsafe' }) as T;
const passages = readdirSync(join(import.meta.dirname, 'domains')).sort().flatMap((file) => read<Passage[]>(`domains/${file}`));
const usual = buildVocabulary(read<Domain[]>('truth/domains.yaml'));

test.each(passages)('$domain: $text', ({ domain, heading = '', text }) => {
  expect(judgeDomain(heading, text, usual)).toMatchObject({ slug: domain });
});

describe('other lists of domains', () => {
  test.each(read<{ list: string; domains: Domain[]; holds: Record<string, string> }[]>('cases/domain-lists.yaml'))('$list', ({ domains, holds }) => {
    const vocabulary = buildVocabulary(domains);
    const wrong = passages.filter(({ domain, heading = '', text }) => holds[domain] && judgeDomain(heading, text, vocabulary).slug !== holds[domain]);
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe('neighbours', () => {
  const section = (text: string): Section => ({ heading: '', above: [], at: 1, blocks: [{ kind: 'text', text, at: 1 }] });
  const choose = (...texts: string[]) => chooseDomains(texts.map(section), usual);
  const [care, school, unclear] = ['建成养老服务站41个，失能老人得到照料。', '组建教育集团6个，教师交流轮岗312人。', '这项做法在全市推广。'];

  test('a text without a sign of its own takes the domain of those around it, doubtful', () => {
    expect(choose(care, unclear, school)[1]).toEqual({ domain: 'livelihood', note: '前后两条都属这一领域' });
  });
  test('a text that speaks for itself keeps its domain', () => {
    expect(choose(care, '设河长126名，整治黑臭水体7条。', school)[1]).toEqual({ domain: 'ecology', note: '' });
  });
  test('where the neighbours differ, it follows the one before; without one nothing speaks for the first domain', () => {
    expect(choose(care, unclear, '开展两轮巡察，立案87件。')[1]).toEqual({ domain: 'livelihood', note: '没有找到依据，随前一条' });
    expect(choose(unclear)[0]).toEqual({ domain: 'economy', note: '没有找到依据' });
  });
});

test('a title without a word of the matter is doubtful, and the text proposes a better one', () => {
  expect(doubtTitle('活水润百业', ['设立中小企业转贷资金池，为46家企业转贷3.6亿元。'], usual)).toBe('像口号，可参考正文“设立中小企业转贷资金池”');
  expect(doubtTitle('刀刃向内', ['全年办结1.2万件。'], usual)).toBe('像口号，请写事项的名称');
  expect(doubtTitle('公立医院改革', [], usual)).toBe('');
});
