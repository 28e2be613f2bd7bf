import { isCalendarDate } from '../entry/fields.ts';
import { simplified } from './simplified.ts';
import { readableSentences } from './sentences.ts';

export interface FoundEvent {
  date: string;
  text: string;
}

const DATE = /(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?/g;
/** With a year alone, only what these say happened is an event. */
const HAPPENED = /成立|揭牌|挂牌|授牌|获批|批准|通过|确定为|评为|评定|认定|入选|列入|荣获|获得|获评|启用|启动|开通|开行|开工|竣工|建成|投入使用|投入运行|印发|出台|颁布|召开|举行|举办|签订|签署|验收|更名|撤销|组建/;
const NO_EVENT = /截[至止]|以来|以后|之前|为止|计划|预计|力争|确保|拟/;

/** Dates in names: “2014年度十大创新成果”, 《2018年改革工作要点》. */
const NAMES = /[“「『《][^”」』》]*[”」』》]/g;

/** Dated happenings of a paragraph; a sentence with several gives each its own clauses. */
export function findEvents(paragraph: string): FoundEvent[] {
  return readableSentences(paragraph).flatMap((sentence) => {
    const plain = simplified(sentence);
    const dates = [...plain.replace(NAMES, (name) => '\u0001'.repeat(name.length)).matchAll(DATE)];
    const found = dates.flatMap(([written, year, month, day], index) => {
      const at = dates[index]!.index;
      const start = index === 0 ? 0 : clauseStart(plain, at);
      const end = index + 1 < dates.length ? clauseStart(plain, dates[index + 1]!.index) : sentence.length;
      const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
      const around = plain.slice(Math.max(0, at - 3), at + written.length + 4);
      if (end <= start || !isCalendarDate(date) || NO_EVENT.test(around) || !HAPPENED.test(plain.slice(start, end))) return [];
      return [{ date, text: trimMarks(sentence.slice(start, end)) }];
    });
    return found.length === 1 ? [{ ...found[0]!, text: trimMarks(sentence) }] : found;
  });
}

const trimMarks = (text: string): string => text.replace(/^[，、；\s]+|[，、；。！\s]+$/g, '');
const clauseStart = (plain: string, at: number): number => Math.max(...['，', '；', '。', ','].map((mark) => plain.lastIndexOf(mark, at) + 1));
