import type { Example } from '../example.ts';
import { SAMPLE_BOOK, SAMPLE_ENTRY } from '../sample-book.ts';

const entry = SAMPLE_BOOK[SAMPLE_ENTRY]!;
const chapter = SAMPLE_BOOK['2024/shili/district.md']!;

/** 文件之间的对应. */
export const bookExamples = {
  'book/year': {
    bad: { 'drafts/shili/plan.md': entry }, good: {},
    shown: { bad: 'drafts/shili/plan.md', good: '2024/shili/plan.md，未定稿的写 state: draft' },
  },
  'book/district': {
    bad: { '2024/shilli/district.md': chapter }, good: {},
    shown: { bad: '2024/shilli/district.md', good: '2024/shili/district.md' },
  },
  'book/domain': { bad: '---\ndomain: administation\n', good: '---\ndomain: administration\n' },
  'book/source': { bad: '---\nsource: report-2042\n', good: '---\nsource: report-2024\n' },
  'book/see': {
    bad: '---\nsee:\n  - {id: 2024/shili/grids, why: 同为基层服务}\n',
    good: '---\nsee:\n  - {id: 2024/shili/grid, why: 同为基层服务}\n',
  },
  'book/see-self': {
    bad: '---\nsee:\n  - {id: 2024/shili/approval, why: 审批}\n',
    good: '---\nsee:\n  - {id: 2024/shili/grid, why: 同为基层服务}\n',
  },
  'book/see-twice': {
    bad: '---\nsee:\n  - {id: 2024/shili/grid, why: 同为基层服务}\n  - {id: 2024/shili/grid, why: 网格员}\n',
    good: '---\nsee:\n  - {id: 2024/shili/grid, why: 同为基层服务}\n',
  },
  'book/link': {
    bad: '2024年，示例区设立政务服务中心，网格员代办事项（[社区网格化管理](2024/shili/wangge)）。',
    good: '2024年，示例区设立政务服务中心，网格员代办事项（[社区网格化管理](2024/shili/grid)）。',
  },
  'book/anchor': {
    why: '# 后面写对方正文里的一个小标题，读者点开就停在那里。',
    bad: {
      '2024/shili/grid.md': SAMPLE_BOOK['2024/shili/grid.md']!.replace(/$/, '\n## 网格员\n\n每个网格有网格员1名。\n'),
      '2024/shili/approval.md': entry.replace(/$/, '\n网格员代办事项（[社区网格化管理](2024/shili/grid#代办)）。\n'),
    },
    good: {
      '2024/shili/grid.md': SAMPLE_BOOK['2024/shili/grid.md']!.replace(/$/, '\n## 网格员\n\n每个网格有网格员1名。\n'),
      '2024/shili/approval.md': entry.replace(/$/, '\n网格员代办事项（[社区网格化管理](2024/shili/grid#网格员)）。\n'),
    },
    shown: { bad: '[社区网格化管理](2024/shili/grid#代办)', good: '[社区网格化管理](2024/shili/grid#网格员)' },
  },
  'book/duplicate': {
    bad: { 'domains.yaml': '- {slug: administration, name: 行政体制改革}\n- {slug: administration, name: 社会治理改革}\n- {slug: governance, name: 基层治理改革}\n' },
    good: { 'domains.yaml': SAMPLE_BOOK['domains.yaml']! },
  },
  'book/same-url': {
    bad: { '2024/shili/Approval.md': entry }, good: {},
    shown: { bad: '2024/shili/approval.md\n2024/shili/Approval.md', good: '2024/shili/approval.md\n2024/shili/approval-2.md' },
  },
  'book/alias': {
    why: '旧编号是条目改名以前的网址，读者凭它找到新址。',
    bad: '---\naliases: [2024/shili/grid]\n',
    good: '---\naliases: [2024/shili/permits]\n',
  },
  'book/same-title': {
    bad: '---\ntitle: 社区网格化管理\n',
    good: '---\ntitle: 社区网格化管理试点\n',
  },
  'book/glossary-unused': {
    bad: { 'glossary.yaml': '- {term: 一网统管, definition: 城市运行的统一管理。}\n' },
    good: { 'glossary.yaml': '- {term: 网格员, definition: 在社区网格中服务居民的人员。}\n' },
  },
  'site/no-address': {
    why: '有了网址，引文、订阅和站点地图才写得全。',
    bad: { 'site.yaml': 'title: 改革年鉴\npublisher: 年鉴编辑部\n' },
    good: { 'site.yaml': SAMPLE_BOOK['site.yaml']! },
  },
  'site/quiet': {
    bad: { 'site.yaml': `${SAMPLE_BOOK['site.yaml']!}quiet: [book/see]\n` },
    good: { 'site.yaml': `${SAMPLE_BOOK['site.yaml']!}quiet: [title/long]\n` },
  },

  'print/glyph': {
    bad: {}, good: {},
    shown: { bad: '政务服务中心 🏢 启用', good: '政务服务中心启用' },
    message: { value: '🏢', code: 'U+1F3E2' },
  },
  'print/picture': {
    bad: {}, good: {},
    shown: { bad: '![政务服务中心大厅](hall.avif)', good: '![政务服务中心大厅](hall.jpg)' },
    message: { value: 'hall.avif', reason: '印刷不支持 AVIF 格式' },
  },
  'print/picture-dpi': {
    why: '网页上清楚的图，印在纸上可能发虚：印刷要 300 dpi。',
    bad: {}, good: {},
    shown: { bad: '从网页上存下的图片，宽 600 像素', good: '相机原图，宽 1600 像素以上' },
    message: { value: 'hall.jpg', dpi: 110, width: 1600 },
  },
  'print/typeset': {
    bad: {}, good: {},
    shown: { bad: '生成 PDF 时出现意外', good: 'npm run build -- --pdf none（先出网站），并请维护者查看' },
    message: { volume: '改革年鉴 2024', reason: '……' },
  },
} satisfies Record<string, Example>;
