import { describe, expect, test } from 'vitest';
import { entriesWithNeighbours, viewEntry, type EntryView } from '../../src/views/entry.ts';
import { bookOf, contextOf, entryText, type Files } from '../small-book.ts';

const OTHER_YEAR: Files = {
  '2018/yearbook.md': '---\ntitle: 改革年鉴 2018\n---\n\n编辑说明。\n',
  '2018/yi/district.md': '---\nsource: report\nnameThen: 乙县\n---\n\n概况。\n',
};

function viewOf(id: string, files: Files, { drafts = false, origin = 'https://example.cn' as string | undefined } = {}): EntryView {
  const context = { ...contextOf(bookOf(files, { drafts })), origin };
  const { entry, ...neighbours } = entriesWithNeighbours(context).find((one) => one.entry.id === id)!;
  return viewEntry(context, entry, neighbours);
}

test('a plain entry says what it is and leaves out what it has not', () => {
  const view = viewOf('2015/jia/base', {});
  expect(view).toMatchObject({
    id: '2015/jia/base',
    title: '审批制度',
    lang: 'zh-Hans',
    draft: false,
    description: '2015年甲区经济体制改革：审批制度',
    crumbs: [
      { label: '2015年', url: '/yearbook/2015/' },
      { label: '甲区', url: '/yearbook/2015/jia/' },
      { label: '经济体制改革', url: '/yearbook/2015/jia/#economy' },
    ],
    dates: '2015年',
    see: [],
    seenFrom: [],
    documents: [],
    events: [],
    errata: [],
    sources: [{ title: '改革工作报告', details: '某办公室，2016年', url: undefined }],
    reportUrl: '/yearbook/about/#correct',
  });
  expect(view.pilot).toBeUndefined();
  expect(view.previous).toBeUndefined();
  expect(view.next).toBeUndefined();
});

test('everything an entry can have is on its page', () => {
  const fields = {
    summary: '一句话',
    localDomain: '投融资体制',
    lang: 'zh-Hant',
    dates: { start: '2015-04', end: '2015-12' },
    pilot: { level: 'national', name: '改革试点', grantedBy: '国务院', date: '2015-06-01', status: '获批' },
    lead: ['区发展改革局'],
    partners: ['区财政局'],
    events: [{ date: '2015-04-16', text: '印发办法' }],
    documents: [{ title: '试行办法', issuer: '甲区政府', number: '甲政发〔2015〕1号', date: '2015-04-16' }],
    errata: [{ date: '2016-03', was: '十', now: '十一' }],
  };
  const view = viewOf('2015/jia/item', { '2015/jia/item.md': entryText('印发《试行办法》。', fields) });
  expect(view).toMatchObject({
    description: '一句话',
    localDomain: '投融资体制',
    lang: 'zh-Hant',
    dates: '2015年4月—12月',
    pilot: { level: '国家级', name: '改革试点', details: '国务院，2015年6月1日，获批' },
    lead: ['区发展改革局'],
    partners: ['区财政局'],
    events: [{ date: '2015年4月16日', text: '印发办法' }],
    documents: [{ title: '试行办法', url: '/yearbook/documents/#%E8%AF%95%E8%A1%8C%E5%8A%9E%E6%B3%95', details: '甲区政府，甲政发〔2015〕1号，2015年4月16日' }],
    errata: [{ date: '2016年3月', was: '十', now: '十一' }],
  });
  expect(view.body.html).toContain('class="document"');
});

describe('参见 and 被参见', () => {
  const files: Files = {
    ...OTHER_YEAR,
    '2015/jia/item.md': entryText('正文。', { see: [{ id: '2018/yi/far', why: '同类事项' }, '2015/jia/base'] }),
    '2018/yi/far.md': entryText('正文。', { title: '远方事项', lang: 'zh-Hant' }),
  };

  test('name the place as far as it differs, and why', () => {
    expect(viewOf('2015/jia/item', files).see).toEqual([
      { title: '远方事项', url: '/yearbook/2018/yi/far/', lang: 'zh-Hant', place: '2018年 乙区', why: '同类事项' },
      { title: '审批制度', url: '/yearbook/2015/jia/base/', lang: 'zh-Hans', place: '', why: undefined },
    ]);
  });

  test('lead back', () => {
    expect(viewOf('2018/yi/far', files).seenFrom).toEqual([
      { title: '事项办理', url: '/yearbook/2015/jia/item/', lang: 'zh-Hans', place: '2015年 甲区', why: '同类事项' },
    ]);
  });

  test('where two see each other, each stands once', () => {
    const mutual = viewOf('2018/yi/far', { ...files, '2018/yi/far.md': entryText('正文。', { title: '远方事项', see: ['2015/jia/item'] }) });
    expect(mutual.see.map(({ url }) => url)).toEqual(['/yearbook/2015/jia/item/']);
    expect(mutual.seenFrom).toEqual([]);
  });

  test('never lead to a draft that has no page', () => {
    const drafted = { ...files, '2018/yi/far.md': entryText('正文。', { title: '远方事项', state: 'draft', see: ['2015/jia/base'] }) };
    expect(viewOf('2015/jia/item', drafted).see.map(({ title }) => title)).toEqual(['审批制度']);
    expect(viewOf('2015/jia/base', drafted).seenFrom.map(({ title }) => title)).toEqual(['事项办理']);
  });
});

test('previous and next run through the whole volume, not beyond it', () => {
  const files: Files = {
    ...OTHER_YEAR,
    '2015/jia/item.md': entryText('正文。', { domain: 'governance' }),
    '2015/yi/district.md': '---\nsource: report\n---\n\n概况。\n',
    '2015/yi/item.md': entryText('正文。', { title: '乙区事项', lang: 'zh-Hant' }),
    '2018/yi/item.md': entryText(),
  };
  expect(viewOf('2015/jia/item', files)).toMatchObject({
    previous: { title: '审批制度', url: '/yearbook/2015/jia/base/', lang: 'zh-Hans' },
    next: { title: '乙区事项', url: '/yearbook/2015/yi/item/', lang: 'zh-Hant' },
  });
  expect(viewOf('2015/yi/item', files).next).toBeUndefined();
  expect(viewOf('2018/yi/item', files).previous).toBeUndefined();
});

test('a draft is marked', () => {
  expect(viewOf('2015/jia/item', { '2015/jia/item.md': entryText('正文。', { state: 'draft' }) }, { drafts: true }).draft).toBe(true);
});

describe('the link to report an error', () => {
  const site = (reportUrl: string) => ({ 'site.yaml': `title: 改革年鉴\npublisher: 编辑部\nreportUrl: ${reportUrl}\n` });
  const subject = encodeURIComponent('改革年鉴 2015“审批制度”（2015/jia/base）');

  test.each([
    ['https://example.cn/report', `https://example.cn/report?title=${subject}`],
    ['https://example.cn/report?kind=a', `https://example.cn/report?kind=a&title=${subject}`],
    ['mailto:a@example.cn', `mailto:a@example.cn?subject=${subject}`],
  ])('%s is told which entry is meant', (written, url) => {
    expect(viewOf('2015/jia/base', site(written)).reportUrl).toBe(url);
  });
});
