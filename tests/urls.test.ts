import { describe, expect, test } from 'vitest';
import { anchor, normaliseBase, siteUrls } from '../src/urls.ts';

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['yearbook', '/yearbook/'],
  ['/yearbook', '/yearbook/'],
  ['yearbook/', '/yearbook/'],
  ['//a//b/', '/a/b/'],
  ['https://example.cn/yearbook', '/yearbook/'],
])('base %j is %j', (written, base) => {
  expect(normaliseBase(written)).toBe(base);
});

describe.each(['/', '/yearbook/'])('under %s', (base) => {
  const urls = siteUrls(base);

  test.each([
    [urls.home(), ''],
    [urls.year('2015'), '2015/'],
    [urls.year('2015', 1), '2015/'],
    [urls.year('2015', 2), '2015/page/2/'],
    [urls.chapter('2015', 'jia', 3), '2015/jia/page/3/'],
    [urls.entry('2015/jia/item'), '2015/jia/item/'],
    [urls.district('jia'), 'districts/jia/'],
    [urls.domain('economy', 2), 'domains/economy/page/2/'],
    [urls.section('glossary', 2), 'glossary/page/2/'],
    [urls.search(), 'search/'],
    [urls.search('放管服 & 试点'), 'search/?q=%E6%94%BE%E7%AE%A1%E6%9C%8D%20%26%20%E8%AF%95%E7%82%B9'],
    [urls.file('2015/jia/大厅 1.png'), '2015/jia/%E5%A4%A7%E5%8E%85%201.png'],
  ])('%s', (url, path) => {
    expect(url).toBe(`${base}${path}`);
  });
});

test('an anchor is readable and one for all writings', () => {
  expect(anchor(' 放管服  改革 ')).toBe('放管服-改革');
  expect(anchor('ＰＰＰ（试点）')).toBe('PPP(试点)');
});
