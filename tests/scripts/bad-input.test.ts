import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { rules, type RuleName } from '../../src/rules.ts';
import { readReport, ROOT, runScript } from '../run-script.ts';
import { entryText, type Files } from '../small-book.ts';

let folder: string;
let number = 0;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => removeFolder(folder));

const newContent = (files: Files) => writeContent(`${folder}/content-${(number += 1)}`, files);

/** What Node prints of an error nobody caught. */
const STACK = /^\s+at .+:\d+|node:internal|Node\.js v\d|Error: /m;

/** `file rule` of every error that `check` finds. */
async function errorsIn(content: string): Promise<string[]> {
  const finished = await runScript('check', ['--content', content]);
  expect(finished.output).not.toMatch(STACK);
  expect(finished.code).toBe(1);
  return readReport(finished).problems.flatMap((line) => {
    const [, file, rule] = /^(\S+?):\d+:\d+ .*\((.+)\)$/.exec(line.slice(content.length + 1))!;
    return rules[rule as RuleName].severity === 'error' ? [`${file} ${rule}`] : [];
  });
}

const long = (length: number, piece = '改') => piece.repeat(length);

test('a folder of everything that can be wrong with a file: one sentence each, no stack trace', async () => {
  const content = await newContent({
    '2015/jia/bom.md': `\uFEFF${entryText('正文。', { title: '一' })}`,
    '2015/jia/bomb.md': `---\na: &a [甲,甲,甲,甲,甲,甲,甲,甲,甲,甲]\n${[...'bcdefgh'].map((key, index) => `${key}: &${key} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]`).join('\n')}\n---\n`,
    '2015/jia/crlf.md': entryText('正文。', { title: '二' }).replaceAll('\n', '\r\n'),
    '2015/jia/deep.md': `---\ntitle: ${long(10_000, '[')}\n---\n`,
    '2015/jia/empty.md': '',
    '2015/jia/gbk.md': Buffer.from('2d2d2d0a7469746c653a20cac2cfee0a2d2d2d0a', 'hex'),
    '2015/jia/js.md': '---js\nprocess.exit(7)\n---\n',
    '2015/jia/long-title.md': entryText('正文。', { title: long(10000) }),
    '2015/jia/nul.md': '---\ntitle: \0\n---\n',
    '2015/jia/picture.md': entryText('![图](../../../../etc/passwd)', { title: '三' }),
    '2015/jia/quotes.md': entryText(`${long(1000, '> ')}正文`, { title: '四' }),
    '2015/jia/script.md': entryText('<script>alert(1)</script>', { title: '五' }),
    '2015/jia/utf16.md': Buffer.from('\uFEFF---\n', 'utf16le'),
    '2015/jia/picture-of-nothing.md': entryText('![图](broken.png)', { title: '六' }),
    '2015/jia/broken.png': 'no picture',
    '2015/jia/binary.md': Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)),
  });
  expect(await errorsIn(content)).toEqual([
    '2015/jia/binary.md file/encoding',
    '2015/jia/bomb.md yaml/bomb',
    '2015/jia/deep.md yaml/syntax',
    '2015/jia/empty.md file/empty',
    '2015/jia/gbk.md file/encoding',
    '2015/jia/js.md yaml/fence',
    '2015/jia/long-title.md schema/too-long',
    '2015/jia/nul.md file/nul',
    '2015/jia/picture.md text/picture-outside',
    '2015/jia/quotes.md file/unreadable',
    '2015/jia/script.md text/raw-html',
    '2015/jia/utf16.md file/encoding',
  ]);
});

test('files that cannot be read: a folder under the name of a file, links that lead nowhere', async () => {
  const content = await newContent({});
  await mkdir(`${content}/2015/jia/folder.md`);
  await symlink(`${content}/nowhere`, `${content}/2015/jia/lost.md`);
  await symlink(`${content}/2015/jia/circle.md`, `${content}/2015/jia/circle.md`);
  const finished = await runScript('check', ['--content', content]);
  expect(finished.output).not.toMatch(STACK);
  expect(readReport(finished).problems).toEqual([
    `${content}/2015/jia/circle.md:1:1 文件不能读取（链接指向自己）；请检查文件是否损坏或没有读取权限(file/unreadable)`,
    `${content}/2015/jia/folder.md:1:1 文件不能读取（这是文件夹）；请检查文件是否损坏或没有读取权限(file/unreadable)`,
    `${content}/2015/jia/lost.md:1:1 文件不能读取（链接指向的文件不存在）；请检查文件是否损坏或没有读取权限(file/unreadable)`,
  ]);
  expect(finished.code).toBe(1);
});

test('an entry that is a link is read', async () => {
  const content = await newContent({ '2015/jia/item.md': entryText() });
  await symlink(`${content}/2015/jia/item.md`, `${content}/2015/jia/linked.md`);
  expect(readReport(await runScript('check', ['--content', content])).counts).toMatch(/^已检查3个条目：0个错误/);
});

test('what a machine leaves behind is no content', async () => {
  const content = await newContent({ '.DS_Store': 'x', '2015/jia/.item.md.swp': 'x', '2015/jia/~$报告.docx': 'x', '2015/Thumbs.db': 'x', 'README.md': '# 说明' });
  expect((await runScript('check', ['--content', content])).stdout).toBe('已检查1个条目：0个错误，0条建议\n');
});

test('thousands of problems in one file', async () => {
  const content = await newContent({ '2015/jia/flood.md': entryText('<b>\n\n'.repeat(10_000)) });
  const finished = await runScript('check', ['--content', content]);
  expect([finished.code, finished.stderr]).toEqual([1, '']);
  expect(readReport(finished).counts).toMatch(/^已检查2个条目：10000个错误，\d+条建议$/);
});

describe('settings that cannot be', () => {
  test.each(['check', 'build', 'new', 'dev', 'preview', 'pdf'])('%s: a content folder that is not there', async (script) => {
    const { code, output } = await runScript(script, ['--content', 'no-such-folder', '--out', 'no-such-folder']);
    expect(output).toContain('no-such-folder');
    expect(output).not.toMatch(STACK);
    expect(code).toBe(1);
  });

  test('an option no script knows: a sentence, exit 1', async () => {
    const scripts: string[] = [];
    for (const name of await readdir(`${ROOT}scripts`)) {
      if (/^await run\(/m.test(await readFile(`${ROOT}scripts/${name}`, 'utf8'))) scripts.push(name.replace('.ts', ''));
    }
    expect(scripts).toContain('check');
    for (const script of scripts) {
      const { code, output } = await runScript(script, ['--contnet', 'x']);
      expect([script, code, output.split('；')[0]]).toEqual([script, 1, '没有选项“--contnet”']);
    }
  }, 30_000);

  test('an address that is none', async () => {
    const { code, output } = await runScript('check', [], { SITE: 'example' });
    expect([code, output]).toEqual([1, 'SITE 的值“example”不是网址；写成 https://yearbook.example.cn\n']);
  });
});
