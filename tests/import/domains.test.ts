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
const files = readdirSync(join(import.meta.dirname, 'domains')).sort();
const passages = files.filter((file) => !file.startsWith('6-')).flatMap((file) => read<Passage[]>(`domains/${file}`));
/** The sixth batch is held as a whole: a passage of it may be wrong, but then the judgement doubts itself. */
const sixth = files.filter((file) => file.startsWith('6-'));
const usual = buildVocabulary(read<Domain[]>('truth/domains.yaml'));

test.each(passages)('$domain: $text', ({ domain, heading = '', text }) => {
  expect(judgeDomain(heading, text, usual)).toMatchObject({ slug: domain });
});

describe('the sixth batch', () => {
  const judged = (file: string) => read<Passage[]>(`domains/${file}`).map((passage) => ({ ...passage, ...judgeDomain(passage.heading ?? '', passage.text, usual) }));
  const isRight = ({ slug, domain }: { slug: string; domain: string }) => slug === domain;

  /** Nobody reports as people talk: of that batch eight of ten are enough. */
  const mayBeWrong = (file: string) => (file.includes('spoken') ? 0.2 : 0.1);
  test.each(sixth)('%s: nine of ten are right', (file) => {
    const all = judged(file);
    const wrong = all.filter((one) => !isRight(one));
    expect(wrong.length, wrong.map(({ domain, slug, text }) => `${text}：${slug}，应为${domain}`).join('\n')).toBeLessThanOrEqual(all.length * mayBeWrong(file));
  });
  test('of what is wrong four in five are doubtful, of what is right no more than one in six', () => {
    const all = sixth.flatMap(judged);
    const [right, wrong] = [all.filter(isRight), all.filter((one) => !isRight(one))];
    expect(wrong.filter(({ doubtful }) => doubtful).length).toBeGreaterThanOrEqual(wrong.length * 0.8);
    expect(right.filter(({ doubtful }) => doubtful).length).toBeLessThanOrEqual(right.length / 6);
  });
});

describe('other lists of domains', () => {
  test.each(read<{ list: string; domains: Domain[]; holds: Record<string, string> }[]>('cases/domain-lists.yaml'))('$list', ({ domains, holds }) => {
    const vocabulary = buildVocabulary(domains);
    const wrong = passages.filter(({ domain, heading = '', text }) => holds[domain] && judgeDomain(heading, text, vocabulary).slug !== holds[domain]);
    expect(wrong.map(({ text }) => text)).toEqual([]);
    const others = sixth.flatMap((file) => read<Passage[]>(`domains/${file}`)).filter(({ domain }) => holds[domain]);
    const missed = others.filter(({ domain, heading = '', text }) => judgeDomain(heading, text, vocabulary).slug !== holds[domain]);
    expect(missed.length, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(others.length * 0.1);
  });
});

describe('neighbours', () => {
  const section = (text: string): Section => ({ heading: '', above: [], at: 1, blocks: [{ kind: 'text', text, at: 1 }] });
  const choose = (...texts: string[]) => chooseDomains(texts.map(section), usual);
  const [care, school, unclear] = ['建成养老服务站41个，失能老人得到照料。', '组建教育集团6个，教师交流轮岗312人。', '这项做法在全市推广。'];

  test('a text without a sign of its own takes the domain of those around it, doubtful', () => {
    expect(choose(care, unclear, school)[1]).toEqual({ domain: 'livelihood', note: '相邻几条都属这一领域' });
  });
  test('a text that speaks for itself keeps its domain', () => {
    expect(choose(care, '设河长126名，整治黑臭水体7条。', school)[1]).toEqual({ domain: 'ecology', note: '' });
  });
  test('two on one side are enough where none on the other speaks against it', () => {
    expect(choose(care, school, unclear)[2]).toEqual({ domain: 'livelihood', note: '相邻几条都属这一领域' });
  });
  test('what stands below another heading is no neighbour', () => {
    const [first, second, third] = [care, school, unclear].map((text, index) => ({ ...section(text), over: index < 2 ? '暖民心' : '强堡垒' }));
    expect(chooseDomains([first!, second!, third!], usual)[2]!.note).toBe('没有找到依据，随前一条');
  });
  test('the leading bodies of a ledger speak for their domain', () => {
    expect(chooseDomains([{ ...section('这项做法在全市推广。'), lead: ['区农业农村局'] }], usual)[0]).toMatchObject({ domain: 'rural' });
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
