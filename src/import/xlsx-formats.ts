import type { OfficeZip } from './zip.ts';
import { unescapeXml } from './xml.ts';

/** Excel's own formats that change what a value says, by their number in the Chinese edition. */
const BUILT_IN: Record<string, string> = { '9': '0%', '10': '0.00%', '17': 'mmm-yy', '27': 'yyyy年m月', '36': 'yyyy年m月', '50': 'yyyy年m月', '52': 'yyyy年m月', '54': 'm月d日', '57': 'yyyy年m月' };

/** What a cell's format makes of its value: a unit, a sign, fewer places. */
export interface CellFormat {
  percent: boolean;
  /** `万元` of `0"万元"`, which stands in the format and not in the cell. */
  before: string;
  after: string;
  /** Shown in thousands, once for each comma behind the digits. */
  thousands: number;
  /** 3 for `000`. */
  digits: number;
  /** How much of a date is shown. */
  date?: 'year' | 'month' | 'day';
}

/** Formats of the cells of one sheet, by `B2`; cells of plain formats are left out. */
export function readFormats(zip: OfficeZip, sheetPart: string): Map<string, CellFormat> {
  const styles = readStyles(zip.text('xl/styles.xml') ?? '');
  if (styles.every((style) => !style)) return new Map();
  const cells = (zip.text(sheetPart) ?? '').matchAll(/<c\b([^>]*)/g);
  return new Map([...cells].flatMap(([, attributes = '']) => {
    const format = styles[Number(attribute(attributes, 's') || -1)];
    return format ? [[attribute(attributes, 'r'), format] as const] : [];
  }));
}

/** By the index a cell names. */
function readStyles(xml: string): (CellFormat | undefined)[] {
  const own = Object.fromEntries([...xml.matchAll(/<numFmt\b([^>]*)/g)].map(([, tag = '']) => [attribute(tag, 'numFmtId'), unescapeXml(attribute(tag, 'formatCode'))]));
  const styles = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? '';
  return [...styles.matchAll(/<xf\b([^>]*)/g)].map(([, tag = '']) => {
    const id = attribute(tag, 'numFmtId');
    const code = own[id] ?? BUILT_IN[id];
    return code === undefined ? undefined : readCode(code);
  });
}

/** `[$-804]0.00,"千元";[Red]-0.00` → its meaning for a positive number. */
function readCode(code: string): CellFormat {
  const literals: string[] = [];
  const keep = (text: string) => `\u0001${literals.push(text) - 1}\u0001`;
  const [pattern = ''] = code
    .replace(/"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]/g, (_, quoted?: string, escaped?: string) => keep(quoted ?? escaped ?? ''))
    .split(';');
  const plain = pattern.replace(/\u0001\d+\u0001/g, '');
  const literal = (text: string) => text.replace(/\u0001(\d+)\u0001/g, (_, index: string) => literals[Number(index)]!).replace(/General|[@%]/g, '').trim();
  const date = /y/i.test(plain) ? (/d/i.test(plain) ? 'day' : /m/i.test(plain) ? 'month' : 'year') : undefined;
  const [, before = '', digits = '', after = ''] = /^([^0#?]*)((?:[0#?.,/ ]|(?<=[0#?])\u0001\d+\u0001(?=[0#?]))*)(.*)$/.exec(pattern) ?? [];
  const isNumber = !/[ymdhs]/i.test(plain.replace('General', ''));
  return {
    percent: isNumber && plain.includes('%'), date,
    before: isNumber ? literal(before) : '', after: isNumber ? literal(after) : '',
    thousands: isNumber ? /,*$/.exec(digits.trim())![0].length : 0, digits: /^0+$/.test(digits) ? digits.length : 0,
  };
}

const attribute = (tag: string, name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const DATE_LENGTH = { year: 4, month: 7, day: 10 };

/** What Excel shows in a cell, dates as the yearbook writes them; binary rounding of sums is taken off. */
export function showCell(value: unknown, format: CellFormat | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    // Excel keeps times as fractions of a day, which miss the minute by a hair.
    const moment = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
    const [day, time] = [moment.slice(0, 10), moment.slice(11, 16)];
    // A time of day counts from the day before the first.
    if (day < '1900-01-01') return time;
    return time === '00:00' ? day.slice(0, DATE_LENGTH[format?.date ?? 'day']) : `${day} ${time}`;
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'number') return String(value).trim();
  if (format?.percent) return `${rounded(value * 100)}%`;
  if (!format) return rounded(value);
  return `${format.before}${rounded(value / 1000 ** format.thousands).padStart(format.digits, '0')}${format.after}`;
}

const rounded = (value: number): string => {
  const text = String(Number(value.toPrecision(12)));
  // 1e-7 and 1e21 are no way to write a number in a yearbook.
  return text.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text;
};
