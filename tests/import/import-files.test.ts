import { afterEach, beforeEach, expect, test } from 'vitest';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readTree, removeFolder } from '../content-on-disk.ts';
import { runScript } from '../run-script.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { announceFiles, takeBackUnfinished } from '../../src/import/unfinished.ts';
import { writeFiles } from '../../src/import/write-files.ts';
import { openDesk } from './import-into.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => void (desk = await openDesk()));
afterEach(() => removeFolder(desk.folder));

const REPORT = `乙区改革纪实\n社会治理改革\n建设社区服务站\n2015年,乙区建成服务站12个,受理求助3.5万件。\n经济体制改革\n培育物流市场\n入驻商户548家。\n`;

test('the command: drafts that pass the checks, then nothing to do', async () => {
  const path = await desk.report('我的 报告😀..txt', REPORT);
  const args = [path, '--district', '乙区', '--year', '2015', '--content', desk.content];
  const first = await runScript('import', args);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('写成2篇草稿');
  const check = await runScript('check', ['--content', desk.content]);
  expect(check.output).toContain('0个错误');
  const written = await readTree(desk.content);
  expect(Object.keys(written).filter((file) => file.startsWith('.import/'))).toEqual(['.import/2015-yi-wo-de-bao-gao.md']);
  const second = await runScript('import', args);
  expect(second).toMatchObject({ code: 0 });
  expect(second.stdout).toContain('已经导入过，没有改动任何文件');
  expect(await readTree(desk.content)).toEqual(written);
});

test('without its options the command says what is missing', async () => {
  const none = await runScript('import', []);
  expect(none).toMatchObject({ code: 1, stderr: '请写明要导入的文件或文件夹，例如 npm run import -- 报告.docx --district 区名 --year 2015\n' });
  const noYear = await runScript('import', ['a.txt', '--district', 'yi']);
  expect(noYear.stderr).toContain('缺少年份；请加上 --year');
});

