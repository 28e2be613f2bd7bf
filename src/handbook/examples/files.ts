import type { Example } from '../example.ts';
import { SAMPLE_BOOK, SAMPLE_ENTRY } from '../sample-book.ts';

const entry = SAMPLE_BOOK[SAMPLE_ENTRY]!;

/** 文件和文件夹. */
export const fileExamples = {
  'file/folder': {
    bad: {}, good: {},
    shown: { bad: 'npm run check -- --content D:\\年鉴\\内容', good: 'npm run check -- --content content' },
    message: { folder: 'D:\\年鉴\\内容' },
  },
  'file/missing': {
    why: '年鉴离不开五个文件：site.yaml、districts.yaml、domains.yaml、sources.yaml、glossary.yaml；每一年要有 yearbook.md，每个区要有 district.md。',
    bad: { '2024/shili/district.md': null }, good: {},
    shown: { bad: '2024/shili/approval.md（旁边没有 district.md）', good: '2024/shili/district.md\n2024/shili/approval.md' },
  },
  'file/unreadable': {
    bad: {}, good: {},
    shown: { bad: 'approval.md 正被其他程序独占，或没有读取权限', good: '关闭占用它的程序，再运行一次' },
    message: { reason: 'EACCES' },
  },
  'file/encoding': {
    why: '“记事本”等旧软件会存成 GBK（ANSI）或 UTF-16，别的电脑打开就是乱码。',
    bad: { '2024/shili/approval.md': Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb8, 0xc4, 0xb8, 0xef]) }, good: {},
    shown: { bad: '“另存为”时编码选了 ANSI', good: '“另存为”时编码选 UTF-8' },
  },
  'file/nul': {
    bad: { [SAMPLE_ENTRY]: `${entry}\0` }, good: {},
    shown: { bad: '把 Word 文件改名为 approval.md', good: '从 Word 中复制文字，粘贴到新建的 approval.md' },
  },
  'file/empty': {
    bad: { '2024/shili/plan.md': '' }, good: {},
    shown: { bad: '新建了 plan.md，什么也没写', good: '写入条目；暂不写的先删去' },
  },
  'file/size': {
    bad: { '2024/shili/plan.md': new Uint8Array(6 * 1024 * 1024) }, good: {},
    shown: { bad: '把 6 MB 的图片存成了 plan.md', good: '图片存为 plan.jpg，放在条目旁边' },
  },
  'file/name': {
    why: '文件名就是网址的一部分，发布以后不应再改。',
    bad: { '2024/shili/审批 改革.md': entry, [SAMPLE_ENTRY]: null }, good: { '2024/shili/shen-pi-gai-ge.md': entry, [SAMPLE_ENTRY]: null },
    shown: { bad: '2024/shili/审批 改革.md', good: '2024/shili/shen-pi-gai-ge.md' },
  },
  'file/reserved': {
    bad: { '2024/shili/page.md': entry, [SAMPLE_ENTRY]: null }, good: {},
    shown: { bad: '2024/shili/page.md', good: '2024/shili/page-1.md' },
  },
  'file/place': {
    bad: { '2024/shili/notes.txt': '记一笔' }, good: {},
    shown: { bad: '2024/shili/notes.txt', good: '2024/shili/notes.md，或移到内容文件夹之外' },
  },

  'yaml/fence-missing': {
    why: '文件开头两行 --- 之间是字段，之后是正文。',
    bad: { [SAMPLE_ENTRY]: 'title: 行政审批制度改革\n\n2024年，示例区设立政务服务中心。\n' },
    good: { [SAMPLE_ENTRY]: entry },
  },
  'yaml/fence': {
    bad: { [SAMPLE_ENTRY]: entry.replace('---\n', '----\n') },
    good: { [SAMPLE_ENTRY]: entry },
  },
  'yaml/fence-open': {
    bad: { [SAMPLE_ENTRY]: entry.replace('\n---\n', '\n') },
    good: { [SAMPLE_ENTRY]: entry },
  },
  'yaml/syntax': {
    why: '字段名后面是半角冒号加一个空格；同一层的字段左端对齐。',
    bad: '---\nsummary：政务服务中心启用\ndates: {start: 2024}\n',
    good: '---\nsummary: 政务服务中心启用\ndates: {start: 2024}\n',
  },
  'yaml/duplicate-key': {
    bad: '---\nsummary: 政务服务中心启用\nsummary: 审批事项减少\n',
    good: '---\nsummary: 政务服务中心启用，审批事项减少\n',
  },
  'yaml/bomb': {
    bad: { 'glossary.yaml': bomb() }, good: {},
    shown: { bad: '- &a {term: 网格}\n- [*a, *a, *a, …]', good: '- {term: 网格, definition: 社区管理的单元。}' },
  },
  'yaml/shape': {
    bad: '---\nfigures: 13个\n',
    good: '---\nfigures:\n  - {name: 便民服务站, value: 13, unit: 个}\n---\n2024年，示例区建成便民服务站13个。',
  },
} satisfies Record<string, Example>;

function bomb(): string {
  const lines = ['- &a0 [x, x]'];
  for (let level = 1; level < 9; level += 1) lines.push(`- &a${level} [${Array(9).fill(`*a${level - 1}`).join(', ')}]`);
  return `${lines.join('\n')}\n`;
}
