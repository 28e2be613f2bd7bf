import { afterAll, beforeAll, expect, test } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ImportError } from '../../src/import/import-error.ts';
import { readTree, removeFolder } from '../content-on-disk.ts';
import { openDesk } from './import-into.ts';
import { makeDocx, makeXlsx, para } from './office-files.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let before: Record<string, string>;
beforeAll(async () => {
  desk = await openDesk();
  before = await readTree(desk.content);
});
afterAll(() => removeFolder(desk.folder));

const sound = () => makeDocx([para('社会治理改革', '2'), para('建成服务站12个。')]);

/** A docx whose directory says that a part is small, while it unpacks to much more. */
function lyingZip(): Uint8Array {
  const zip = Buffer.from(makeDocx([para('正文')], { 'word/big.xml': new Uint8Array(3_000_000) }));
  const packed = deflateRawSync(Buffer.alloc(3_000_000)).length;
  for (let at = zip.indexOf('PK\x01\x02'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 4)) {
    if (zip.toString('latin1', at + 46, at + 46 + 12) === 'word/big.xml') zip.writeUInt32LE(packed, at + 24);
  }
  return new Uint8Array(zip);
}

/** The container of Office files before 2007, with one stream. */
const ole = (stream: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600), ...Buffer.from(`${stream}\0`, 'utf16le')]);

/** A sound ledger with one cell more in its second row. */
const farCell = (cell: string) => {
  const zip = unzipSync(makeXlsx([['任务', '进展'], ['建设服务站', '建成12个。']]));
  return zipSync({ ...zip, 'xl/worksheets/sheet1.xml': strToU8(strFromU8(zip['xl/worksheets/sheet1.xml']!).replace('</sheetData>', `<row r="1048576">${cell}</row></sheetData>`)) });
};

const REFUSED: [string, string, () => string | Uint8Array, string][] = [
  ['an old .doc', '报告.doc', () => 'x', '“旧版 Word 或 WPS 文档”不能直接导入；请用 Word 或 WPS 打开，“另存为” .docx'],
  ['a PDF', '报告.pdf', () => '%PDF-1.4', '“PDF 文件”不能直接导入；请向供稿单位要 Word 原稿'],
  ['a .wps', '报告.wps', () => 'x', '“另存为” .docx'],
  ['a picture', '照片.jpg', () => 'x', '图片中的文字要先识别成文字'],
  ['a Pages document', '报告.pages', () => 'x', '文件→导出为→Word'],
  ['a saved page archive', '页.mht', () => 'x', '网页，仅 HTML'],
  ['an unknown kind', '报告.xyz', () => 'x', '不认得这种文件（.xyz）'],
  ['a page a portal names .doc', '通知.doc', () => '\n<html><body><p>正文。</p></body></html>', '扩展名是 .doc，里面其实是“网页”；请把扩展名改成 .html'],
  ['a .docx named .doc', '报告.doc', sound, '里面其实是“Word 文档”；请把扩展名改成 .docx'],
  ['a file without an ending', '报告', sound, '文件没有扩展名，里面其实是“Word 文档”'],
  ['an .rtf named .docx', '报告.docx', () => '{\\rtf1\\ansi}', '里面其实是“RTF 文档”；请用 Word 或 WPS 打开'],
  ['a PDF named .txt', '报告.txt', () => '%PDF-1.4', '里面其实是“PDF 文件”'],
  ['an old workbook named .xlsx', '台账.xlsx', () => ole('Workbook'), '里面其实是“旧版 Excel 或 WPS 表格”'],
  ['a page named .xlsx', '台账.xlsx', () => '<html><table></table></html>', '里面其实是“网页”'],
  ['a page archive named .html', '页.html', () => 'From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n', '网页存档（MHT）'],
  ['the first bytes of a docx', '断.docx', () => sound().subarray(0, 30), '文件已损坏'],
  ['a page nested a hundred thousand deep', '深.html', () => '<div>'.repeat(100_000), '文件已损坏'],
  ['a workbook with a cell in the far corner', '远.xlsx', () => farCell('<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>'), '表格一直延伸到 XFD1048576'],
  ['a workbook named .docx', '报告.docx', () => makeXlsx([['任务']]), '里面其实是“Excel 工作簿”'],
  ['an empty file', '空.txt', () => '', '文件里没有文字'],
  ['a file of blanks', '空白.txt', () => ' \n\n', '文件里没有文字'],
  ['a binary file named .txt', '程序.txt', () => new Uint8Array([0, 1, 2, 3, 0xff, 0xfe, 0]), '编码认不出来'],
  ['a text named .docx', '假.docx', () => '这是文字', '文件已损坏'],
  ['a cut-off docx', '断.docx', () => sound().subarray(0, 600), '文件已损坏'],
  ['a docx with a protected container', '密码.docx', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(60), ...Buffer.from('EncryptedPackage', 'utf16le')]), '密码保护'],
  ['a .doc renamed to .docx', '改名.docx', () => ole('WordDocument'), '里面其实是“旧版 Word 或 WPS 文档”'],
  ['a macro inside a .docx', '宏.docx', () => makeDocx([para('正文')], { 'word/vbaProject.bin': strToU8('x') }), '带有宏'],
  ['a .docm', '宏.docm', () => 'x', '带有宏'],
  ['a zip bomb', '炸弹.docx', () => makeDocx([para('正文')], { 'word/media/bomb.xml': [new Uint8Array(60 * 1024 * 1024), { level: 9 }] }), '不像是文稿'],
  ['a zip whose directory lies', '谎.docx', lyingZip, '文件已损坏'],
  ['a zip that is no Word file', '别的.docx', () => zipSync({ 'a.txt': strToU8('x') }), '里面其实是“压缩包”；请先解压'],
  ['a file of 50 MB', '大.docx', () => new Uint8Array(50_000_000), '超过上限'],
  ['a CSV with an open quote', '引号.csv', () => '任务,进展\n一件事,"没有写完\n又一件事,办了\n', '第2行的引号没有配对'],
  ['a table that is no ledger', '表.csv', () => '甲,乙\n1,2\n', '没有找到台账的表头'],
  ['a page with nothing but furniture', '页.html', () => '<nav>首页</nav>', '文件里没有文字'],
];