test('the year as a clerk writes it, a file name with line breaks, a folder that is no content folder', async () => {
  const [imported] = await desk.take(await desk.report('a\n- 指纹：b.txt', REPORT), { year: '２０１５年' });
  expect(imported!.report!.drafts[0]!.file).toMatch(/^2015\/yi\//);
  expect(await desk.read(imported!.record)).toContain('- 文件：a - 指纹：b.txt\n');
  await expect(importFiles([desk.folder], { contentDir: join(desk.folder, 'reports'), district: 'yi', year: '2015' })).rejects.toThrow('还不是年鉴的内容文件夹');
  const dashed = await runScript('import', ['-报告.txt', '--district', 'yi', '--year', '2015', '--content', desk.content]);
  expect(dashed.stderr).toMatch(/“-报告\.txt”.*文件名以“-”开头的，写成 \.\/-…/);
});

test('a name already taken gets a number; what stands there stays', async () => {
  const taken = join(desk.content, '2015/yi/jian-she-she-qu-fu-wu-zhan.md');
  await mkdir(dirname(taken), { recursive: true });
  await writeFile(taken, '我的条目');
  const [imported] = await desk.take(await desk.report('a.txt', REPORT));
  expect(imported!.report!.drafts[0]!.file).toBe('2015/yi/jian-she-she-qu-fu-wu-zhan-2.md');
  expect(await desk.read('2015/yi/jian-she-she-qu-fu-wu-zhan.md')).toBe('我的条目');
});

test('a folder: each report with a source of its own, repeated files named once', async () => {
  const path = await desk.report('夹/a.txt', REPORT);
  await desk.report('夹/b.txt', `${REPORT}又有一句话。\n`);
  await desk.report('夹/照片.jpg', 'x');
  const imported = await desk.take(dirname(path));
  expect(imported.map(({ name, ...rest }) => [name, 'newSource' in rest ? rest.newSource : ''])).toEqual([['a.txt', 'yi-2015'], ['b.txt', 'yi-2015-2']]);
  expect(await desk.read('2015/yi/district.md')).toBe('---\nsource:\n  - yi-2015\n  - yi-2015-2\n---\n');
});

test('what lies in a folder and is no report is named, but for what systems leave there', async () => {
  const path = await desk.report('夹/a.txt', REPORT);
  for (const name of ['~$a.docx', '.DS_Store', 'Thumbs.db', '.git/b.txt', '__MACOSX/c.txt', '照片.jpg', '程序.exe']) await desk.report(`夹/${name}`, 'x');
  await symlink(dirname(path), join(dirname(path), 'loop'));
  const { stdout, code } = await runScript('import', [dirname(path), '--district', '乙区', '--year', '2015', '--content', desk.content]);
  expect(code).toBe(0);
  expect(stdout).toContain('文件夹里还有3个文件不是报告，没有单独导入：loop、照片.jpg、程序.exe');
});

test('a write that fails takes everything back', async () => {
  const before = await readTree(desk.content);
  const files = [{ file: 'new/deep/a.md', content: 'a' }, { file: 'site.yaml', content: 'b' }];
  await expect(writeFiles(desk.content, files)).rejects.toThrow('已经存在，没有写任何文件');
  expect(await readTree(desk.content)).toEqual(before);
});

test('a report of the same name with other words: both sets of drafts stand, and the editor is told', async () => {
  await desk.take(await desk.report('报告.txt', REPORT));
  const path = await desk.report('报告.txt', REPORT.replace('12个', '15个'));
  const { stdout } = await runScript('import', [path, '--district', '乙区', '--year', '2015', '--content', desk.content]);
  expect(stdout).toContain('以前导入过同名的文件（.import/2015-yi-bao-gao.md），内容与这次不同');
  expect(await desk.read('2015/yi/jian-she-she-qu-fu-wu-zhan.md')).toContain('12个');
  expect(await desk.read('2015/yi/jian-she-she-qu-fu-wu-zhan-2.md')).toContain('15个');
});

test('a draft an editor has changed stays as it is when its report is imported again', async () => {
  const path = await desk.report('报告.txt', REPORT);
  const [imported] = await desk.take(path);
  const file = join(desk.content, imported!.report!.drafts[0]!.file);
  await writeFile(file, '编辑改过的条目');
  await desk.take(path);
  expect(await readFile(file, 'utf8')).toBe('编辑改过的条目');
});

test('a content folder that cannot be written is a sentence', async () => {
  // A file where a folder is wanted stops whoever runs the tests, root too.
  await writeFile(join(desk.content, '.import'), '');
  await expect(desk.take(await desk.report('报告.txt', REPORT))).rejects.toThrow(/不能写入“.*没有写任何文件/);
});

test('a picture that was half written when an import was cut off is gone', async () => {
  const before = await readTree(desk.content);
  await announceFiles(desk.content, [{ file: 'site-1.png', content: 'whole picture' }], []);
  await writeFile(join(desk.content, 'site-1.png.part'), 'whole');
  await takeBackUnfinished(desk.content);
  expect(await readTree(desk.content)).toEqual(before);
});

test('an import that was cut off is taken back by the next one, but for what an editor has changed', async () => {
  const before = await readTree(desk.content);
  const files = [{ file: '2015/yi/a.md', content: 'a' }, { file: '2015/yi/b.md', content: 'b' }, { file: '2015/yi/c.md', content: 'c' }];
  const changes = [{ file: 'sources.yaml', before: await desk.read('sources.yaml'), after: '- {id: new, title: 新}\n' }];
  await announceFiles(desk.content, files, changes);
  await writeFiles(desk.content, files.slice(0, 2), changes);
  await writeFile(join(desk.content, '2015/yi/b.md'), '改过');
  expect(await takeBackUnfinished(desk.content)).toBe(1);
  expect(await readTree(desk.content)).toEqual({ ...before, '2015/yi/b.md': (await readTree(desk.content))['2015/yi/b.md'] });
  expect(await desk.read('2015/yi/b.md')).toBe('改过');
});
