import { describe, expect, test } from 'vitest';
import { html } from './rendered.ts';

describe('what stock Markdown does to Chinese is cured', () => {
  test('a tilde is a range, not a deletion', () => {
    expect(html('由3~5个增至50~60公斤。')).toBe('<p>由3~5个增至50~60公斤。</p>');
  });

  test('two tildes still delete', () => {
    expect(html('由~~三~~五个')).toBe('<p>由<del>三</del>五个</p>');
  });

  test('bold closes behind full-width punctuation', () => {
    expect(html('**注意：**正文')).toBe('<p><strong>注意：</strong>正文</p>');
    expect(html('正文**（注）**正文')).toBe('<p>正文<strong>（注）</strong>正文</p>');
  });

  test('bold opens and closes inside quotation marks', () => {
    expect(html('“**多证合一**”改革')).toBe('<p>“<strong>多证合一</strong>”改革</p>');
    expect(html('推行**“一窗”**受理')).toBe('<p>推行<strong>“一窗”</strong>受理</p>');
  });

  test('quotation marks, dashes and dots stay as written', () => {
    expect(html(`"甲" '乙' “丙” ‘丁’ -- --- ...`)).toBe(`<p>"甲" '乙' “丙” ‘丁’ -- --- ...</p>`);
  });

  test('a line break in a Chinese paragraph is no space', () => {
    expect(html('推进改革\n试点工作，\n全年完成')).toBe('<p>推进改革试点工作，全年完成</p>');
    expect(html('推进 PPP\n模式')).toBe('<p>推进 PPP模式</p>');
  });

  test('a line break between Latin words stays a space', () => {
    expect(html('public private\npartnership')).toBe('<p>public private\npartnership</p>');
  });

  test('a line break beside bold text is no space either', () => {
    expect(html('推进\n**改革**\n试点')).toBe('<p>推进<strong>改革</strong>试点</p>');
    expect(html('**改革**\n**试点**')).toBe('<p><strong>改革</strong><strong>试点</strong></p>');
  });

  test('a hard break stays a break', () => {
    expect(html('甲\\\n乙')).toBe('<p>甲<br>\n乙</p>');
  });
});

describe('a bare address ends where Chinese begins', () => {
  const link = (url: string, label = url) => `<a href="${url}">${label}</a>`;

  test.each([
    ['网址https://example.cn/a，可以查询', `网址${link('https://example.cn/a')}，可以查询`],
    ['网址 https://example.cn/a。', `网址 ${link('https://example.cn/a')}。`],
    ['（https://example.cn/a）后文', `（${link('https://example.cn/a')}）后文`],
    ['https://example.cn/a后文', `${link('https://example.cn/a')}后文`],
    ['访问www.example.cn查询', `访问${link('http://www.example.cn', 'www.example.cn')}查询`],
    ['访问 www.example.cn，查询', `访问 ${link('http://www.example.cn', 'www.example.cn')}，查询`],
    ['来信a@example.cn。谢谢', `来信${link('mailto:a@example.cn', 'a@example.cn')}。谢谢`],
    ['两处https://a.example.cn、https://b.example.cn。', `两处${link('https://a.example.cn')}、${link('https://b.example.cn')}。`],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`);
  });

  test('a written link keeps its Chinese', () => {
    expect(html('[见网站](https://example.cn/a)，[https://example.cn/公告](https://example.cn/公告)')).toBe(
      '<p><a href="https://example.cn/a">见网站</a>，<a href="https://example.cn/%E5%85%AC%E5%91%8A">https://example.cn/公告</a></p>',
    );
  });
});
