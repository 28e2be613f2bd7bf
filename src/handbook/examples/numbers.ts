import type { Example } from '../example.ts';
import { SAMPLE_BOOK, SAMPLE_ENTRY } from '../sample-book.ts';

const entry = SAMPLE_BOOK[SAMPLE_ENTRY]!;
const grid = SAMPLE_BOOK['2024/shili/grid.md']!;
const withFigure = (text: string, figure: string, sentence: string): string =>
  text.replace('---\n\n', `figures:\n  - ${figure}\n---\n\n${sentence}\n\n`);
const stations = (value: number): string =>
  withFigure(entry, `{name: 便民服务站, value: ${value}, unit: 个, date: 2024-12}`, `至2024年12月，建成便民服务站${value}个。`);

const TWICE = '街道设综合窗口，社区设代办点，居民提交的材料由代办员送至窗口，办结后证照寄送到家';

/** 数据, 重复, 索引, 来源. */
export const numberExamples = {
  'number/sum': {
    bad: '各级事项数见下表。\n\n| 级别 | 事项数 |\n|---|---:|\n| 区级 | 210项 |\n| 街道 | 86项 |\n| 合计 | 290项 |',
    good: '各级事项数见下表。\n\n| 级别 | 事项数 |\n|---|---:|\n| 区级 | 210项 |\n| 街道 | 86项 |\n| 合计 | 296项 |',
  },
  'number/parts': {
    bad: '2024年，示例区完成改革事项21项，其中市级试点12项、区级试点11项。',
    good: '2024年，示例区完成改革事项21项，其中市级试点12项、区级试点9项。',
  },
  'number/change': {
    why: '四舍五入或舍去尾数都可以：498到156是减少68.67%，写68%、68.7%、69%都对。',
    bad: '2024年，示例区审批事项由498项减至156项，减少58%。',
    good: '2024年，示例区审批事项由498项减至156项，减少68.7%。',
  },
  'number/times-less': {
    why: 'GB/T 15835 的惯例：减少一倍就没有了，减少只用百分数或分数。',
    bad: '2024年，示例区平均办理用时比上年缩短2倍。',
    good: '2024年，示例区平均办理用时比上年缩短三分之二。',
  },
  'number/share': {
    bad: '2024年，示例区部署改革任务56项，完成53项，完成率90.6%。',
    good: '2024年，示例区部署改革任务56项，完成53项，完成率94.6%。',
  },
  'number/shares': {
    why: '只看相加接近100的比例，3:2:1这样的不算；四舍五入的零头不算错。',
    bad: '2024年，示例区三次产业结构为9.8:43.2:49.0。',
    good: '2024年，示例区三次产业结构为9.8:43.2:47.0。',
  },
  'number/table': {
    bad: '2024年，示例区区级事项为201项。各级事项数见下表。\n\n| 级别 | 事项数 |\n|---|---:|\n| 区级事项 | 210项 |\n| 街道事项 | 86项 |',
    good: '2024年，示例区区级事项为210项。各级事项数见下表。\n\n| 级别 | 事项数 |\n|---|---:|\n| 区级事项 | 210项 |\n| 街道事项 | 86项 |',
  },
  'number/conflict': {
    bad: {
      [SAMPLE_ENTRY]: stations(13),
      '2024/shili/grid.md': withFigure(grid, '{name: 便民服务站, value: 15, unit: 个, date: 2024-12}', '至2024年12月，建成便民服务站15个。'),
    },
    good: { [SAMPLE_ENTRY]: stations(13) },
    shown: {
      bad: 'approval.md：{name: 便民服务站, value: 13, unit: 个, date: 2024-12}\ngrid.md：{name: 便民服务站, value: 15, unit: 个, date: 2024-12}',
      good: '核对后两处写同一个数；口径不同的，写清楚：{name: 便民服务站（含社区）, value: 15, unit: 个, date: 2024-12}',
    },
  },
  'repeat/passage': {
    why: '不同条目里相同25个字以上就会提示；文件名、单位名（连同并列的单位名单）和引号里的话不算。',
    bad: { [SAMPLE_ENTRY]: `${entry}\n${TWICE}。\n`, '2024/shili/grid.md': `${grid}\n${TWICE}。\n` },
    good: { [SAMPLE_ENTRY]: `${entry}\n${TWICE}。\n` },
    shown: { bad: `approval.md：${TWICE}。\ngrid.md：${TWICE}。`, good: `approval.md：${TWICE}。\ngrid.md 的 see 里写：{id: 2024/shili/approval, why: 代办的办法}` },
  },
  'repeat/event': {
    bad: {
      [SAMPLE_ENTRY]: entry.replace('---\n\n', 'events:\n  - {date: 2024-05-06, text: 示例区政务服务中心启用}\n---\n\n'),
      '2024/events.yaml': '- {date: 2024-05-06, text: 示例区政务服务中心正式启用, district: shili}\n',
    },
    good: { [SAMPLE_ENTRY]: entry.replace('---\n\n', 'events:\n  - {date: 2024-05-06, text: 示例区政务服务中心启用}\n---\n\n') },
    shown: {
      bad: 'approval.md：{date: 2024-05-06, text: 示例区政务服务中心启用}\nevents.yaml：{date: 2024-05-06, text: 示例区政务服务中心正式启用}',
      good: 'approval.md：{date: 2024-05-06, text: 示例区政务服务中心启用}',
    },
  },
  'index/none': {
    bad: '---\nindexTerms: []\n',
    good: '---\nindexTerms: [行政审批, 政务服务中心]\n',
  },
  'index/shallow': {
    why: '书后的主题索引靠 indexTerms、牵头和参与单位、文件和名词编成，平均每条1.5个词以上才够用。',
    bad: { [SAMPLE_ENTRY]: entry.replace('[行政审批, 政务服务中心]', '[行政审批]'), '2024/shili/grid.md': grid.replace('[社区, 网格化管理]', '[网格化管理]') },
    good: {},
    shown: { bad: 'indexTerms: [行政审批]', good: 'indexTerms: [行政审批, 政务服务中心]' },
  },
  'source/unused': {
    bad: { 'sources.yaml': `${SAMPLE_BOOK['sources.yaml']!}- {id: bulletin, title: 示例区改革简报, date: 2024-06}\n` },
    good: { 'sources.yaml': SAMPLE_BOOK['sources.yaml']! },
  },
  'source/incomplete': {
    bad: { 'sources.yaml': '- {id: report-2024, title: 示例区2024年改革工作报告}\n' },
    good: { 'sources.yaml': SAMPLE_BOOK['sources.yaml']! },
  },
} satisfies Record<string, Example>;
