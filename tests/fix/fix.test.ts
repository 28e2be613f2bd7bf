import { chmod, lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatDiff, formatLeftAlone, summarise } from '../../src/fix/diff.ts';
import { findFixes, writeFixes } from '../../src/fix/fix-folder.ts';
import { fixText } from '../../src/fix/fix-text.ts';
import { examples } from '../../src/handbook/examples/index.ts';
import { SAMPLE_BOOK, SAMPLE_ENTRY, withSnippet } from '../../src/handbook/sample-book.ts';
import { runScript } from '../run-script.ts';
import { readTree, removeFolder, writeContent } from '../content-on-disk.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fixBody = (body: string): string => {
  const text = String(withSnippet(body)[SAMPLE_ENTRY]);
  return (fixText(SAMPLE_ENTRY, bytes(text))?.after ?? text).split('---\n\n')[1]!.trimEnd();
};

test.each(['style/half-width', 'style/space', 'style/range', 'style/indent'] as const)('%s: the bad example becomes the good one', (rule) => {
  const { bad, good } = examples[rule]!;
  expect(fixBody(bad as string)).toBe(good);
});

test.each([
  ['数字里的符号', '办理10,000件，24:00结束，比例1:3，增长3.5%。'],
  ['引号里的话', '他说：“我区3-5个,不变 !”'],
  ['书名号里的文件名', '印发《方案(试行),第二版》。'],
  ['代码', '`a,b 3-5个`'],
  ['链接', '见[条目](2024/shili/grid)和 https://example.cn/a,b?c=1'],
  ['引用', '> 我区3-5个,不变'],
  ['日期和编号', '2015-04-16，0755-1234，〔2015〕1-3号，G5-6线。'],
  ['两句一行的标题', '破浪正当时 拼搏铸未来'],
])('不改：%s', (_, body) => {
  expect(fixBody(body)).toBe(body);
});

test('fields of figures are never touched, title and summary are', () => {
  const text = String(
    withSnippet('---\ntitle: 审批,改革\nsummary: 减少 3 项,提速3-5倍\nfigures:\n  - {name: "提速 倍数,", value: 3-5, unit: 倍}\n---\n提速3-5倍。')[SAMPLE_ENTRY],
  );
  const { after } = fixText(SAMPLE_ENTRY, bytes(text))!;
  expect(after).toContain('title: 审批，改革\n');
  expect(after).toContain('summary: 减少3项，提速3～5倍\n');
  expect(after).toContain('{name: "提速 倍数,", value: 3-5, unit: 倍}');
  expect(after).toContain('\n提速3～5倍。');
});

test('a byte order mark and line breaks of Windows go, and nothing else', () => {
  const text = SAMPLE_BOOK[SAMPLE_ENTRY]!;
  const fixed = fixText(SAMPLE_ENTRY, bytes(`\uFEFF${text.replaceAll('\n', '\r\n')}`))!;
  expect(fixed).toMatchObject({ after: text, changes: [], lineBreaks: true });
  expect(formatDiff({ file: SAMPLE_ENTRY, ...fixed })).toBe(`${SAMPLE_ENTRY}：换行符统一为 LF，去掉文件头标记\n`);
});

test.each([
  ['not UTF-8', Uint8Array.from([0xb8, 0xc4, 0xb8, 0xef]), '文件不是 UTF-8 编码'],
  ['broken YAML', bytes('---\ntitle: [\n---\n\n一,二\n'), '先要改正错误（'],
  ['a required field missing', bytes('---\ntitle: 事项\n---\n\n一,二\n'), '先要改正错误（缺少必填字段'],
])('a file that cannot be read is left alone, and said: %s', (_, content, reason) => {
  const { before, after, left } = fixText(SAMPLE_ENTRY, content)!;
  expect(after).toBe(before);
  expect(left).toHaveLength(1);
  expect(left[0]!.reason).toContain(reason);
});

test('one change that would touch a quotation is left and said, the others are made', () => {
  const text = String(withSnippet('2024年,办理3-5项。\n\n见「3-5个《 」》。')[SAMPLE_ENTRY]);
  const fixed = fixText(SAMPLE_ENTRY, bytes(text))!;
  expect(fixed.after).toContain('2024年，办理3～5项。\n\n见「3-5个《 」》。');
  expect(fixed.left).toEqual([{ line: 10, rule: 'style/range', reason: '改了会动到引语、书名号或链接' }]);
  expect(formatLeftAlone({ file: SAMPLE_ENTRY, ...fixed }, 'content')).toEqual([`content/${SAMPLE_ENTRY}:10 连接号没有代改：改了会动到引语、书名号或链接，请自己改`]);
});

