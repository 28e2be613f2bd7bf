import { createTwoFilesPatch } from 'diff';
import { pathIn } from '../problem.ts';
import type { RuleName } from '../rules.ts';
import type { FixedFile } from './fix-folder.ts';

/** What each safe rule changes, in a word. */
const LABELS: Partial<Record<RuleName, string>> = {
  'style/half-width': '半角标点',
  'style/space': '空格',
  'style/range': '连接号',
  'style/indent': '段首空格',
};

/** Unified diff of one file; line breaks of Windows are named, since a diff of them would be the whole file. */
export function formatDiff({ file, before, after, lineBreaks }: FixedFile): string {
  const heading = lineBreaks ? `${file}：换行符统一为 LF，去掉文件头标记\n` : '';
  if (before === after) return heading;
  return heading + createTwoFilesPatch(file, file, before, after, '原文', '改后', { context: 0 }).replace(/^(?:Index: .*\n)?=+\n/, '');
}

/** What stays as it is, one line each: `2015/jia/item.md:12 半角标点没有代改：……`. */
export const formatLeftAlone = ({ file, left }: FixedFile, folder: string): string[] =>
  left.map(({ line, rule, reason }) => `${pathIn(folder, file)}:${line} ${rule ? `${LABELS[rule] ?? rule}没有代改：${reason}，请自己改` : `没有代改：${reason}`}`);

/** `半角标点12处、空格5处`. */
export function summarise(fixes: FixedFile[]): string {
  const counts = new Map<string, number>();
  for (const rule of fixes.flatMap(({ changes }) => changes)) {
    const label = LABELS[rule] ?? rule;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const lineBreaks = fixes.filter((fix) => fix.lineBreaks).length;
  return [...[...counts].map(([label, count]) => `${label}${count}处`), ...(lineBreaks ? [`换行符${lineBreaks}个文件`] : [])].join('、');
}
