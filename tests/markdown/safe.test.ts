import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';
import { renderBody } from '../../src/markdown/render.ts';
import { bookOf, contextOf } from '../small-book.ts';
import { html } from './rendered.ts';

describe('nothing of the text can run in a page', () => {
  test('HTML does not reach the page', () => {
    expect(html('正文<script>alert(1)</script>')).toBe('<p>正文alert(1)</p>');
    expect(html('<iframe src="https://example.cn"></iframe>')).toBe('');
    expect(html('<img src=x onerror=alert(1)>')).toBe('');
  });

  test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'vbscript:x', 'data:text/html,x'])('a link to %s leads nowhere', (url) => {
    expect(html(`[甲](${url})`)).not.toMatch(/href="[a-z]+script|href="data/i);
  });

  test('a style or handler smuggled into the tree is taken out', () => {
    const tree = parseMarkdown('甲');
    Object.assign(tree.children[0]!, { data: { hProperties: { style: 'color:red', onclick: 'alert(1)' } } });
    expect(renderBody(tree, '2015/jia/base.md', contextOf(bookOf()).targets).html).toBe('<p>甲</p>');
  });

  test('rendering leaves the stored tree as it was', () => {
    const tree = parseMarkdown('推进放管服改革。');
    const before = structuredClone(tree);
    renderBody(tree, '2015/jia/base.md', contextOf(bookOf()).targets);
    expect(tree).toEqual(before);
  });
});
