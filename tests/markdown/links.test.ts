import { describe, expect, test } from 'vitest';
import { entryText } from '../small-book.ts';
import { CITED, html } from './rendered.ts';

const TERM = '<a href="/yearbook/glossary/#%E6%94%BE%E7%AE%A1%E6%9C%8D" title="简政放权、放管结合、优化服务的简称。" class="term">放管服</a>';
const DOCUMENT = '<a href="/yearbook/documents/#%E8%AF%95%E8%A1%8C%E5%8A%9E%E6%B3%95" class="document">试行办法</a>';

describe('terms and documents link by themselves', () => {
  test('at the first occurrence in the entry, not again', () => {
    expect(html('推进放管服改革。\n\n放管服见效。')).toBe(`<p>推进${TERM}改革。</p>\n<p>放管服见效。</p>`);
    expect(html('印发《试行办法》，《试行办法》施行。', CITED)).toBe(`<p>印发《${DOCUMENT}》，《试行办法》施行。</p>`);
  });

  test('in bold, lists and tables, with all text around kept', () => {
    expect(html('“**放管服**”改革')).toBe(`<p>“<strong>${TERM}</strong>”改革</p>`);
    expect(html('- 放管服\n- 《试行办法》', CITED)).toBe(`<ul>\n<li>${TERM}</li>\n<li>《${DOCUMENT}》</li>\n</ul>`);
    expect(html('| 列 |\n|---|\n| 放管服 |')).toContain(`<td>${TERM}</td>`);
  });

  test('not in a heading, a link, code or the name of a document', () => {
    expect(html('## 放管服改革')).toBe('<h2 id="放管服改革">放管服改革</h2>');
    expect(html('[放管服](https://example.cn)')).toBe('<p><a href="https://example.cn">放管服</a></p>');
    expect(html('`放管服`')).toBe('<p><code>放管服</code></p>');
    expect(html('《放管服办法》。')).toBe('<p>《放管服办法》。</p>');
  });

  test('a term in a heading does not use up its first occurrence', () => {
    expect(html('## 放管服\n\n推进放管服改革。')).toBe(`<h2 id="放管服">放管服</h2>\n<p>推进${TERM}改革。</p>`);
  });

  test('a document nobody lists is no link', () => {
    expect(html('印发《某办法》。')).toBe('<p>印发《某办法》。</p>');
  });

  test('an alias leads to its term', () => {
    const files = { 'glossary.yaml': '- {term: 放管服, aliases: [放管服改革], definition: 简称。}\n' };
    expect(html('推进放管服改革，放管服见效。', files)).toBe(
      '<p>推进<a href="/yearbook/glossary/#%E6%94%BE%E7%AE%A1%E6%9C%8D" title="简称。" class="term">放管服改革</a>，放管服见效。</p>',
    );
  });

  test('a term beyond the first page of the glossary is linked on its page', () => {
    const terms = Array.from({ length: 150 }, (_, index) => `- {term: 甲${index}号, definition: 解释。}\n`).join('');
    expect(html('推进放管服改革。', { 'glossary.yaml': `- {term: 放管服, sortKey: zz, definition: 简称。}\n${terms}` })).toContain(
      'href="/yearbook/glossary/page/2/#%E6%94%BE%E7%AE%A1%E6%9C%8D"',
    );
  });
});

describe('links to entries', () => {
  const files = { '2015/jia/item.md': entryText('正文。', { aliases: ['2014/jia/old'] }), '2015/jia/draft.md': entryText('正文。', { state: 'draft' }) };

  test.each([
    ['[事项](2015/jia/item)', '<a href="/yearbook/2015/jia/item/">事项</a>'],
    ['[事项](2015/jia/item.md)', '<a href="/yearbook/2015/jia/item/">事项</a>'],
    ['[事项](/2015/jia/item/#经过)', '<a href="/yearbook/2015/jia/item/#%E7%BB%8F%E8%BF%87">事项</a>'],
    ['[事项][一]\n\n[一]: 2015/jia/item', '<a href="/yearbook/2015/jia/item/">事项</a>'],
    ['[事项](2014/jia/old)', '<a href="/yearbook/2015/jia/item/">事项</a>'],
  ])('%s stands under the base', (markdown, link) => {
    expect(html(markdown, files)).toBe(`<p>${link}</p>`);
  });

  test.each(['[**草稿**](2015/jia/draft)条目', '[**草稿**][一]条目\n\n[一]: 2015/jia/draft'])('a link to a draft is plain text where drafts are not published', (markdown) => {
    expect(html(markdown, files)).toBe('<p><strong>草稿</strong>条目</p>');
  });
});
