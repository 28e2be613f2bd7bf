import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder } from '../content-on-disk.ts';
import { openDesk } from './import-into.ts';
import { makeDocx, para, PICTURE } from './office-files.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => removeFolder(desk.folder));

test('Word headings become drafts, pictures lie beside them with their caption', async () => {
  const docx = makeDocx([
    para('经济体制改革', '2'), para('培育物流市场', '3'), para('2015年,园区入驻商户548家,交易额90亿元以上。'),
    PICTURE, para('图为物流园区。'),
    para('社会治理改革', '2'), para('建设社区服务站', '3'), para('2015年3月，乙区建成服务站12个。'),
  ]);
  const [imported] = await desk.take(await desk.report('报告.docx', docx));
  expect(imported!.report!.drafts.map(({ title, domain }) => [title, domain])).toEqual([['培育物流市场', 'economy'], ['建设社区服务站', 'governance']]);
  const draft = await desk.read('2015/yi/pei-yu-wu-liu-shi-chang.md');
  expect(draft).toContain('{name: 园区入驻商户, value: 548, unit: 家, date: 2015}');
  expect(draft).toContain('![图为物流园区。](pei-yu-wu-liu-shi-chang-1.png)');
  expect(draft).toContain('state: draft');
  await desk.read('2015/yi/pei-yu-wu-liu-shi-chang-1.png');
});

test('what Word hides is named in the report: deleted text, equations, text boxes, auto-numbers, comments', async () => {
  const numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>建立服务清单。</w:t></w:r></w:p>';
  const deleted = '<w:p><w:r><w:t>办理事项八十项。</w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>原定一百项。</w:delText></w:r></w:del></w:p>';
  const equation = '<w:p><m:oMath><m:r><m:t>E=mc2</m:t></m:r></m:oMath></w:p>';
  const shape = '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>文本框里的话。</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r></w:p>';
  const comments = new TextEncoder().encode('<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p><w:r><w:t>此数待核。</w:t></w:r></w:p></w:comment></w:comments>');
  const docx = makeDocx([para('政务服务', '2'), numbered, deleted, equation, shape], { 'word/comments.xml': comments });
  const [imported] = await desk.take(await desk.report('隐藏.docx', docx));
  const record = await desk.read(imported!.record);
  for (const hidden of ['原定一百项。', 'E=mc2', '文本框里的话。', '此数待核。', '1段的自动编号']) expect(record).toContain(hidden);
});

test('tables keep their cells', async () => {
  const cell = (text: string) => `<w:tc>${para(text)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('项目')}${cell('数量')}</w:tr><w:tr>${cell('窗口')}${cell('12')}</w:tr></w:tbl>`;
  await desk.take(await desk.report('表.docx', makeDocx([para('政务服务', '2'), para('窗口数见表。'), table])));
  expect(await desk.read('2015/yi/zheng-wu-fu-wu.md')).toContain('| 项目 | 数量 |\n| --- | --- |\n| 窗口 | 12 |');
});
