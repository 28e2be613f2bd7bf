import { expect, test } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent } from '../../src/check-content.ts';
import { readTree, removeFolder, temporaryFolder } from '../content-on-disk.ts';
import { runScript } from '../run-script.ts';

test('a new content folder has one of each file and no problem at all', async () => {
  const folder = await temporaryFolder();
  const content = join(folder, '我的 年鉴');
  const first = await runScript('init', [content, '--year', '2019']);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const { book, parts, problems } = await checkContent({ contentDir: content, outDir: join(folder, 'dist'), base: '/', pdf: 'none' });
  expect(problems).toEqual([]);
  expect(new Set(parts.map(({ kind }) => kind))).toEqual(new Set(['site', 'districts', 'domains', 'sources', 'glossary', 'yearbook', 'matter', 'events', 'chapter', 'entry']));
  expect(book!.entries).toHaveLength(2);
  expect(book!.yearbooks[0]!.year).toBe('2019');
  const tree = await readTree(content);
  expect(Object.keys(tree)).toEqual(expect.arrayContaining(['.vscode/settings.json', '.github/workflows/yearbook.yml', '.gitlab-ci.yml', '年鉴.code-workspace']));
  const second = await runScript('init', [content]);
  expect(second.code).toBe(1);
  expect(second.stderr).toContain('不是空的');
  expect(await readTree(content)).toEqual(tree);
  await removeFolder(folder);
});

test('a file in the place of the folder, a wrong year, no folder', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'x'), '');
  expect((await runScript('init', [join(folder, 'x')])).stderr).toContain('是一个文件');
  expect((await runScript('init', [join(folder, 'x/y')])).stderr).toContain('路径中有一段不是文件夹');
  expect((await runScript('init', [join(folder, 'y'), '--year', '二〇一九'])).stderr).toContain('年份“二〇一九”不对');
  expect((await runScript('init', [])).stderr).toContain('请写一个文件夹名');
  await removeFolder(folder);
});
