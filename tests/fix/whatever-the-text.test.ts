import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { fixText } from '../../src/fix/fix-text.ts';
import { SAMPLE_ENTRY, withSnippet } from '../../src/handbook/sample-book.ts';
import { randomFrom } from '../../scripts/random-from.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

/** Everything an entry may hold that looks like a slip and is none, and slips among it. */
const PIECES = [
  '示例区', '设立窗口', '2024', '3-5个', '50~60公斤', '9:00-17:00', '3月-5月', '300元-500元', '1+5+3', '7×24', '24:00', '10,000', '3.5%', '-1.2‰',
  ' ', '  ', '　', '\t', ',', ', ', ';', ':', '!', '?', '.', '(', ')', '（', '）', '，', '。', '、',
  '“引,语 3-5个”', '“外‘内,层’ !”', '「引 3-5個」', '《办法(试行),2024-2025年》', '"直,引"', '`代码,a 3-5个`', '``x`y,中``',
  'https://example.cn/a,b?c=1:2', 'www.example.cn/a', 'zw,fw@example.cn', '[条目](2024/shili/grid)', '![图,1](a,1.png)', '[^1]',
  '**重点**', '**注意:**', '*斜,体*', '~~删,除~~', 'The office, in Shili, opened in 2024.', 'GB/T 1.1-2020', '0755-1234567', '〔2016〕3-2号', 'COVID-19', '8-10号楼',
  '\\(注\\)', '\\,', '&nbsp;', '<br>', '😀', '𠮷', 'PPP',
];
type Random = () => number;
const pick = <T>(list: T[], random: Random): T => list[Math.floor(random() * list.length)]!;
const line = (random: Random): string => Array.from({ length: 2 + Math.floor(random() * 9) }, () => pick(PIECES, random)).join('');
const BLOCKS: ((random: Random) => string)[] = [
  line,
  line,
  (random) => `## ${line(random)}`,
  (random) => `- ${line(random)}\n- ${line(random)}`,
  (random) => `1. ${line(random)}\n\n    ${line(random)}`,
  (random) => `| 项,目 | 数 |\n|:---|---:|\n| ${line(random)} | 3-5 个 |`,
  (random) => `\`\`\`\n${line(random)}\n\`\`\``,
  (random) => `1. 项\n\n    \`\`\`\n    ${line(random)}\n    \`\`\``,
  (random) => `    ${line(random)}\n    ${line(random)}`,
  (random) => `> ${line(random)}`,
  (random) => `[^1]: ${line(random)}`,
  (random) => `　　${line(random)}`,
  (random) => `　　${pick(['- ', '1. ', '> ', '# ', '| ', '---', '    '], random)}${line(random)}`,
  (random) => `${line(random)}  \n${line(random)}`,
  () => '[图]: 文件,(1).png "题,目"',
];

const fixBody = (body: string): string => {
  const text = String(withSnippet(body)[SAMPLE_ENTRY]);
  const { after } = fixText(SAMPLE_ENTRY, new TextEncoder().encode(text)) ?? { after: text };
  return after.slice(after.indexOf('---\n\n') + 5, -1);
};

const kept = (text: string): string[] => text.match(/“[^”\n]*”|《[^》\n]*》|「[^」\n]*」|`[^`\n]*`|https?:\/\/[^\s\p{Script=Han}）]+|\]\([^)\n]*\)/gu) ?? [];

/** What a reader sees: kinds of blocks and marks in order, and the text without punctuation and spaces. */
function rendered(markdown: string): { kinds: string; letters: string } {
  const kinds: string[] = [];
  let letters = '';
  const walk = (node: Nodes): void => {
    if (node.type !== 'text' || kinds.at(-1) !== 'text') kinds.push(node.type);
    if ('value' in node) letters += node.value;
    if ('children' in node) node.children.forEach(walk);
  };
  walk(parseMarkdown(markdown));
  return { kinds: kinds.join(' '), letters: letters.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '') };
}

test.each(Array.from({ length: 12 }, (_, index) => index + 1))('三十篇随意拼成的正文（%i）：数字、引语、代码、链接和版式不变，再改一遍不变', (seed) => {
  const random = randomFrom(seed);
  let changed = 0;
  for (let round = 0; round < 30; round += 1) {
    const body = `始。\n\n${Array.from({ length: 3 }, () => pick(BLOCKS, random)(random)).join('\n\n')}\n\n终。`;
    const once = fixBody(body);
    changed += once === body ? 0 : 1;
    expect(fixBody(once)).toBe(once);
    expect(once.replace(/\D/g, '')).toBe(body.replace(/\D/g, ''));
    expect(kept(once)).toEqual(kept(body));
    expect(rendered(once)).toEqual(rendered(body));
  }
  expect(changed).toBeGreaterThan(15);
});

describe('不改', () => {
  test.each([
    ['列表里的代码', '1. 项\n\n    ```\n    甲,乙 3-5个\n    ```'],
    ['缩进代码的第二行', '正文。\n\n    甲乙\n    甲,乙 3-5个'],
    ['转义的符号', '见\\(附注\\)，价格5\\*8。'],
    ['没有 http 的网址', '网址 www.example.cn 公布。'],
    ['链接定义', '见[附图][图]。\n\n[图]: 图,(1).png'],
    ['字符实体', '甲&nbsp;乙。'],
    ['会变成列表的段首空格', '　　- 甲乙丙'],
    ['会变成分隔线的段首空格', '甲乙丙。\n\n　　---'],
  ])('%s', (_, body) => {
    expect(fixBody(body)).toBe(body);
  });

  test('行尾两个空格是换行', () => {
    expect(fixBody('第一行,  \n第二行。')).toBe('第一行，  \n第二行。');
  });
});
