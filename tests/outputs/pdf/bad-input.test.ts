import { crc32, deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { formatProblem } from '../../../src/problem.ts';
import { removeFolder, temporaryFolder, writeContent } from '../../content-on-disk.ts';
import { entryText, type Files } from '../../small-book.ts';
import { printContent } from './printed-content.ts';
import { openPdf, pageText, readAllLines } from './read-pdf.ts';

const folders: string[] = [];

afterAll(() => Promise.all(folders.map(removeFolder)));

async function print(files: Files): Promise<{ problems: string[]; text?: string }> {
  const content = await temporaryFolder();
  folders.push(content);
  const { problems, pdf, folder } = await printContent(await writeContent(content, files), 'book');
  folders.push(folder);
  const isPrinted = !problems.some(({ severity }) => severity === 'error');
  const text = isPrinted ? (await readAllLines(await openPdf(pdf('2015')))).map(pageText).join('') : undefined;
  return { problems: problems.map((one) => formatProblem(one, 'content')), text };
}

test('Typst markup in a text is text', async () => {
  const { text, problems } = await print({
    '2015/jia/markup.md': entryText('#eval("1+1") 与 $x^2$ 与 \\<lab\\> 与 @ref 与 #import 与 //注释 与 [方括号] 与 \\\\u{41}。', { title: '“#eval”与$x$' }),
  });
  expect(problems).toEqual([]);
  expect(text).toContain('#eval("1+1")与$x^2$与<lab>与@ref与#import与//注释与[方括号]与\\u{41}。');
  expect(text).toContain('【“#eval”与$x$】');
});

test('control and direction marks print nothing', async () => {
  const { text, problems } = await print({
    '2015/jia/marks.md': entryText('前\u202E反向\u202C中\u2066隔离\u2069与\u200B零宽\u00AD后。', { title: '标记' }),
  });
  expect(problems).toEqual([]);
  expect(text).toContain('前反向中隔离与零宽后。');
});

test('lists ten deep and headings that skip levels are printed', async () => {
  const deep = Array.from({ length: 10 }, (_, level) => `${'  '.repeat(level)}- 第${level + 1}层`).join('\n');
  const { text, problems } = await print({ '2015/jia/deep.md': entryText(`${deep}\n\n#### 四级\n\n甲。\n\n## 二级\n\n乙。`, { title: '层级' }) });
  expect(problems).toEqual([]);
  for (const word of ['第1层', '第10层', '四级', '二级']) expect(text).toContain(word);
});

test('a table of 300 rows runs over pages with its head on each', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => `| ${index + 1} | 项目${index + 1} |`).join('\n');
  const { text, problems } = await print({ '2015/jia/table.md': entryText(`| 序号 | 名称 |\n| --- | --- |\n${rows}`, { title: '长表' }) });
  expect(problems).toEqual([]);
  expect(text).toContain('项目300');
  expect(text!.split('序号名称').length).toBeGreaterThan(8);
});

test('a note cited twice is set once, one that cites itself ends', async () => {
  const { text, problems } = await print({
    '2015/jia/notes.md': entryText('甲[^1]，乙[^1]。丙[^2]。\n\n[^1]: 第一注。\n[^2]: 第二注[^2]。', { title: '注' }),
  });
  expect(problems).toEqual([]);
  expect(text!.split('第一注').length).toBe(2);
});

test('a picture of 4,000 pixels and an SVG with a script are printed', async () => {
  const { problems, text } = await print({
    '2015/jia/pictures.md': entryText('![大图](big.png "图题")\n\n![矢量](drawing.svg)', { title: '图' }),
    '2015/jia/big.png': png(4000, 3000),
    '2015/jia/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><script>alert(1)</script><rect width="20" height="10"/></svg>',
  });
  expect(problems).toEqual([]);
  expect(text).toContain('图题');
});

test('a character no font prints is named at its place', async () => {
  const { problems } = await print({ '2015/jia/emoji.md': entryText('2015年，甲区\n\n表情😀。', { title: '表情' }) });
  expect(problems).toEqual([
    'content/2015/jia/emoji.md:10:3 字符“😀”（U+1F600）不在印刷字体中，印出来会是空白；请改用通用的字或文字说明(print/glyph)',
  ]);
});

test('a broken picture and one in a format that cannot be set are named at their place', async () => {
  const broken = await print({ '2015/jia/broken.md': entryText('![坏图](broken.png)', { title: '坏图' }), '2015/jia/broken.png': png(30, 30).subarray(0, 60) });
  expect(broken.problems).toEqual([expect.stringMatching(/^content\/2015\/jia\/broken\.md:8:1 图片“broken\.png”不能排印：.*\(print\/picture\)$/)]);
  const avif = await print({ '2015/jia/avif.md': entryText('![图](x.avif)', { title: '图' }), '2015/jia/x.avif': png(3, 3) });
  expect(avif.problems).toEqual([expect.stringMatching(/^content\/2015\/jia\/avif\.md:8:1 图片“x\.avif”不能排印：印刷不支持 AVIF/)]);
});

/** A picture in RGB, grey all over. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const pixels = Buffer.alloc((width * 3 + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) pixels[row * (width * 3 + 1)] = 0;
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}
