import { afterEach, beforeEach, expect, test } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

test('units, months and times that stand in the format of a cell', async () => {
  const cell = (value: number | Date, format: string) => ({ value, type: value instanceof Date ? Date : Number, format });
  const november = new Date(Date.UTC(2015, 10, 1));
  const sheet = [
    ['任务', '进展', '投资', '折合', '档号', '开工', '竣工', '签约'].map((value) => ({ value, type: String })),
    [{ value: '建设服务站', type: String }, { value: '建成12个。', type: String }, cell(12, '0"万元"'), cell(1234500, '#,##0.0,"千元"'), cell(7, '000'), cell(november, 'yyyy"年"m"月"'), cell(november, 'yyyy/m/d'), cell(new Date(Date.UTC(2015, 10, 1, 14, 30)), 'yyyy/m/d h:mm')],
  ];
  await desk.take(await desk.report('台账.xlsx', await writeExcelFile(sheet as never, { sheet: '台账' }).toBuffer()));
  const draft = await desk.read('2015/yi/jian-she-fu-wu-zhan.md');
  for (const line of ['投资：12万元', '折合：1234.5千元', '档号：007', '开工：2015-11\n', '竣工：2015-11-01\n', '签约：2015-11-01 14:30']) expect(draft).toContain(line);
});

test('errors, hidden rows and columns, charts, headers and pictures are said', async () => {
  const zip = unzipSync(makeXlsx([['任务', '领域', '进展', '评价'], ['推行一窗受理', '行政体制改革', '办理80项。', '甲等'], ['建设服务站', '社会治理改革', '建成12个。', '错']]));
  const sheet = strFromU8(zip['xl/worksheets/sheet1.xml']!)
    .replace('<sheetData>', '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>').replace('<row r="3">', '<row r="3" hidden="1">')
    .replace(/<c r="D3".*?<\/c>/, '<c r="D3" t="e"><v>#REF!</v></c>').replace('</worksheet>', '<headerFooter><oddHeader>&amp;C&amp;"黑体"内部资料第&amp;P页</oddHeader></headerFooter></worksheet>');
  const xlsx = zipSync({ ...zip, 'xl/worksheets/sheet1.xml': strToU8(sheet), 'xl/charts/chart1.xml': strToU8('<c><a:t>办理量图</a:t></c>'), 'xl/media/image1.png': new Uint8Array(9) });
  const [imported] = await desk.take(await desk.report('台账.xlsx', xlsx));
  const record = await desk.read(imported!.record);
  for (const said of ['D列', '第3行：第3行', 'D3 #REF!（出错的单元格，当作空格）', '办理量图', '内部资料第', 'image1.png']) expect(record).toContain(said);
});

test('commas inside the text of a cell do not part the cells', async () => {
  const csv = '任务,领域,进展\n推行一窗受理,行政体制改革,2015年，办理，甲项，乙项，丙项，丁项，共四项。\n';
  const [imported] = await desk.take(await desk.report('台账.csv', csv));
  expect(imported!.report!.drafts[0]!.text).toContain('2015年，办理，甲项，乙项，丙项，丁项，共四项。');
});

test('a sentence alone in the column of progress is no heading of the rows below', async () => {
  const csv = '任务,领域,进展\n推行一窗受理,行政体制改革,启动。\n,,接着办结了八十项\n清理权力事项,,取消30项。\n';
  const [imported] = await desk.take(await desk.report('台账.csv', csv));
  expect(imported!.report!.drafts.map(({ domain }) => domain)).toEqual(['administration', 'administration']);
  expect(await desk.read(imported!.record)).toContain('接着办结了八十项（这一行没有任务名，没有生成草稿）');
});

test('a number that counts rows is left, one that names the task is kept', async () => {
  const [imported] = await desk.take(await desk.report('台账.csv', '编号,改革任务,领域,进展情况\n1,推行一窗受理,行政体制改革,办理事项80项。\n（二）,清理权力事项,行政体制改革,取消30项。\nGG-2015-07,建设服务站,社会治理改革,建成12个。\n'));
  const texts = imported!.report!.drafts.map(({ text }) => text);
  expect(texts.map((text) => /编号：.*/.exec(text)?.[0])).toEqual([undefined, undefined, '编号：GG-2015-07']);
});
