import { afterEach, beforeEach, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { removeFolder } from '../content-on-disk.ts';
import { gbk } from './gbk.ts';
import { openDesk } from './import-into.ts';
import { makeXlsx } from './office-files.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => removeFolder(desk.folder));

const CSV = `乙区改革台账,,,,
序号,改革任务,领域,牵头单位,进展情况,备注
1,推行一窗受理,行政体制改革,区政务局、区编办,"2015年，办理事项80项，
出台《一窗受理方案》",=1+1
2,"建设""幸福""社区",社会治理改革,区民政局,建成服务站12个,
`;

test.each([['UTF-8', new TextEncoder().encode(CSV)], ['UTF-8 with signature', new TextEncoder().encode(`\ufeff${CSV}`)], ['GBK', gbk(CSV)]])('a CSV ledger in %s', async (_, bytes) => {
  const [imported] = await desk.take(await desk.report('台账.csv', bytes));
  expect(imported!.report!.drafts.map(({ title, domain }) => [title, domain])).toEqual([['推行一窗受理', 'administration'], ['建设"幸福"社区', 'governance']]);
  const draft = await desk.read('2015/yi/tui-xing-yi-chuang-shou-li.md');
  expect(draft).toContain('lead: [区政务局, 区编办]');
  expect(draft).toContain('{title: 一窗受理方案}');
  expect(draft).toContain('备注：\\=1+1'.replace('\\', ''));
  expect(imported!.report!.account.unplaced).toEqual([]);
});

test('an Excel ledger: merged cells hold for their rows, formulas are named, empty 牵头单位 stays empty', async () => {
  const xlsx = makeXlsx([
    ['任务', '领域', '牵头单位', '进展', '完成率'],
    ['推行一窗受理', '行政体制改革', '区政务局', '办理80项。', { f: 'SUM(A1)', v: 0.5 }],
    ['清理权力事项', '', '', '取消30项。', { f: 'SUM(A2)' }],
    ['建设服务站', '社会治理改革', '', '建成12个。', ''],
  ], ['B2:B3', 'C2:C3']);
  const [imported] = await desk.take(await desk.report('台账.xlsx', xlsx));
  expect(imported!.report!.drafts.map(({ domain }) => domain)).toEqual(['administration', 'administration', 'governance']);
  expect(await desk.read('2015/yi/qing-li-quan-li-shi-xiang.md')).toContain('lead: [区政务局]');
  expect(await desk.read('2015/yi/jian-she-fu-wu-zhan.md')).not.toContain('lead:');
  const record = await desk.read(imported!.record);
  expect(record).toContain('E2（公式的结果照表中存下的值取用，请核对）');
  expect(record).toContain('E3（公式没有存下结果，这一格当作空格）');
});

test('rows of another district or year are named and left out', async () => {
  const csv = '任务,区,年份,进展\n甲事,甲区,2015,办了。\n乙事,乙区,2015,办了。\n旧事,乙区,2014,办了。\n';
  const [imported] = await desk.take(await desk.report('台账.csv', csv));
  expect(imported!.report!.drafts.map(({ title }) => title)).toEqual(['乙事']);
  expect(await desk.read(imported!.record)).toMatch(/甲事.*（2015 甲区）[\s\S]*旧事.*（2014 乙区）/);
});

test('the script of a draft is that of its own rows', async () => {
  const csv = '任务,区,进展\n推進審批制度改革,甲区,區政府設立綜合窗口，縮短審批時間，優化營商環境。\n建设服务站,乙区,建成服务站12个。\n';
  await desk.take(await desk.report('台账.csv', csv));
  expect(await desk.read('2015/yi/jian-she-fu-wu-zhan.md')).not.toContain('zh-Hant');
});

test('a header of two rows, percentages, dates, total and remarks of a real workbook', async () => {
  const text = (value: string, more = {}) => ({ value, type: String, ...more });
  const sheet = [
    [text('乙区改革台账', { columnSpan: 6 }), null, null, null, null, null],
    [text('序号', { rowSpan: 2 }), text('改革事项', { rowSpan: 2 }), text('责任分工', { columnSpan: 2 }), null, text('完成率', { rowSpan: 2 }), text('完成时间', { rowSpan: 2 })],
    [null, null, text('牵头'), text('配合'), null, null],
    [text('一'), text('行政体制改革'), null, null, null, null],
    [text('1'), text('推行一窗受理'), text('区政务局'), text('区编办'), { value: 0.687, type: Number, format: '0.0%' }, { value: new Date(Date.UTC(2015, 10, 30)), type: Date, format: 'yyyy-mm-dd' }],
    [text('合计'), null, null, null, { value: 0.84, type: Number, format: '0%' }, null],
    [text('注：完成率由牵头单位自评。'), null, null, null, null, null],
  ];
  const xlsx = await writeExcelFile(sheet as never, { sheet: '台账' }).toBuffer();
  const [imported] = await desk.take(await desk.report('台账.xlsx', xlsx));
  expect(imported!.report!.drafts.map(({ title, domain }) => [title, domain])).toEqual([['推行一窗受理', 'administration']]);
  const draft = await desk.read('2015/yi/tui-xing-yi-chuang-shou-li.md');
  for (const line of ['lead: [区政务局]', 'partners: [区编办]', '完成率：68.7%', '完成时间：2015-11-30', '{name: 完成率, value: 68.7, unit: "%"}']) expect(draft).toContain(line);
  expect(await desk.read(imported!.record)).toMatch(/合计　84%（合计行，没有生成草稿）[\s\S]*注：完成率由牵头单位自评。/);
});
