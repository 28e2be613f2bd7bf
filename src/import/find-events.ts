import { isCalendarDate } from '../entry/fields.ts';
import { simplified } from './simplified.ts';
import { readableSentences } from './sentences.ts';

export interface FoundEvent {
  date: string;
  text: string;
  /** The text names no year with it: that of the date before, else the record year, to be confirmed. */
  doubtful: boolean;
}

const FULL = /(\d{4})年(?!度|[-—~～至到])(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?/;
/** 6月12日, 同年9月; neither 每年5月 nor 1月至6月. */
const BARE = /(?:(?<=[同当今本]年)|(?<![\d年每至到—～~-]))(\d{1,2})月(?:份|(\d{1,2})[日号])?(?![-—~～至到、底末初龄])/;
const DATE = new RegExp(`${FULL.source}|${BARE.source}`, 'g');
/** A year that goes on to hold for the dates behind it: 2017年3月…9月…, 2017年，…9月…. */
const YEAR_SAID = /(?<![比较])(\d{4})年(?=\d{1,2}月|，)/g;
/** Only what these say happened is an event. */
const HAPPENED = /成立|揭牌|挂牌|授牌|获批|批准|通过(?=[^，。；]{0,12}(?:验收|评估|审议|评审|决议|决定|考核|认定|审批|审核|《))|(?:审议|表决|评审|验收)通过|确定为|评为|评定|认定|入选|列入|荣获|获得|获评|启用|启动|开通|开行|开工|竣工|建成|投入使用|投入运行|印发|出台|颁布|召开|举行|举办|签订|签署|验收|合并(?=为|成|组建)|施行|落地(?!生根|见效|落实|率)|开业|开幕|闭幕|通车|上线|公布|更名|撤销|组建|发布|下发|批复|升格|成为[^，。；]*(?:之一|试点|示范|单位)/;
/** A year's sum is no event: 2015年举办培训23期, 累计认定12家. */
const SUM = /累计|连续[^，；]*年|共计|合计|全部|已有|(?:举办|召开|举行|印发|出台|建成|开通|认定|评定|签订|签署|获得|组建|成立|列入|启动|发布|公布|上线)[^，；]*\d/;
const NO_EVENT = /截[至止]|以来|以后|之前|以前|为止|计划|预计|力争|确保|拟/;
/** 自2012年启动试点以来, 2015年自启动以来, 到2025年底要: spans and aims. */
const SPAN = /^(?:自|从)[^，。；]*(?:以来|至今|起)|^[^，。；]{0,8}自[^，。；]*以来|^(?:至|到)(?=\d{4}年(?:底|末|\d{1,2}月底))/;
const AIM = /^[^；。]{0,18}(?:，|前|年|底)(?:将(?=关闭|新建|新增|建成|完成|实现|投入|达到|开工|改造|启动|建立|成立|出台|全面|继续|进一步)|要|拟|力争|计划|预计|确保)/;
/** 确保通道于2016年3月通车. */
const AIMED = /确保|力争|预计|计划|争取/;

/** Dates in names: “2014年度十大创新成果”, 《2018年改革工作要点》. */
const NAMES = /[“「『《][^”」』》]*[”」』》]/g;

/** Dated happenings of a paragraph of that record year; a sentence with several gives each its own clauses. */
export function findEvents(paragraph: string, recordYear?: string): FoundEvent[] {
  let carried = recordYear;
  return readableSentences(paragraph).flatMap((sentence) => {
    const plain = simplified(sentence);
    const open = plain.replace(NAMES, (name) => '\u0001'.repeat(name.length));
    const dates = [...open.matchAll(DATE)];
    const found = dates.flatMap(([written, said, ofYear, dayOfYear, bareMonth, bareDay], index) => {
      const at = dates[index]!.index;
      const [year = [...open.slice(0, at).matchAll(YEAR_SAID)].at(-1)?.[1] ?? carried, month = bareMonth, day = bareDay] = [said, ofYear, dayOfYear];
      if (year === undefined) return [];
      const start = index === 0 ? 0 : clauseStart(plain, at);
      const end = index + 1 < dates.length ? clauseStart(plain, dates[index + 1]!.index) : sentence.length;
      const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
      const around = plain.slice(Math.max(0, at - 3), at + written.length + 4);
      const clause = open.slice(clauseStart(plain, at), end);
      const isSpan = SPAN.test(clause) || AIM.test(clause);
      const isAimed = AIMED.test(plain.slice(clauseStart(plain, at), at));
      // 7月1日起 something holds.
      const starts = month !== undefined && /^起/.test(plain.slice(at + written.length));
      const happened = starts || plain.slice(at, end).split(/[，；]/).some((said) => HAPPENED.test(said) && (month !== undefined || !SUM.test(said)));
      if (end <= start || !isCalendarDate(date) || NO_EVENT.test(day ? around.replace('以来', '') : around) || (isSpan && !day && !starts) || isAimed || !happened) return [];
      return [{ date, text: trimMarks(sentence.slice(start, end)), doubtful: said === undefined }];
    });
    carried = [...open.matchAll(YEAR_SAID)].at(-1)?.[1] ?? carried;
    return found.length === 1 && dates.length === 1 ? [{ ...found[0]!, text: trimMarks(sentence) }] : found;
  });
}

const trimMarks = (text: string): string => text.replace(/^[，、；\s]+|[，、；。！\s]+$/g, '');
const clauseStart = (plain: string, at: number): number => Math.max(...['，', '；', '。', ','].map((mark) => plain.lastIndexOf(mark, at) + 1));
