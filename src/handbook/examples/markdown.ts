import type { Example } from '../example.ts';

/** Markdown 的写法. */
export const markdownExamples = {
  'markdown/heading': { bad: '##办事窗口\n\n中心有窗口36个。', good: '## 办事窗口\n\n中心有窗口36个。' },
  'markdown/list': {
    bad: '改革措施有三项：\n\n1、减少环节\n2、压缩时限\n3、公开流程',
    good: '改革措施有三项：\n\n1. 减少环节\n2. 压缩时限\n3. 公开流程',
  },
  'markdown/table': {
    bad: '｜级别｜事项数｜\n｜区级｜210项｜',
    good: '| 级别 | 事项数 |\n|---|---:|\n| 区级 | 210项 |',
  },
  'markdown/bold': { bad: '2024年，示例区推行** 一窗受理**。', good: '2024年，示例区推行**一窗受理**。' },
  'markdown/tilde': { bad: '2024年，每个街道设窗口3~~5个，每个社区1~~2个。', good: '2024年，每个街道设窗口3～5个，每个社区1～2个。' },
  'markdown/code': {
    why: '行首空四格在 Markdown 里表示代码。',
    bad: '办法如下。\n\n    2024年，示例区设立政务服务中心。',
    good: '办法如下。\n\n2024年，示例区设立政务服务中心。',
  },
  'markdown/paragraph': {
    why: '在 Markdown 里，空一行才是另起一段。',
    bad: '2024年，示例区设立政务服务中心。\n中心有窗口36个。',
    good: '2024年，示例区设立政务服务中心。\n\n中心有窗口36个。',
  },
  'markdown/underline': {
    bad: '2024年，示例区设立政务服务中心。\n---\n中心有窗口36个。',
    good: '2024年，示例区设立政务服务中心。\n\n---\n\n中心有窗口36个。',
  },
} satisfies Record<string, Example>;