test('fixing twice changes nothing more, whatever the text', () => {
  const pieces = ['示例区', '2024', ' ', ',', '.', '(', ')', '“', '”', '《', '》', '3-5个', '50~60', '年', 'PPP', '\n\n', '　　', '| ', ':', '—', '%', '“a,b”'];
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  for (let round = 0; round < 60; round += 1) {
    const body = Array.from({ length: 30 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    const once = fixBody(`始${body}终`);
    expect(fixBody(once)).toBe(once);
    expect(once.replace(/\D/g, '')).toBe(body.replace(/\D/g, ''));
  }
});

describe('a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yearbook-fix-'));
    await writeContent(folder, { '2015/jia/item.md': '---\ntitle: 事项\ndomain: economy\nsource: report\n---\n\n2015年,甲区设3-5个窗口。\n' });
  });
  afterAll(() => removeFolder(folder));

  test('a dry run shows the diff and writes nothing', async () => {
    const before = await readTree(folder);
    const { output, code } = await runScript('fix', ['--content', folder, '--dry-run']);
    expect(code).toBe(0);
    expect(output).toContain('-2015年,甲区设3-5个窗口。\n+2015年，甲区设3～5个窗口。');
    expect(output).toContain('可以代改1个文件：半角标点1处、连接号1处');
    expect(await readTree(folder)).toEqual(before);
  });

  test('a run writes, and the next finds nothing', async () => {
    const fixes = await findFixes(folder);
    expect(summarise(fixes)).toBe('半角标点1处、连接号1处');
    await writeFixes(folder, fixes);
    expect(await readFile(join(folder, '2015/jia/item.md'), 'utf8')).toContain('2015年，甲区设3～5个窗口。');
    expect((await readdir(join(folder, '2015/jia'))).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await findFixes(folder)).toEqual([]);
  });

  test('a read-only file is left alone, and said', async () => {
    const path = join(folder, '2015/jia/only.md');
    await writeFile(path, '---\ntitle: 其他\ndomain: economy\nsource: report\n---\n\n一,二。\n');
    await chmod(path, 0o444);
    const { output, code } = await runScript('fix', ['--content', folder]);
    expect(code).toBe(0);
    expect(output).toContain('only.md:1 没有代改：文件是只读的');
    expect(await readFile(path, 'utf8')).toContain('一,二。');
    await rm(path, { force: true });
  });

  test('a link stays a link', async () => {
    const path = join(folder, '2015/jia/linked.md');
    await writeFile(join(folder, 'outside.txt'), '---\ntitle: 其他\ndomain: economy\nsource: report\n---\n\n一,二。\n');
    await symlink('../../outside.txt', path);
    expect(await writeFixes(folder, await findFixes(folder))).toEqual([]);
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'outside.txt'), 'utf8')).toContain('一，二。');
    await Promise.all([rm(path), rm(join(folder, 'outside.txt'))]);
  });

  test('what was saved meanwhile is not overwritten', async () => {
    const path = join(folder, '2015/jia/item.md');
    const before = await readFile(path, 'utf8');
    await writeFile(path, `${before}\n三,四。\n`);
    const fixes = await findFixes(folder);
    await writeFile(path, `${before}\n五,六。\n`);
    expect(await writeFixes(folder, fixes)).toEqual([{ file: '2015/jia/item.md', reason: '文件刚被别的程序改过；请再运行一次' }]);
    expect(await readFile(path, 'utf8')).toContain('五,六。');
    await writeFile(path, before);
  });

  test('only the files named', async () => {
    await writeFile(join(folder, '2015/jia/other.md'), '---\ntitle: 其他\ndomain: economy\nsource: report\n---\n\n一,二。\n');
    expect(await findFixes(folder, new Set(['2015/jia/item.md']))).toEqual([]);
    const { output, code } = await runScript('fix', ['--content', folder, '2015/jia/none.md']);
    expect(code).toBe(1);
    expect(output).toContain('里没有文件“2015/jia/none.md”');
    await rm(join(folder, '2015/jia/other.md'));
  });
});
