import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeFolder } from '../content-on-disk.ts';
import { gbk } from './gbk.ts';
import { openDesk } from './import-into.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => removeFolder(desk.folder));

const SENTENCE = '2015年，乙区建成服务站12个，受理求助3.5万件。';
const REPORT = `社会治理改革\n${SENTENCE}\n`;
/** 社會治理改革／建成服務站，受理求助，居民滿意。 as an office in Taiwan saves it. */
const BIG5 = Buffer.from('aac0b77caa76b27aa7efadb20aabd8a6a8aa41b0c8afb8a141a8fcb27aa844a755a141a97ea5c1baa1b74ea143', 'hex');

const utf16 = (text: string, bigEndian = false) => (bigEndian ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));

test.each([
  ['UTF-16 without a sign', utf16(REPORT), SENTENCE], ['UTF-16, the other way round', utf16(REPORT, true), SENTENCE],
  ['GB18030 with a rare character', Buffer.concat([gbk('社会治理改革\n'), Buffer.from([0x81, 0x39, 0xef, 0x31]), gbk(`村${SENTENCE}\n`)]), `㐂村${SENTENCE}`],
  ['Big5', BIG5, '建成服務站，受理求助，居民滿意。'],
  ['lines of a Mac', Buffer.from(REPORT.replaceAll('\n', '\r')), SENTENCE],
])('%s', async (_, bytes, sentence) => {
  const [imported] = await desk.take(await desk.report('报告.txt', bytes));
  expect(imported!.report!.drafts[0]!.text).toContain(sentence);
});

test('a GBK file with one wrong byte is refused, not read as something else', async () => {
  const bytes = Buffer.concat([gbk(REPORT.repeat(5)), Buffer.from([0xff, 0x0a]), gbk(REPORT)]);
  await expect(desk.take(await desk.report('报告.txt', bytes))).rejects.toThrow('编码认不出来');
});

test('page numbers between pages part no sentence', async () => {
  const [imported] = await desk.take(await desk.report('报告.txt', '社会治理改革\n　　乙区建成服务站，\n— 3 —\n居民反映良好。\n-4-\n　　又划分网格，\n第 5 页 共 12 页\n配备人员。\n· 6 ·\n'));
  expect(imported!.report!.drafts[0]!.text).toContain('乙区建成服务站，居民反映良好。\n\n又划分网格，配备人员。');
  expect((await desk.read(imported!.record)).match(/（页码）/g)).toHaveLength(4);
});

test('a paragraph that begins with a quarter or a batch is no item of a list', async () => {
  const [imported] = await desk.take(await desk.report('报告.txt', '社会治理改革\n第一季度全区建成服务站12个，居民满意。\n第二季度又建成8个，居民满意。\n第一批服务站投入使用。\n'));
  expect(imported!.report!.drafts.map(({ title }) => title)).toEqual(['社会治理改革']);
});

test('a number alone between pages is a page number, one above a chapter its mark', async () => {
  const [imported] = await desk.take(await desk.report('报告.txt', '一、社会治理改革\n乙区建成服务站12个，\n1\n居民反映良好，办事时间缩短。\n2\n二、文化体制改革\n乙区开放书屋8间，全年接待读者3万人次。\n3\n'));
  expect(imported!.report!.drafts.map(({ title }) => title)).toEqual(['社会治理改革', '文化体制改革']);
  expect(imported!.report!.drafts[0]!.text).toContain('乙区建成服务站12个，居民反映良好，办事时间缩短。');
  const [chapters] = await desk.take(await desk.report('分章.txt', '1\n社会治理改革\n乙区建成服务站12个。\n2\n文化体制改革\n乙区开放书屋8间。\n'));
  expect(chapters!.report!.drafts.map(({ title }) => title)).toEqual(['社会治理改革', '文化体制改革']);
});

test('the last item of a list is no heading of what follows', async () => {
  const [imported] = await desk.take(await desk.report('报告.txt', '社会治理改革\n乙区推进下列事项：\n1.设立服务站点。\n2.接通热线电话。\n居民反映良好，全年受理求助3.5万件。\n'));
  expect(imported!.report!.drafts.map(({ title }) => title)).toEqual(['社会治理改革']);
  expect(imported!.report!.drafts[0]!.text).toContain('接通热线电话。');
});

test('a numbered heading whose first word is a measure word is a heading', async () => {
  const [imported] = await desk.take(await desk.report('报告.txt', '社会治理改革\n1.处置闲置房屋\n乙区处置闲置房屋3处，腾出用房800平方米。\n2.家庭纠纷调解\n乙区设立调解室5间，调解纠纷120件。\n'));
  expect(imported!.report!.drafts.map(({ title }) => title)).toEqual(['处置闲置房屋', '家庭纠纷调解']);
});

test('below a title in Word or Markdown, plain numbered headings keep their order', async () => {
  const [imported] = await desk.take(await desk.report('报告.md', '# 乙区改革工作报告\n\n一、社会治理改革\n\n（一）建设服务站点\n\n乙区建成服务站12个。\n\n（二）划分网格\n\n乙区划分网格50个。\n\n二、行政体制改革\n\n（一）设立书屋\n\n乙区设立书屋8间。\n'));
  expect(imported!.report!.drafts.map(({ title, domain }) => `${title} ${domain}`)).toEqual(['建设服务站点 governance', '划分网格 governance', '设立书屋 administration']);
});

test('a title and a heading in brackets are two lines', async () => {
  const [imported] = await desk.take(await desk.report('报告.txt', '乙区改革亮点\n【服务站点】\n乙区建成服务站12个，受理求助3.5万件。\n【社区网格】\n乙区划分网格50个，配备网格员60名。\n'));
  expect(imported!.report!.drafts.map(({ title }) => title)).toEqual(['服务站点', '社区网格']);
});
