import { hanNumeralValue } from '../entry/numbers.ts';
import type { Token } from './token.ts';
import { UNIT_PATTERN } from './units.ts';

const DIGIT = '[一二三四五六七八九两]';
/** 十二, 二十三, 一百零五, 两千: a numeral that opens with 百 or 千 alone is a turn of phrase. */
const THOUSANDS = `(?:(?:${DIGIT}[千百])+零?(?:${DIGIT}?十)?${DIGIT}?|${DIGIT}?十${DIGIT}?)`;
const NUMERAL = `(?:(?:${THOUSANDS}|${DIGIT})万零?${THOUSANDS}|${THOUSANDS})`;
/** What is done to things that are counted; 一个 behind it is an article. */
const DONE = /(?:建成|新建|建立|设立|设置|增设|成立|组建|建设|打造|搭建|出台|制定|制定了|印发|发布|公布|修订|推出|推行|实施|开展|完成|取消|下放|整合|新增|增加|选取|选择|选派|派出|选定|确定|获得|荣获|获|召开|举办|举行|组织|培育|引进|划分为|划分|分为|分|压减|精简|撤销|关停|入选|覆盖|涉及|惠及|共有|共|共计|等|达|达到)了?$/;
const THING = '(?:个|项|家|所|座|条|名|人|支|台|辆|户|处|起|间|份|类|批|次|期|轮|部|套|件|种|场)';

/** 现有两所高中, where what is counted is a thing and not a side of the matter: 有三个方面. */
const HELD = /(?:[现共设拥]有|有|其中)$/;
const SIDE = /^(?:方面|层面|环节|阶段|问题|原因|特点|情形|情况|步骤|重点|关键|维度|难点|好处|转变|亮点)/;
/** 技术中心五家: the number stands behind what it counts, at the end of the clause. */
const BEHIND = /[^，。；：、“”《》（）\d]{3,}$/;
const COUNTED_BEHIND = /^[家所座名户处件起项]$/;

/** 举办两期培训; 二期工程 is a stage. */
const HELD_EVENTS = /(?:举办|开办|组织|开展|举行|分为|公布|发布|下放|取消|推出)了?$/;

const PATTERN = new RegExp(
  [
    `百分之(?<percent>(?:${NUMERAL}|${DIGIT})(?:点[零一二三四五六七八九]+)?)(?!几)`,
    `(?<![第零一二三四五六七八九十百千万点\\d])(?<many>${NUMERAL})(?<more>[多余])?(?<multiple>万|亿)?(?<of>(?!个(?:日夜|日日夜夜|春秋|字)|分|年|天|周|大|期|级|层|分钟|秒|条)${UNIT_PATTERN})`,
    `(?<![第零一二三四五六七八九十百千万点\\d])(?<few>[二两三四五六七八九])(?<thing>${THING}(?![一人心性度代门]))`,
    `(?<![第十百千])(?<times>[两三四五六七八九])倍`,
    `(?<=为期|从事|任期|期限为?)(?<span>${DIGIT})(?<spanOf>年|个月)`,
  ].join('|'),
  'g',
);

/**
 * Counts written in Han. From ten upwards they are figures; smaller ones are mostly phrases (两个责任), and count only
 * behind a verb that makes or finds things, at the end of a list of names, or before 之一.
 */
export function findHanCounts(plain: string): Token[] {
  const tokens: Token[] = [];
  for (const match of plain.matchAll(PATTERN)) {
    const { percent, many, more, multiple = '', of, few, thing, times, span, spanOf } = match.groups!;
    const numeral = percent ?? many ?? few ?? times ?? span;
    const unit = percent ? '%' : times ? '倍' : multiple + (of ?? thing ?? spanOf);
    const from = match.index;
    const previous = tokens.at(-1);
    const isListed = previous !== undefined && /^\p{Script=Han}{1,6}[、和]$/u.test(plain.slice(previous.to, from));
    if (few && /分成?$/.test(plain.slice(0, from)) && /[期批步轮次]/.test(thing!)) continue;
    if (few && /[期级批层]/.test(thing!) && !HELD_EVENTS.test(plain.slice(0, from))) continue;
    if (few && !isListed && !isCounted(plain.slice(0, from), plain.slice(from + match[0].length), thing!)) continue;
    tokens.push({ from, to: from + match[0].length, value: arabic(numeral!), unit, approx: more as Token['approx'], doubts: [] });
  }
  return tokens;
}

/** 出台三项, 《甲》《乙》两项, A、B、C三类, 四个试点之一. */
const isCounted = (before: string, after: string, thing: string): boolean =>
  DONE.test(before) || (HELD.test(before) && !SIDE.test(after)) || (COUNTED_BEHIND.test(thing) && BEHIND.test(before) && /^(?:[，。；、）]|$)/.test(after)) || (/[》”\u0001]$/.test(before) && thing !== '类') || /[^，。；、]{1,12}、[^，。；、]{1,8}等?$/.test(before) || /^[^，。；]{0,18}之一/.test(after);

/** 八十五点五 → 85.5. */
function arabic(numeral: string): string {
  const [whole = '', decimals] = numeral.split('点');
  return String(hanNumeralValue(whole)) + (decimals ? `.${[...decimals].map(hanNumeralValue).join('')}` : '');
}
