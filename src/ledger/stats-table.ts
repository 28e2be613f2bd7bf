import { isError, type Problem } from '../problem.ts';
import type { ChapterCount } from './count-entries.ts';

type Count = Pick<ChapterCount, 'final' | 'draft'>;

/** Columns a character takes in a terminal. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/.test(char) ? 2 : 1), 0);
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));

/** Rows of equal columns; Han take two places. */
export function alignTable(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) => pad(cell, widths[column]!)).join('  ').trimEnd());
}

/** Columns of a terminal as it opens. */
const TERMINAL = 80;

/** A table wider than a terminal goes on below, its first column repeated. */
export function foldTable(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const folds: number[][] = [];
  let room = 0;
  for (let column = 1; column < widths.length; column += 1) {
    if (folds.length === 0 || widths[column]! + 2 > room) {
      folds.push([0]);
      room = TERMINAL - widths[0]!;
    }
    folds.at(-1)!.push(column);
    room -= widths[column]! + 2;
  }
  return folds.flatMap((columns, index) => [...(index > 0 ? [''] : []), ...alignTable(rows.map((row) => columns.map((column) => row[column]!)))]);
}

/** 经济体制改革 → 经济. */
const shortName = (name: string): string => name.replace(/(?:体制|制度)?改革$/, '').replace(/的建设$/, '建') || name;
const cell = ({ final, draft }: Count): string => (final + draft === 0 ? '·' : draft === 0 ? String(final) : `${final}+${draft}`);
const sumOf = (counts: Count[]): Count => ({ final: counts.reduce((sum, { final }) => sum + final, 0), draft: counts.reduce((sum, { draft }) => sum + draft, 0) });
const perEntry = (count: number, entries: number): string => (entries === 0 ? '—' : (count / entries).toFixed(2));
const MOST_RULES = 8;

/** What `npm run stats` prints. */
export function statsLines(chapters: ChapterCount[], problems: Problem[]): string[] {
  const total = (key: 'final' | 'draft' | 'words' | 'figures' | 'documents' | 'indexTerms' | 'reviewed') => chapters.reduce((sum, chapter) => sum + chapter[key], 0);
  const entries = total('final') + total('draft');
  if (chapters.length === 0) return ['还没有区篇'];
  const domains = chapters[0]!.domains.map(({ domain }, index) => {
    const counts = chapters.map((chapter) => chapter.domains[index]!);
    return [shortName(domain), ...counts.map(cell), cell(sumOf(counts))];
  });
  return [
    `条目${entries}个：定稿${total('final')}个，未定稿${total('draft')}个；已终审${total('reviewed')}个`,
    `正文${total('words')}字，数据${total('figures')}项，文件${total('documents')}份，索引词平均每条${perEntry(total('indexTerms'), entries)}个`,
    '',
    '领域 × 区（定稿+未定稿）',
    ...foldTable([
      ['年份', ...chapters.map(({ year }) => year), ''],
      ['区', ...chapters.map(({ district }) => district), '合计'],
      ...domains,
      ['合计', ...chapters.map(cell), cell(sumOf(chapters))],
    ]),
    '',
    ...alignTable([
      ['年份', '区', '条目', '字数', '数据', '文件', '索引词/条', '终审'],
      ...chapters.map(({ year, district, final, draft, words, figures, documents, indexTerms, reviewed }) =>
        [year, district, String(final + draft), String(words), String(figures), String(documents), perEntry(indexTerms, final + draft), String(reviewed)]),
    ]),
    '',
    ...gapLines(chapters),
    ...problemLines(problems),
  ];
}

function gapLines(chapters: ChapterCount[]): string[] {
  const gaps = chapters.filter(({ gaps: missing }) => missing.length > 0);
  return gaps.length === 0
    ? ['各区各领域都有条目']
    : ['还没有条目的领域：', ...gaps.map(({ year, district, gaps: missing }) => `  ${year} ${district}：${missing.map(shortName).join('、')}`)];
}

function problemLines(problems: Problem[]): string[] {
  const errors = problems.filter(isError).length;
  if (problems.length === 0) return ['', '没有待改的问题'];
  const byRule = [...Map.groupBy(problems, ({ rule }) => rule)].sort((a, b) => b[1].length - a[1].length);
  return [
    '', `待改的问题：${errors}个错误，${problems.length - errors}条建议（npm run check 逐条列出）${errors > 0 ? '；有错误的条目可能没有计入' : ''}`,
    ...byRule.slice(0, MOST_RULES).map(([rule, found]) => `  ${rule}　${found.length}`),
    ...(byRule.length > MOST_RULES ? [`  另有${byRule.length - MOST_RULES}种`] : []),
  ];
}
