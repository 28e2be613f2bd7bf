import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeEditorFiles, refreshEditorFiles, writeEditorFiles } from '../../src/vscode/editor-files.ts';
import { listContentFiles } from '../../src/content-folder.ts';
import { readTree, removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { SMALL_BOOK } from '../small-book.ts';

let root: string;
let content: string;
beforeEach(async () => {
  root = await temporaryFolder();
  content = await writeContent(join(root, 'content'), SMALL_BOOK);
});
afterEach(() => removeFolder(root));

const json = async (file: string) => JSON.parse(await readFile(join(root, file), 'utf8')) as Record<string, Record<string, unknown>>;
const own = async (file: string, text: string) => {
  await mkdir(join(root, '.vscode'), { recursive: true });
  await writeFile(join(root, '.vscode', file), text);
};

test('an entry written a moment ago has its fields completed, domains and sources by name', async () => {
  await refreshEditorFiles(root, content);
  await writeFile(join(content, '2015/yi.md'), '');
  await mkdir(join(content, '2015/yi'));
  await writeFile(join(content, '2015/yi/new.md'), '');
  await refreshEditorFiles(root, content);
  const { entries } = await json('.astro/collections/collections.json');
  const kinds = Object.entries(entries!).map(([address, kind]) => [address.split('/').slice(-3).join('/'), kind]);
  expect(kinds).toContainEqual(['2015/yi/new.md', 'entry']);
  expect((await json('.astro/collections/entry.schema.json'))['properties']!['domain']).toMatchObject({ enum: ['economy', 'governance'] });
});

test("an editor's own settings stay, ours are added", async () => {
  await own('settings.json', '{"editor.wordWrap": "off", "yaml.schemas": {"mine.json": "x.yaml", "./.vscode/schemas/site.json": "old/site.yaml"}}');
  await own('tasks.json', '{"version": "2.0.0", "tasks": [{"label": "检查年鉴", "command": "mine"}]}');
  expect(await writeEditorFiles(root, 'content')).toEqual([]);
  const settings = await json('.vscode/settings.json');
  expect(settings).toMatchObject({ 'editor.wordWrap': 'off', 'files.encoding': 'utf8', 'yaml.schemas': { 'mine.json': 'x.yaml' } });
  const { tasks } = (await json('.vscode/tasks.json')) as unknown as { tasks: { label: string; command: string }[] };
  expect(tasks[0]).toMatchObject({ label: '检查年鉴', command: 'mine' });
  expect(tasks.map(({ label }) => label)).toEqual(['检查年鉴', '看效果', '新建条目', '代改']);
});

test('settings with comments are left alone, and named', async () => {
  await own('settings.json', '{ // 我的\n "editor.wordWrap": "off" }');
  expect(await writeEditorFiles(root, 'content')).toEqual(['settings.json']);
  expect(await readFile(join(root, '.vscode/settings.json'), 'utf8')).toContain('// 我的');
});

test('content that stands apart gets settings of its own, and a workspace in which the generator is open too', async () => {
  const apart = await writeContent(join(await temporaryFolder(), '我的 稿件'), SMALL_BOOK);
  const before = await readTree(root);
  expect(await placeEditorFiles(root, apart)).toEqual({ folder: apart, left: [] });
  expect(await readTree(root)).toEqual(before);
  const tree = await readTree(apart);
  const text = (file: string) => Buffer.from(tree[file]!, 'base64').toString();
  expect(JSON.parse(text('.vscode/settings.json'))['yaml.schemas']).toMatchObject({ './.vscode/schemas/site.json': 'site.yaml' });
  expect(Object.keys(JSON.parse(text('.astro/collections/collections.json')).entries)).toContainEqual(expect.stringMatching(/我的 稿件\/2015\/jia\/base\.md$/));
  // In a workspace of two folders, schemas of one name would be merged.
  expect(text('.astro/collections/apart-entry.schema.json')).toContain('"governance"');
  const { folders, tasks } = JSON.parse(text('年鉴.code-workspace'));
  expect(folders.map(({ path }: { path: string }) => resolve(apart, path))).toEqual([apart, root]);
  expect(tasks.tasks[0]).toMatchObject({ command: `npm run check -- --content ${JSON.stringify(relative(root, apart))} --format github`, options: { cwd: '${workspaceFolder:生成程序}' } });
  expect(text('.gitignore').split('\n')).toEqual(expect.arrayContaining(['.astro/', '年鉴.code-workspace']));
  expect(await listContentFiles(apart)).toEqual(Object.keys(SMALL_BOOK).sort());
  await writeFile(join(apart, '2015/jia/later.md'), '');
  await refreshEditorFiles(root, apart);
  expect(await readFile(join(apart, '.astro/collections/collections.json'), 'utf8')).toContain('2015/jia/later.md');
  await removeFolder(join(apart, '..'));
});

test('content elsewhere changes nothing here', async () => {
  const elsewhere = await temporaryFolder();
  const before = await readTree(root);
  await refreshEditorFiles(root, elsewhere);
  expect(await readTree(root)).toEqual(before);
  await removeFolder(elsewhere);
});
