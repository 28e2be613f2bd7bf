import type { SampleFiles, Snippet } from './example.ts';

/** The entry that an example's snippet is laid over. */
export const SAMPLE_ENTRY = '2024/shili/approval.md';

const FIELDS: Record<string, string> = {
  title: '行政审批制度改革',
  domain: 'administration',
  source: 'report-2024',
  indexTerms: '[行政审批]',
};

const BODY = '2024年，示例区设立政务服务中心。\n';

/** The smallest book without a problem: one volume, one district, two entries. */
export const SAMPLE_BOOK: Record<string, string> = {
  'site.yaml': 'title: 改革年鉴\npublisher: 年鉴编辑部\nurl: https://yearbook.example.cn/\n',
  'districts.yaml': '- {slug: shili, code: "100001", name: 示例区, city: 某市, province: 某省}\n',
  'domains.yaml': '- {slug: administration, name: 行政体制改革}\n- {slug: governance, name: 社会治理改革}\n',
  'sources.yaml': '- {id: report-2024, title: 示例区2024年改革工作报告, author: 某办公室, date: 2024-12}\n',
  'glossary.yaml': '[]\n',
  '2024/yearbook.md': '---\ntitle: 改革年鉴 2024\n---\n\n本卷记述2024年的改革。\n',
  '2024/shili/district.md': '---\nsource: report-2024\n---\n\n示例区位于某市中部。\n',
  '2024/shili/grid.md': entryText({ title: '社区网格化管理', domain: 'governance', indexTerms: '[社区, 网格化管理]' }, '2024年，各社区划分网格，配备网格员。\n'),
  [SAMPLE_ENTRY]: entryText({ indexTerms: '[行政审批, 政务服务中心]' }, BODY),
};

/** The sample book with a snippet laid over it. */
export function withSnippet(snippet: Snippet): SampleFiles {
  return typeof snippet === 'string' ? { ...SAMPLE_BOOK, [SAMPLE_ENTRY]: entryOf(snippet) } : { ...SAMPLE_BOOK, ...snippet };
}

function entryOf(snippet: string): string {
  if (!snippet.startsWith('---\n')) return entryText({}, `${snippet}\n`);
  const [fields = '', body = BODY] = snippet.slice(4).split(/^---\n+/m);
  const keys = [...fields.matchAll(/^(\w+):/gm)].map(([, key]) => key!);
  const kept = Object.entries(FIELDS).filter(([key]) => !keys.includes(key));
  return `---\n${kept.map(([key, value]) => `${key}: ${value}\n`).join('')}${fields.trimEnd()}\n---\n\n${body}\n`;
}

function entryText(fields: Record<string, string>, body: string): string {
  const all = { ...FIELDS, ...fields };
  return `---\n${Object.entries(all).map(([key, value]) => `${key}: ${value}\n`).join('')}---\n\n${body}`;
}
