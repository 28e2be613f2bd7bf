import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder } from '../content-on-disk.ts';
import { ImportError } from '../../src/import/import-error.ts';
import { gbk } from './gbk.ts';
import { openDesk } from './import-into.ts';
import { PIXEL } from './office-files.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => removeFolder(desk.folder));

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>报告</title><script>var x = 1;</script></head><body>
<nav><a>首页</a><a>新闻</a></nav>
<div>您所在的位置：首页 > 新闻 > 正文</div>
<h1>乙区改革纪实</h1>
<p>发布时间：2016-03-01　来源：某某日报</p>
<div>字号：[ 大 中 小 ]</div>
<h2>社会治理改革</h2>
<p>2015年，乙区建成<b>社区服务站</b>12个，
受理求助3.5万件。</p>
<p>请看<img src="https://elsewhere.example/a.png" alt="远处的图">。</p>
<div>【打印】【关闭】</div>
<div>猜你喜欢</div><ul><li>某地的另一条新闻</li></ul>
<footer>版权所有 某某网</footer></body></html>`;

test('a web page: furniture, bylines and pictures out of reach go to the report, the rest into the draft', async () => {
  const [imported] = await desk.take(await desk.report('page.html', PAGE));
  const [draft] = imported!.report!.drafts;
  expect(draft).toMatchObject({ title: '社会治理改革', domain: 'governance' });
  expect(draft!.text).toContain('2015年，乙区建成社区服务站12个，受理求助3.5万件。');
  const record = await desk.read(imported!.record);
  for (const left of ['首页新闻', '您所在的位置', '发布时间：2016-03-01', '字号：', '【打印】【关闭】', '猜你喜欢', '某地的另一条新闻', '版权所有 某某网', 'https://elsewhere.example/a.png']) {
    expect(record).toContain(left);
  }
  expect(record).not.toContain('var x');
  const sources = await desk.read('sources.yaml');
  expect(sources).toContain('title: 乙区改革纪实\n  publication: 某某日报\n  date: 2016-03-01');
  expect(sources.startsWith('- {id: report,')).toBe(true);
});

test('markup inside a report is text, not Markdown', async () => {
  const page = '<h2>社会治理改革</h2><p>使用*星号*和_下划线_，&lt;b&gt;不是标签&lt;/b&gt;，[链接](x)，1. 编号。</p>';
  const [imported] = await desk.take(await desk.report('marks.htm', page));
  expect(imported!.report!.drafts[0]!.text).toContain('使用\\*星号\\*和\\_下划线\\_，\\<b\\>不是标签\\</b\\>，\\[链接\\](x)');
});

const article = (body: string, head = '') => `<html><head>${head}</head><body><h2>社会治理改革</h2><p>2015年，乙区建成服务站12个。</p>${body}</body></html>`;

async function take(page: string | Uint8Array, name = 'page.html') {
  const [imported] = await desk.take(await desk.report(name, page));
  return { text: imported!.report!.drafts.map((draft) => draft.text).join('\n'), record: await desk.read(imported!.record) };
}

test.each(['gb2312', 'big5', 'utf-8', 'iso-8859-1'])('a GBK page that declares itself %s', async (charset) => {
  expect((await take(gbk(article('', `<meta charset="${charset}">`)))).text).toContain('2015年，乙区建成服务站12个。');
});

test('XHTML with empty elements closed in one mark', async () => {
  expect((await take(`<?xml version="1.0" encoding="utf-8"?>${article('', '<title/><script src="a.js"/>')}`)).text).toContain('建成服务站12个。');
});

test.each([['a frame', '<frameset><frame src="a.html"></frameset>', 'a.html'], ['a PDF in a box', '<div></div><iframe src="/upload/a.pdf"></iframe>', '/upload/a.pdf'], ['a link to a file', '<p><a href="files/乙区.docx">乙区改革报告.docx</a></p>', 'files/乙区.docx']])(
  'a page whose article is elsewhere, in %s',
  async (_, body, where) => {
    const error = await take(`<html>${body}</html>`).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ImportError);
    expect((error as ImportError).message).toContain(`正文在另一个文件里（${where}）`);
  },
);

test('what a browser does not show is named and left out; scripts in tables are no text', async () => {
  const { text, record } = await take(article('<div style="display: none">不给人看的话。</div><p hidden>也不给人看。</p><table><tr><td>项目</td><td>数量<script>var x</script></td></tr><tr><td>窗口</td><td>12</td></tr></table>'));
  expect(text).toContain('| 项目 | 数量 |');
  expect(text).not.toMatch(/看/);
  expect(record).toMatch(/不给人看的话。（网页中隐藏的文字）[^]*也不给人看。（网页中隐藏的文字）/);
});

test('pictures that load late, that lie in tables, whose address has no quotes', async () => {
  await desk.report('a.png', PIXEL);
  const { text, record } = await take(article('<p><img data-src="https://elsewhere.example/a.jpg" src="data:image/png;base64,AAAA"></p><table><tr><td>项目<img src=a.png></td><td>数量</td></tr><tr><td>窗口</td><td>12</td></tr></table>'));
  expect(text.match(/!\[/g)).toHaveLength(1);
  expect(text).toContain('| 窗口 | 12 |\n\n![](she-hui-zhi-li-gai-ge-1.png)');
  expect(record).toContain('https://elsewhere.example/a.jpg');
});

test.each([['<pre>', '</pre>'], ['<div style="white-space: pre-wrap">', '</div>']])('lines of %s are lines', async (open, close) => {
  const { text } = await take(`<html><body>${open}社会治理改革\n乙区建成<font>服务站</font>12个。\n又划分<b>网格</b>80个。\n${close}</body></html>`);
  expect(text).toContain('乙区建成服务站12个。\n\n又划分网格80个。');
});

test('lines of a cell stay apart', async () => {
  const { text } = await take(article('<table><tr><td>年份</td><td>窗口</td></tr><tr><td>2014<br>2015</td><td><p>12</p><p>15</p></td></tr></table>'));
  expect(text).toContain('| 2014 2015 | 12 15 |');
});

test.each([['', '划分网格'], ['<h3>网格长</h3><p>每个网格设网格长1名，由社区干部担任。</p>', '划分网格 governance,网格长']])('a line in bold that names a domain stands above the headings of a page: %s', async (below, drafts) => {
  const page = `<body><h1>乙区改革纪实</h1><p><b>社会治理改革</b></p><h2>建设服务站点</h2><p>乙区建成服务站12个，受理求助3.5万件。</p><h2>划分网格</h2><p>乙区划分网格50个，配备网格员60名。</p>${below}<p><b>行政体制改革</b></p><h2>设立书屋</h2><p>乙区设立书屋8间。</p></body>`;
  const [imported] = await desk.take(await desk.report('纪实.html', page));
  expect(String(imported!.report!.drafts.map(({ title, domain }) => `${title} ${domain}`))).toBe(`建设服务站点 governance,${drafts} governance,设立书屋 administration`);
});
