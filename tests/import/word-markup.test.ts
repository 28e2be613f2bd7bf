import { afterEach, beforeEach, expect, test } from 'vitest';
import { readdir } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readTree, removeFolder } from '../content-on-disk.ts';
import { openDesk } from './import-into.ts';
import { item, makeDocx, NUMBERING, para, PICTURE, PIXEL } from './office-files.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => removeFolder(desk.folder));

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEADING = para('社会治理改革', '2');
const run = (text: string, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const numbering = { 'word/numbering.xml': NUMBERING };

/** Imports a Word file: text of all drafts, and the import report. */
async function take(paragraphs: string[], parts = {}) {
  const [imported] = await desk.take(await desk.report('报告.docx', makeDocx(paragraphs, parts)));
  const { drafts } = imported!.report!;
  return { drafts, text: drafts.map((draft) => draft.text.slice(draft.text.indexOf('\n---\n') + 5)).join('\n'), titles: drafts.map(({ title }) => title), record: await desk.read(imported!.record) };
}

test('the numbers Word counts are written into the text and tell headings', async () => {
  const { drafts, text, record } = await take([
    para('乙区改革报告'), item('社会治理改革'), item('建设社区服务站', 1), p(run('建成服务站，措施如下。')),
    item('配备人员。', 2), item('5万户接通热线。', 2), p(run('以上均已完成。')), item('行政体制改革'), item('推行一窗受理', 1), p(run('当场办结。')),
  ], numbering);
  expect(drafts.map(({ title, domain }) => [title, domain])).toEqual([['建设社区服务站', 'governance'], ['推行一窗受理', 'administration']]);
  expect(drafts[1]!.text).toContain('# 原标题：二、行政体制改革 › （一）推行一窗受理');
  expect(text).toContain('1.配备人员。\n\n2\\. 5万户接通热线。');
  expect(record).not.toContain('自动编号');
});

test('a list that starts anew counts from 1, a deleted item does not count, bullets have no number', async () => {
  const deleted = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:del w:id="1"><w:r><w:delText>删去的一项</w:delText></w:r></w:del></w:p>';
  const { text, record } = await take([HEADING, p(run('清单如下。')), item('甲项已经办结；'), deleted, item('乙项已经办结；'), p(run('又一张清单如下。')), item('丙项已经办结；', 0, 2), p(run('要点如下。')), item('丁项已经办结。', 0, 3)], numbering);
  expect(text.match(/.、.项|^丁项/gm)).toEqual(['一、甲项', '二、乙项', '一、丙项', '丁项']);
  expect(record).toContain('删去的一项（修订中已删除的文字）');
});

test('a style that counts and stands in the outline makes headings, whatever it is called', async () => {
  const outlined = `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run('建设社区服务站，办理2万件')}</w:p>`;
  const { drafts } = await take([para('行政体制改革', '8'), p(run('当场办结。')), para('社会治理改革', '8'), outlined, p(run('居民满意。'))], numbering);
  expect(drafts.map(({ domain }) => domain)).toEqual(['administration', 'governance']);
  expect(drafts[1]!.text).toContain('# 原标题：二、社会治理改革 › 建设社区服务站，办理2万件');
});

test('a subtitle stands in the outline and is no heading of what follows', async () => {
  const styles = strToU8(`<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="9"><w:name w:val="Subtitle"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`);
  const { drafts } = await take([HEADING, para('全区建成服务站12个，受理3万件', '9'), p(run('建成服务站。'))], { 'word/styles.xml': styles });
  expect(drafts.map(({ title }) => title)).toEqual(['社会治理改革']);
});

test('text boxes come through once, with an old-style twin and without', async () => {
  const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  const box = (text: string) => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;
  const choice = (text: string) => `<mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(text)}</wps:txbx></w:drawing></mc:Choice>`;
  const twin = `<w:r><mc:AlternateContent ${MC}>${choice('框里有两份的话。')}<mc:Fallback><w:pict>${box('框里有两份的话。')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const single = `<w:r><mc:AlternateContent ${MC}>${choice('只有一份的话。')}<mc:Fallback/></mc:AlternateContent></w:r>`;
  const { text, record } = await take([HEADING, p(run('建成服务站。'), twin), p(run('受理求助。'), single)]);
  expect(text.match(/框里有两份的话。|只有一份的话。/g)).toEqual(['框里有两份的话。', '只有一份的话。']);
  expect(record).not.toContain('两份的话');
});

test('text in fields, beside phonetic guides and against the line comes through; hidden text does not', async () => {
  const ruby = `<w:r><w:ruby><w:rt>${run('chūn')}</w:rt><w:rubyBase>${run('椿')}</w:rubyBase></w:ruby></w:r>`;
  const { text, record } = await take([HEADING, p(run('建成'), `<w:fldSimple w:instr="AUTHOR">${run('服务站')}</w:fldSimple>`, `<w:bdo w:val="ltr">${run('三座')}</w:bdo>`, run('，种植'), ruby, run('树。')), p(run('只给内部看的话。', '<w:vanish/>'), run('公开的话。'))]);
  expect(text).toContain('建成服务站三座，种植椿树。\n\n公开的话。');
  expect(record).toMatch(/chūn（注音）[^]*只给内部看的话。（原文中的隐藏文字）/);
});

test('a paragraph of links is no web furniture', async () => {
  const link = (text: string) => `<w:hyperlink w:anchor="x">${run(text)}</w:hyperlink>`;
  expect((await take([HEADING, p(run('见'), link('区政府公报'), run('和'), link('区档案馆馆藏'), run('。'))])).text).toContain('见区政府公报和区档案馆馆藏。');
});

test('pictures in tables come behind the table; pictures that are not inside are named', async () => {
  const cell = (content: string) => `<w:tc>${content}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell(PICTURE)}${cell(PICTURE)}</w:tr><w:tr>${cell(para('大厅'))}${cell(para('窗口'))}</w:tr></w:tbl>`;
  const { text, record } = await take([HEADING, p(run('见表。')), table, PICTURE.replace('rId9', 'rId7'), PICTURE.replace('r:embed="rId9"', 'r:link="rId8"')]);
  expect(text).toMatch(/\| 大厅 \| 窗口 \|[^]*!\[\]\(she-hui-zhi-li-gai-ge-1\.png\)\n\n!\[\]\(she-hui-zhi-li-gai-ge-2\.png\)/);
  expect(record.match(/图片不在文件里/g)).toHaveLength(2);
});

test('the kind a picture claims to be leads to no file outside the content folder', async () => {
  const zip = unzipSync(makeDocx([HEADING, p(run('建成服务站。')), PICTURE]));
  const types = zip['[Content_Types].xml']!;
  const evil = zipSync({ ...zip, '[Content_Types].xml': strToU8(strFromU8(types).replace('image/png', 'image/../../../../outside')) });
  await desk.take(await desk.report('坏.docx', evil));
  expect(Object.keys(await readTree(desk.content))).toContain('.import/she-hui-zhi-li-gai-ge-1.bin');
  expect((await readdir(desk.folder)).sort()).toEqual(['content', 'reports']);
});

test('the running text may be called otherwise and be UTF-16', async () => {
  const zip = unzipSync(makeDocx([HEADING, p(run('建成服务站。'))]));
  const rename = (part: string) => strToU8(strFromU8(zip[part]!).replace('word/document.xml', 'word/document2.xml'));
  const { 'word/document.xml': text, 'word/_rels/document.xml.rels': relationships, ...rest } = zip;
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${strFromU8(text!).replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>')}`, 'utf16le'));
  const moved = zipSync({ ...rest, '_rels/.rels': rename('_rels/.rels'), '[Content_Types].xml': rename('[Content_Types].xml'), 'word/document2.xml': utf16, 'word/_rels/document2.xml.rels': relationships! });
  const [imported] = await desk.take(await desk.report('在线.docx', moved));
  expect(imported!.report!.drafts[0]!.text).toContain('建成服务站。');
});

test('charts, inserted files, embedded workbooks, footnotes without a mark are named', async () => {
  const { record } = await take([HEADING, p(run('建成服务站。')), '<w:altChunk r:id="rId5"/>'], {
    'word/charts/chartEx1.xml': strToU8('<x><a:t>瀑布图的题</a:t><cx:pt>一季度</cx:pt></x>'), 'word/charts/chart1.xml': strToU8('<x><c:pt><c:v>345</c:v></c:pt></x>'),
    'word/embeddings/Sheet1.xlsx': PIXEL, 'word/footnotes.xml': strToU8(`<w:footnotes ${WORD}><w:footnote w:id="3">${p(run('没有标号的脚注。'))}</w:footnote></w:footnotes>`),
  });
  expect(record).toContain('- 瀑布图的题');
  for (const lost of ['瀑布图的题', '一季度', '345', 'Sheet1.xlsx', '没有标号的脚注。', '插入的另一份文件']) expect(record).toContain(lost);
});
