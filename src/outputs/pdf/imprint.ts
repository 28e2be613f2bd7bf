import type { Book, Yearbook } from '../../book/book.ts';
import { formatCount, formatDate } from '../../book/format.ts';
import { textRuns } from '../../entry/body.ts';
import type { Edition } from './editions.ts';
import { printText } from './print-text.ts';

/** A line of the copyright page, or a count of the 编辑说明. */
export interface LabelledValue {
  label: string;
  value: string;
  url?: string;
}

/** Lines of the copyright page; what is not known is left out. */
export function copyrightLines(book: Book, { year, fields, entries }: Yearbook, { format }: Edition): LabelledValue[] {
  const characters = entries.reduce((sum, entry) => sum + textRuns(entry.body.tree).join('').replace(/\s/g, '').length, 0);
  const lines: [string, string | undefined, string?][] = [
    ['书名', fields.title],
    ['记述年份', `${year}年`],
    ['编者', fields.editors.join('、') || book.site.publisher],
    ['出版', fields.publisher ?? book.site.publisher],
    ['地址', fields.place],
    ['出版日期', fields.published && formatDate(fields.published)],
    ['书号', fields.isbn && (/ISBN/i.test(fields.isbn) ? fields.isbn : `ISBN ${fields.isbn}`)],
    ['开本', format],
    ['字数', `${formatCount(Math.max(1, Math.round(characters / 1000)))} 千字`],
    ['定价', fields.price],
    ['联系', book.site.contact],
    ['网址', book.site.url, book.site.url],
  ];
  return lines.flatMap(([label, value, url]) => (value ? [{ label, value: printText(value), url }] : []));
}

/** Live counts of a volume for its 编辑说明. */
export function volumeCounts({ chapters, entries }: Yearbook): LabelledValue[] {
  const sum = (key: 'figures' | 'documents' | 'events') => entries.reduce((total, entry) => total + entry[key].length, 0);
  const counts: [string, number][] = [
    ['区篇', chapters.length],
    ['改革领域', new Set(entries.map(({ domain }) => domain)).size],
    ['条目', entries.length],
    ['数据', sum('figures')],
    ['文件', sum('documents')],
    ['大事', sum('events')],
  ];
  return counts.map(([label, count]) => ({ label, value: formatCount(count) }));
}
