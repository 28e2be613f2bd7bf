import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rules, type RuleName } from '../rules.ts';
import type { DraftedReport } from './draft-report.ts';
import type { Notice, Source } from './source.ts';

/** Import reports lie here: a folder the yearbook itself does not read. */
export const RECORD_FOLDER = '.import';

/** What an earlier import report says of itself. */
export interface ImportRecord {
  file: string;
  /** Name of the report. */
  name: string;
  sha256: string;
  /** `2015/some-district`. */
  chapter: string;
  sourceId: string;
}

/** The import reports of a content folder; none where nothing was ever imported. */
export async function readRecords(contentDir: string): Promise<ImportRecord[]> {
  const folder = join(contentDir, RECORD_FOLDER);
  const files = await readdir(folder).catch(() => []);
  const records = await Promise.all(
    files.filter((file) => file.endsWith('.md')).map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      const line = (name: string) => new RegExp(`^- ${name}：(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
      return { file: `${RECORD_FOLDER}/${file}`, name: line('文件'), sha256: line('指纹'), chapter: line('区篇'), sourceId: line('来源编号') };
    }),
  );
  return records.filter(({ sha256 }) => sha256);
}

/** The import report: what went where, what did not and why, what to confirm. */
export function renderRecord(source: Source, report: DraftedReport, card: { chapter: string; sourceId: string }): string {
  const { drafts, account, notices } = report;
  const { unit } = source;
  const figureCount = drafts.reduce((sum, { figures }) => sum + figures.length, 0);
  const documentCount = drafts.reduce((sum, { documents }) => sum + documents.length, 0);
  const byRule = Map.groupBy([...notices].sort((a, b) => a.at - b.at), ({ rule }) => rule);
  const order = Object.keys(rules) as RuleName[];
  const doubts = order.filter((rule) => byRule.has(rule) && /-doubt$/.test(rule));
  const others = order.filter((rule) => byRule.has(rule) && !/-doubt$/.test(rule));
  return [
    `# 导入报告：${source.name}`,
    '',
    `- 文件：${source.name}`,
    `- 指纹：${source.sha256}`,
    `- 区篇：${card.chapter}`,
    `- 来源编号：${card.sourceId}`,
    ...(report.title ? [`- 原题：${report.title}`] : []),
    '',
    `原文${account.sentences}句：${account.inDrafts}句在草稿里，${account.inNotices}句列在下面，${account.unplaced.length}句没有找到去处。`,
    `草稿${drafts.length}篇，记下数据${figureCount}项、文件${documentCount}份。要重新导入这个文件，先删去草稿和本报告。`,
    '',
    '## 去向',
    '',
    `| 原文第几${unit} | 草稿 | 标题 | 领域 | 数据 | 事件 | 文件 |`,
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...drafts.map((draft) =>
      `| ${draft.from === draft.to ? draft.from : `${draft.from}～${draft.to}`} | ${draft.file} | ${cell(draft.title)} | ${cell(draft.domainName)} | ${draft.figures.length} | ${draft.eventCount} | ${draft.documents.length} |`,
    ),
    ...section('没有写进草稿的文字和改动过的地方', others, byRule, unit),
    ...section('请核对', doubts, byRule, unit),
    '',
  ].join('\n');
}

function section(heading: string, names: RuleName[], byRule: Map<RuleName, Notice[]>, unit: string): string[] {
  if (names.length === 0) return [];
  return [
    '', `## ${heading}`,
    ...names.flatMap((name) => [
      '', `### ${rules[name].what}（${name}）`, '', `${rules[name].mend}。`, '',
      ...byRule.get(name)!.map(({ at, text, about }) => `- ${at > 0 ? `第${at}${unit}：` : ''}${text.replace(/\s*\n\s*/g, '　')}${about ? `（${about.replace(/\s+/g, ' ')}）` : ''}`),
    ]),
  ];
}

const cell = (text: string): string => text.replace(/\|/g, '\\|');
