import type { Example } from '../example.ts';
import { SAMPLE_BOOK, SAMPLE_ENTRY } from '../sample-book.ts';

const entry = SAMPLE_BOOK[SAMPLE_ENTRY]!;

/** 字段的值, 正文与字段的对应. */
export const fieldExamples = {
  'schema/required': {
    bad: { [SAMPLE_ENTRY]: entry.replace(/^domain:.*\n/m, '') },
    good: { [SAMPLE_ENTRY]: entry },
  },
  'schema/unknown': {
    why: '字段名写错一个字母，它的内容就不会显示。',
    bad: '---\nsumary: 政务服务中心启用\n',
    good: '---\nsummary: 政务服务中心启用\n',
  },
  'schema/form': {
    bad: '---\ndocuments:\n  - {title: 行政审批改革方案, url: www.example.cn/fangan}\n',
    good: '---\ndocuments:\n  - {title: 行政审批改革方案, url: "https://www.example.cn/fangan"}\n',
  },
  'schema/choice': {
    bad: '---\ntype: 综述\n',
    good: '---\ntype: overview\n',
  },
  'schema/date': {
    bad: '---\ndates: {start: 2024年4月}\n',
    good: '---\ndates: {start: 2024-04}\n',
  },
  'schema/date-range': {
    why: '常见的是把年份打错一位，或起止写反。',
    bad: '---\ndates: {start: 2024-12, end: 2024-04}\n',
    good: '---\ndates: {start: 2024-04, end: 2024-12}\n',
  },
  'schema/too-long': {
    bad: `---\ntitle: ${'示例区深化行政审批制度改革工作'.repeat(8)}\n`,
    good: '---\ntitle: 行政审批制度改革\n',
    shown: { bad: 'title: 把整段正文粘贴到了标题里……', good: 'title: 行政审批制度改革' },
  },

  'text/raw-html': {
    why: '从网页粘贴的标签会带来别处的样式，印刷时也不认得。',
    bad: '2024年，<font color="red">示例区</font>设立政务服务中心。',
    good: '2024年，**示例区**设立政务服务中心。',
  },
  'text/figure-absent': {
    why: 'figures 里的每个数都要在正文或表格中看得到，读者才知道它的来历。',
    bad: '---\nfigures:\n  - {name: 便民服务站, value: 31, unit: 个}\n---\n2024年，示例区建成便民服务站13个。',
    good: '---\nfigures:\n  - {name: 便民服务站, value: 13, unit: 个}\n---\n2024年，示例区建成便民服务站13个。',
  },
  'text/before-absent': {
    bad: '---\nfigures:\n  - {name: 审批事项, value: 156, unit: 项, before: 498}\n---\n2024年，示例区审批事项减至156项。',
    good: '---\nfigures:\n  - {name: 审批事项, value: 156, unit: 项, before: 498}\n---\n2024年，示例区审批事项由498项减至156项。',
  },
  'text/picture-missing': {
    bad: '![政务服务中心大厅](hall.jpg)',
    good: { [SAMPLE_ENTRY]: entry.replace('2024年，', '![政务服务中心大厅](hall.jpg)\n\n2024年，'), '2024/shili/hall.jpg': new Uint8Array() },
    shown: { bad: '![政务服务中心大厅](hall.jpg)　（旁边没有 hall.jpg）', good: '![政务服务中心大厅](hall.jpg)　（hall.jpg 放在条目旁边）' },
  },
  'text/picture-outside': {
    bad: '![政务服务中心大厅](../../hall.jpg)',
    good: { [SAMPLE_ENTRY]: entry.replace('2024年，', '![政务服务中心大厅](hall.jpg)\n\n2024年，'), '2024/shili/hall.jpg': new Uint8Array() },
    shown: { bad: '![政务服务中心大厅](../../hall.jpg)', good: '![政务服务中心大厅](hall.jpg)　（hall.jpg 放在条目旁边）' },
  },
  'text/picture-alt': {
    why: '看不见图片的读者靠这句话知道图中有什么。',
    bad: { [SAMPLE_ENTRY]: entry.replace('2024年，', '![](hall.jpg)\n\n2024年，'), '2024/shili/hall.jpg': new Uint8Array() },
    good: { [SAMPLE_ENTRY]: entry.replace('2024年，', '![政务服务中心大厅](hall.jpg)\n\n2024年，'), '2024/shili/hall.jpg': new Uint8Array() },
    shown: { bad: '![](hall.jpg)', good: '![政务服务中心大厅](hall.jpg)' },
  },
  'text/empty': {
    bad: { [SAMPLE_ENTRY]: entry.replace(/2024年.*\n/, '') },
    good: { [SAMPLE_ENTRY]: entry.replace(/2024年.*\n/, '').replace('domain:', 'state: draft\ndomain:') },
  },
  'text/footnote': {
    bad: '2024年，示例区设立政务服务中心[^1]。',
    good: '2024年，示例区设立政务服务中心[^1]。\n\n[^1]: 2024年5月启用。',
  },
} satisfies Record<string, Example>;
