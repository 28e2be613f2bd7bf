import { afterEach, beforeEach, expect, test } from 'vitest';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readTree, removeFolder } from '../content-on-disk.ts';
import { runScript } from '../run-script.ts';
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

test('a write that fails takes everything back', async () => {
  const before = await readTree(desk.content);
  const files = [{ file: 'new/deep/a.md', content: 'a' }, { file: 'site.yaml', content: 'b' }];
  await expect(writeFiles(desk.content, files)).rejects.toThrow('已经存在，没有写任何文件');
  expect(await readTree(desk.content)).toEqual(before);
});
