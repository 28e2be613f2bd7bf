import { buildBook } from '../src/book/build.ts';
import type { Book } from '../src/book/book.ts';
import { parsePart } from '../src/book/parts.ts';
import { linkTargets } from '../src/markdown/link-targets.ts';
import { sortProblems, type Problem } from '../src/problem.ts';
import { styleRules } from '../src/style-rules/wording.ts';
import { siteUrls } from '../src/urls.ts';
import type { SiteContext } from '../src/views/site-context.ts';

/** Path in the content folder → what stands in the file; `null` takes a file of the small book away. */
export type Files = Record<string, string | Uint8Array | null>;

/** The smallest content folder without a problem: one year, two districts, two domains, one entry. */
export const SMALL_BOOK: Record<string, string> = {
  'site.yaml': 'title: 改革年鉴\npublisher: 年鉴编辑部\nurl: https://yearbook.example.cn/\n',
  'districts.yaml':
    '- {slug: jia, code: "100001", name: 甲区, city: 某市, province: 某省}\n- {slug: yi, code: "100002", name: 乙区, city: 某市, province: 某省}\n',
  'domains.yaml': '- {slug: economy, name: 经济体制改革}\n- {slug: governance, name: 社会治理改革}\n',
  'sources.yaml': '- {id: report, title: 改革工作报告, author: 某办公室, date: 2016}\n',
  'glossary.yaml': '- {term: 放管服, definition: 简政放权、放管结合、优化服务的简称。}\n',
  '2015/yearbook.md': '---\ntitle: 改革年鉴 2015\n---\n\n本卷收甲区区篇。\n',
  '2015/jia/district.md': '---\nsource: report\n---\n\n2015年，甲区推进改革。\n',
  '2015/jia/base.md': '---\ntitle: 审批制度\ndomain: economy\nsource: report\nindexTerms: [审批]\n---\n\n2015年，甲区推进放管服改革。\n',
};

/** An entry with the fields that must be there, and more where `fields` adds or changes them. */
export function entryText(body = '2015年，甲区办理事项。', fields: Record<string, unknown> = {}): string {
  const all = { title: '事项办理', domain: 'economy', source: 'report', indexTerms: ['事项'], ...fields };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\n${body}\n`;
}

/** Parts and problems of each file, in the order in which a content folder is read. */
export function readParts(files: Files = {}): ReturnType<typeof parsePart>[] {
  return Object.entries({ ...SMALL_BOOK, ...files })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, content]) =>
      content === null ? [] : [parsePart(file, typeof content === 'string' ? new TextEncoder().encode(content) : content)],
    );
}

export function readFiles(files: Files, { drafts = false } = {}): { book?: Book; problems: Problem[] } {
  const read = readParts(files);
  const { book, problems } = buildBook(read.flatMap(({ part }) => part ?? []), { drafts });
  return { book, problems: sortProblems([...read.flatMap(({ problems: found }) => found), ...problems]) };
}

/** Problems of the model alone; the 体例 rules have tests of their own. */
export const modelProblems = (problems: Problem[]): Problem[] => problems.filter(({ rule }) => !(rule in styleRules));

/** The small book with `files` laid over it; they must be free of errors. */
export function bookOf(files: Files = {}, options?: { drafts?: boolean }): Book {
  const { book, problems } = readFiles(files, options);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!book || errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
  return book;
}

export function contextOf(book: Book, base = '/yearbook/', origin = 'https://example.cn'): SiteContext {
  const urls = siteUrls(base);
  return { book, urls, targets: linkTargets(book, urls), origin, volumes: 'none' };
}
