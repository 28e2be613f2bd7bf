import { expect, test } from 'vitest';
import { bookOf, contextOf } from '../small-book.ts';
import { viewChronicle } from '../../src/views/chronicle.ts';
import { viewErrata } from '../../src/views/errata.ts';
import { viewPilots } from '../../src/views/pilots.ts';
import { viewDocuments } from '../../src/views/documents.ts';
import { APPARATUS } from './fixture.ts';

const context = contextOf(bookOf(APPARATUS));

const lines = (scope: Parameters<typeof viewChronicle>[1]) =>
  viewChronicle(context, scope, 1).years.flatMap(({ year, months }) =>
    months.flatMap(({ head, items }) => items.map(({ day, text, entry }) => `${year} ${head} ${day} ${text}${entry ? ` → ${entry.url}` : ''}`)),
  );

test('all dated events stand by year and month, a whole month after its days, a whole year last', () => {
  expect(lines({ kind: 'all' })).toEqual([
    '2015 4月 16日 甲区公布审批目录 → /yearbook/2015/jia/base/',
    '2015 7月 是月 全市召开改革会议',
    '2015 是年  甲区整理审批事项 → /yearbook/2015/jia/base/',
    '2018 9月 是月 丙區培育社會組織 → /yearbook/2018/bing/society/',
  ]);
});

test('the events of one district and of one domain', () => {
  expect(lines({ kind: 'district', slug: 'bing' })).toHaveLength(1);
  expect(lines({ kind: 'domain', slug: 'economy' })).toHaveLength(3);
  const { filters, within } = viewChronicle(context, { kind: 'domain', slug: 'economy' }, 1);
  expect(filters.map(({ links }) => links.map(({ name, count }) => `${name}${count}`))).toEqual([['甲区2', '丙区1'], ['经济体制改革3', '社会治理改革1']]);
  expect(within).toBeUndefined();
});

test('pilots stand by level, with status, who granted them and when', () => {
  const { levels, counts } = viewPilots(context, 1);
  expect(levels.map(({ name, pilots }) => [name, ...pilots.map((pilot) => `${pilot.name} ${pilot.status} ${pilot.details.join(' ')}`)])).toEqual([
    ['国家级', '延时服务试点 状态未载 乙区 2015年卷'],
    ['省级', '审批改革试点 获批 甲区 批准机关：某省人民政府，2015年5月'],
  ]);
  expect(counts.map(({ label, value }) => label + value)).toEqual(['国家级1', '省级1']);
});

test('a document stands once, with issuer, date and every entry that cites it', () => {
  const { groups, letters } = viewDocuments(context, 1);
  const [document] = groups[0]!.documents;
  expect(document).toMatchObject({ title: '审批制度意见', issuer: '某省人民政府', number: '某政发〔2015〕1号', date: '2015年3月' });
  expect(document!.citedBy.map(({ id }) => id)).toEqual(['2015/jia/base', '2015/yi/hall', '2015/yi/hall-service']);
  expect(letters).toEqual([{ letter: 'S', url: '/yearbook/documents/#letter-S' }]);
});

test('errata name the entry, what was and what is', () => {
  expect(viewErrata(context, 1).dates).toEqual([
    { date: '2016年11月2日', errata: [{ title: '审批制度改革', url: '/yearbook/2015/jia/base/', lang: 'zh-Hans', place: '2015年 甲区', was: '165项', now: '156项' }] },
  ]);
});
