import { describe, expect, test } from 'vitest';
import { html, rendered } from './rendered.ts';

/** A PNG of 3 × 2 pixels, as far as its size goes. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000003000000020802000000', 'hex');

describe('pictures', () => {
  const files = { '2015/jia/hall.png': PNG, '2015/jia/大厅.png': PNG };

  test('stand at their address under the base, with size and caption', () => {
    expect(html('![政务大厅](hall.png "改造后的大厅")', files)).toBe(
      '<figure><img src="/yearbook/2015/jia/hall.png" alt="政务大厅" width="3" height="2" loading="lazy" decoding="async"><figcaption>改造后的大厅</figcaption></figure>',
    );
  });

  test('without a title have no caption', () => {
    expect(html('![政务大厅](./hall.png)', files)).toBe(
      '<figure><img src="/yearbook/2015/jia/hall.png" alt="政务大厅" width="3" height="2" loading="lazy" decoding="async"></figure>',
    );
  });

  test('in a sentence stay in the sentence', () => {
    expect(html('见![图](hall.png)。', files)).toMatch(/^<p>见<img [^>]*>。<\/p>$/);
    expect(html('![图][甲]\n\n[甲]: hall.png "大厅"', files)).toBe(html('![图](hall.png "大厅")', files));
  });

  test('with a Chinese name are found', () => {
    const src = 'src="/yearbook/2015/jia/%E5%A4%A7%E5%8E%85.png"';
    expect(html('![图](大厅.png)', files)).toContain(src);
    expect(html('![图](%E5%A4%A7%E5%8E%85.png)', files)).toContain(src);
  });
});

describe('tables', () => {
  test('scroll in a frame that the keyboard reaches', () => {
    expect(html('| 甲 |\n|---|\n| 1 |')).toMatch(/^<div class="table-frame" tabindex="0" role="group" aria-label="表格"><table>.*<\/table><\/div>$/s);
  });

  test('each has a frame of its own', () => {
    expect(html('| 甲 |\n|---|\n| 1 |\n\n| 乙 |\n|---|\n| 2 |').match(/table-frame/g)).toHaveLength(2);
  });
});

describe('headings', () => {
  test('begin below the title of the page and are listed with their anchors', () => {
    const { html: page, headings } = rendered('# 背景\n\n## 做法 与成效\n\n### 做法\n\n## 背景');
    expect(page.replace(/\n/g, '')).toBe('<h2 id="背景">背景</h2><h2 id="做法-与成效">做法 与成效</h2><h3 id="做法">做法</h3><h2 id="背景-2">背景</h2>');
    expect(headings).toEqual([
      { depth: 2, text: '背景', id: '背景' },
      { depth: 2, text: '做法 与成效', id: '做法-与成效' },
      { depth: 3, text: '做法', id: '做法' },
      { depth: 2, text: '背景', id: '背景-2' },
    ]);
  });

  test('no two share an anchor', () => {
    const { headings } = rendered('## 背景\n\n## 背景\n\n## 背景-2');
    expect(new Set(headings.map(({ id }) => id)).size).toBe(3);
  });
});
