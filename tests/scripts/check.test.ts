import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { readReport, runScript } from '../run-script.ts';
import { entryText, type Files } from '../small-book.ts';

let folder: string;
let number = 0;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => removeFolder(folder));

async function check(files: Files, args: string[] = [], env: Record<string, string> = {}) {
  const content = await writeContent(`${folder}/content-${(number += 1)}`, files);
  const finished = await runScript('check', ['--content', content, ...args], env);
  return { ...finished, ...readReport(finished), content };
}

test('a right folder: no error, exit 0', async () => {
  const { code, stdout, stderr } = await check({});
  expect([code, stdout, stderr]).toEqual([0, '已检查1个条目：0个错误，0条建议\n', '']);
});

test('all problems of all files, one a line: file:line:column what；mend(rule), exit 1', async () => {
  const { code, content, problems, counts } = await check({
    '2015/jia/a.md': entryText('正文。', { title: '甲事项', see: ['2015/jia/bace'] }),
    '2015/jia/b.md': entryText('正文。', { title: '乙事项', domain: 'econmy', sumary: '摘要' }),
    '2015/jia/c.md': '正文。',
  });
  expect(code).toBe(1);
  expect(problems).toEqual([
    `${content}/2015/jia/a.md:6:7 参见“2015/jia/bace”不存在；是否为“2015/jia/base”？(book/see)`,
    `${content}/2015/jia/b.md:3:9 domains.yaml 中没有领域“econmy”；是否为“economy”？(book/domain)`,
    `${content}/2015/jia/b.md:6:1 不认得字段“sumary”，它的内容不会显示；是否为“summary”？(schema/unknown)`,
    `${content}/2015/jia/c.md:1:1 文件开头没有 ---；第一行写 ---，接着写各字段，再以 --- 结束，正文从下一行开始(yaml/fence-missing)`,
  ]);
  expect(counts).toBe('已检查2个条目：3个错误，1条建议');
});

test('advice alone is exit 0', async () => {
  const { code, counts } = await check({ '2015/jia/a.md': entryText('正文。', { sumary: '摘要' }) });
  expect([code, counts]).toEqual([0, '已检查2个条目：0个错误，1条建议']);
});

describe('quiet', () => {
  const site = (quiet: string) => ({ 'site.yaml': `title: 改革年鉴\npublisher: 编辑部\nurl: https://example.cn/\nquiet: [${quiet}]\n` });

  test('silences a piece of advice by its rule', async () => {
    const { code, problems, counts } = await check({ ...site('schema/unknown'), '2015/jia/a.md': entryText('正文。', { sumary: '摘要' }) });
    expect([code, problems, counts]).toEqual([0, [], '已检查2个条目：0个错误，0条建议']);
  });

  test('a name that is no rule is an error: what it should silence would come back unsaid', async () => {
    const { code, counts } = await check(site('style/spaces'));
    expect([code, counts]).toEqual([1, '已检查1个条目：1个错误，0条建议']);
  });

  test('never silences an error, and says so', async () => {
    const { code, problems, content } = await check({ ...site('book/see, style/spaces'), '2015/jia/a.md': entryText('正文。', { see: ['2015/jia/none-such'] }) });
    expect(code).toBe(1);
    expect(problems.map((line) => line.slice(content.length + 1))).toEqual([
      '2015/jia/a.md:6:7 参见“2015/jia/none-such”不存在；写法为 年份/区/文件名，不带 .md；请核对，或删去(book/see)',
      'site.yaml:4:9 quiet 中的“book/see”不是建议类规则的名字；这是错误的名字，错误不能静音，请删去(site/quiet)',
      'site.yaml:4:19 quiet 中的“style/spaces”不是建议类规则的名字；是否为“style/space”？(site/quiet)',
    ]);
  });
});

test('many problems: which rules they are of, and where the errors stand', async () => {
  const text = Array.from({ length: 12 }, () => '目前,我区设立。').join('\n\n');
  const { stdout, content } = await check({ '2015/jia/a.md': entryText(text, { see: ['2015/jia/none-such'] }) });
  expect(stdout).toContain('已检查2个条目：1个错误，36条建议\n');
  expect(stdout).toContain('建议：style/first-person 12条，style/half-width 12条，style/vague-time 12条\n');
  expect(stdout).toContain(`错误在 ${content}/2015/jia/a.md:`);
});

test('drafts are checked', async () => {
  const { code, counts } = await check({ '2015/jia/a.md': entryText('正文。', { state: 'draft', see: ['2015/jia/none-such'] }) });
  expect([code, counts]).toEqual([1, '已检查2个条目：1个错误，0条建议']);
});

test('the folder may come from the environment', async () => {
  const content = await writeContent(`${folder}/by-environment`);
  const { code, stdout } = await runScript('check', [], { CONTENT_DIR: content });
  expect([code, stdout]).toEqual([0, '已检查1个条目：0个错误，0条建议\n']);
});

test('two runs say the same', async () => {
  const files = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`2015/jia/e${index}.md`, entryText('正文<b>。', { title: `事项${index}`, domain: 'none' })]));
  const content = await writeContent(`${folder}/twice`, files);
  const [first, second] = await Promise.all([runScript('check', ['--content', content]), runScript('check', ['--content', content])]);
  expect(first.stdout).toBe(second.stdout);
  expect(readReport(first).problems).toHaveLength(90 * 2);
});
