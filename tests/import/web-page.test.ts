import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder } from '../content-on-disk.ts';
import { openDesk } from './import-into.ts';

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
