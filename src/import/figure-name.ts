import { simplified } from './simplified.ts';
import { UNIT_PATTERN } from './units.ts';

const LONGEST_NAME = 18;
const BREAK = /[，。；：、！？,;:（）()《》\s]/;
/** Words right before a number that are no part of what is counted. */
const LEADING = /(?:已经|已有|已|共有|共计|共|合计|累计|总计|总数|达到了|达到|达|超过|超|约|近|为|有|是|了|的|仅|现|将|计|至|到|由|从|在|其中|每人|每月|每年|高达|目前|全年|全区|截至|截止|年底|年末|不低于|突破|以)$/;
/** Words at the head of a clause that lead up to what is counted. */
const OPENING = /^(?:其中|还|并|也|相继|先后|累计|现已|已|共|全年|年内|目前|近[一二三四五六七八九十\d]+年来?|就|仅|的)+|^[^了]{1,8}了(?=.{2})/;
/** Verbs that need the thing counted behind them. */
const VERB = /(?:新增加|新增|增加|新建成|新建|建设完成|建成|建立|设立|注册成立|成立|入驻|进驻|搭建|投入|引进|引导|帮助|派出|选派|处置|发展|培养|推出|实施|完成|开展|布局开设|开设|制定出台|制定下发|制定|出台|受理|化解|解决|办理|查处|出动|检查|登记|安装|配备|取缔|拆除|招聘|清理|保留|优化减少|减少|压缩|改造|吸纳|吸引|签约|举办|组织|评选|梳理出|梳理|收集|走访|聘请|培育|栽植|形成|分配|选取|选定|选择|确定|获|拥有|开行)$/;
/** The noun counted ends where the sentence goes on about it. */
const GOES_ON = /试行|先行|进行|实现|成为|通过|参加|参与|加入|建立|获得|得到|荣获|提供|组成|达到|压缩|提升|提高|增加|减少|下降|降低|缩短|集中|明显|全部|先后|作出|跻身|积极|高效|完成|办结|之一|需|突破|被|均|都|已|在|与|和|等|用于|为|从|到|由|以|至/;
/** Units that measure: what is measured stands before the number. Measure words count what stands behind. */
const MEASURES = /%|百分点|元|米|公里|公顷|亩|吨|斤|倍|小时|分钟|天|年|月|工作日|瓦/;

/** 地区生产总值在2012年突破2000亿元: the date stands between the thing and its value. */
const DATED = /[在于到至]?(?:19|20)\d{2}年(?:\d{1,2}月)?(?:底|末|初)?(?:突破|达到?|为|超过|就)?$/;
const UNIT_AHEAD = new RegExp(`^(?:[年月日号]|[多余餘]?[万亿千百萬億]?[多余餘]?(?:${UNIT_PATTERN})?)(?:底|初|末|以上|以下|左右)?`);

const stripEnd = (text: string): string => {
  const shorter = text.replace(LEADING, '');
  return shorter === text ? text : stripEnd(shorter);
};

/**
 * A name for the value at `from`–`to` of a sentence: what stands before the number in its clause, and behind a measure
 * word what it counts. `已入驻19个研发中心` → `入驻研发中心`; `交易额90亿元` → `交易额`. Nothing where neither is a word.
 */
export function nameFigure(sentence: string, from: number, to: number, unit: string): string | undefined {
  const before = clauseBefore(sentence, from);
  const counted = countedThing(clauseAfter(sentence, to));
  const verb = VERB.exec(simplified(before))?.[0].length ?? 0;
  const measured = before.length - verb >= 2 && MEASURES.test(unit);
  const name = counted.length > 0 && !measured ? before.slice(before.length - verb) + counted : before.slice(-LONGEST_NAME);
  const bare = wholeQuotes(name.replace(OPENING, ''));
  return bare.length >= 2 ? bare.slice(0, LONGEST_NAME) : undefined;
}

/** Quotation marks that lost their other half go. */
const wholeQuotes = (name: string): string => (/^[^“”]*(?:“[^“”]*”[^“”]*)*$/.test(name) ? name : name.replace(/[“”]/g, ''));

function clauseBefore(sentence: string, from: number): string {
  // 完成率：68.7%
  if (/[：:]/.test(sentence[from - 1] ?? '')) return clauseBefore(sentence, from - 1);
  let start = from;
  while (start > 0 && !BREAK.test(sentence[start - 1]!) && !/[\d%]/.test(sentence[start - 1]!)) start -= 1;
  // The unit of the number before is no part of this one's name.
  const ahead = sentence.slice(0, from).replace(DATED, '');
  if (ahead.length < from) return clauseBefore(ahead, ahead.length);
  const clause = sentence.slice(start, from).replace(start > 0 && /[\d%]/.test(sentence[start - 1]!) ? UNIT_AHEAD : /^的/, '').replace(/^的/, '');
  return stripEnd(clause).replace(/^在(?=.{4})/, '');
}

function clauseAfter(sentence: string, to: number): string {
  const behind = sentence.slice(to).replace(/^(?:以上|左右|以下|以内|余|餘|多)/, '').replace(/[“”‘’「」]|[（(][^（）()]*[）)]/g, '');
  return /^[^，。；：、！？,;:（）()\d\s]*/.exec(behind)![0];
}

/** Up to the verb that goes on about it; after a 的 something else is spoken of. */
const countedThing = (after: string): string => after.slice(0, simplified(after).split(GOES_ON)[0]!.split('的')[0]!.length);