test.each(REFUSED)('%s is one sentence, and nothing is written', async (_, name, bytes, sentence) => {
  const path = await desk.report(name, bytes());
  const error = await desk.take(path).then(() => undefined, (cause: unknown) => cause);
  expect(error).toBeInstanceOf(ImportError);
  const { message } = error as ImportError;
  expect(message).toContain(sentence);
  expect(message).toMatch(/^[^\n]+\(import\/[a-z-]+\)$/);
  expect(await readTree(desk.content)).toEqual(before);
});

test.each([
  ['an unknown district', { district: '丙区' }, 'districts.yaml 中没有区“丙区”'],
  ['a year that is none', { year: '15' }, '年份“15”不对'],
  ['an unknown source', { source: 'repotr' }, '是否为“report”'],
])('%s', async (_, options, sentence) => {
  const path = await desk.report('好.docx', sound());
  await expect(desk.take(path, options)).rejects.toThrow(sentence);
  expect(await readTree(desk.content)).toEqual(before);
});

test('a file that is not there', async () => {
  await expect(desk.take(`${desk.folder}/../没有 这个😀.docx`)).rejects.toThrow('没有找到');
});

test('one bad file of a folder keeps the whole folder out', async () => {
  await desk.report('夹/一.docx', sound());
  const bad = await desk.report('夹/二.docx', 'x');
  await expect(desk.take(bad.slice(0, bad.lastIndexOf('/')))).rejects.toThrow('二.docx');
  expect(await readTree(desk.content)).toEqual(before);
});

test('what is wrong with several files is said at once', async () => {
  await desk.report('三份/一.docx', sound());
  await desk.report('三份/二.pdf', '%PDF-1.4');
  const bad = await desk.report('三份/子/三.txt', '');
  const error = await desk.take([bad.slice(0, bad.indexOf('/子')), `${desk.folder}/没有.docx`]).catch((cause: unknown) => cause);
  const lines = (error as ImportError).message.split('\n');
  for (const [index, sentence] of ['没有找到“', '二.pdf：“PDF 文件”不能直接导入', '三.txt：文件里没有文字', '没有写任何文件'].entries()) expect(lines[index]).toContain(sentence);
  expect(lines).toHaveLength(4);
  expect(await readTree(desk.content)).toEqual(before);
});

test('a workbook with a Word file inside is a workbook', async () => {
  const zip = unzipSync(makeXlsx([['任务', '进展'], ['建设服务站', '建成12个。']]));
  const other = await openDesk();
  expect(await other.take(await other.report('台账.xlsx', zipSync({ ...zip, 'xl/embeddings/报告.docx': sound() }, { level: 0 })))).toHaveLength(1);
  await removeFolder(other.folder);
});

test('a far cell that is formatted and empty is no part of the table; a page of merged cells without end is read', async () => {
  const far = await desk.report('远.xlsx', farCell('<c r="XFD1048576" s="0"/>'));
  const merged = await desk.report('并.html', `<h2>社会治理改革</h2><p>建成服务站。</p><table>${`<tr>${'<td rowspan=100 colspan=100>数</td>'.repeat(30)}</tr>`.repeat(100)}</table>`);
  const other = await openDesk();
  expect(await other.take([far, merged])).toHaveLength(2);
  await removeFolder(other.folder);
});
