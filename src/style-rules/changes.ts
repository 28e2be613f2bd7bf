import { numeralValue, unitMultiple } from '../entry/numbers.ts';
import { problem, type Problem } from '../problem.ts';
import type { Passage } from './passage.ts';

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const UNIT = '[千万萬亿億]?[\\p{Script=Han}%％]?';
const DOWN = '减|減|降|压|壓|精简|精簡|缩|縮|下调|下調|下滑';
const UP = '增|升|提|扩|擴|上调|上調|涨|漲';
/** Says that a number changed, not which way. */
const NEUTRAL = '整合|调整|調整|合并|合併|归并|歸併|撤并|优化|優化|变|變|改';
/** Anything but the end of a clause, a cell or another number. */
const WORDS = '[^，。；\\n|\\d]';

const FROM_TO = new RegExp(
  `(?:由|从|從)([^，。；\\n|]{0,30}?)(${NUMBER})(?!\\d|[\\d.,]*[年月日])(${UNIT})(${WORDS}{0,12}?)(${DOWN}|${UP}|${NEUTRAL})${WORDS}{0,6}?(?:到|至|为|為|成)(?:${NUMBER}年${WORDS}{0,4})?${WORDS}{0,4}(${NUMBER})(${UNIT})`,
  'gu',
);
/** 收入12578元，比2015年的10845元增长16%. */
const COMPARED = new RegExp(`(?<![\\d.,])(${NUMBER})(${UNIT})，(?:比|较|較)(?:\\d{2,4}年|上年|去年)${WORDS}{0,8}?的(${NUMBER})(${UNIT})(?=[^\\d])`, 'gu');
/** 2023年受理300件，2024年受理450件，增长50%: the same words count both. */
const YEAR_BY_YEAR = new RegExp(`\\d{4}年(${WORDS}{1,12})(${NUMBER})(${UNIT})，\\d{4}年\\1(${NUMBER})(${UNIT})(?=，)`, 'gu');

const CHANGE = `((?:${DOWN}|${UP})(${WORDS.replace('\\d', '\\d约近超')}{0,6})(约|近|超过?)?(${NUMBER})(%|％|个百分点|個百分點|倍|${UNIT})(多|余|餘|以上)?)`;
const AFTER = new RegExp(`^(?:${WORDS}{0,6}[，（(、])?(${WORDS}{0,10}?)${CHANGE}(?![中里的])`, 'u');
/** 是2023年的3倍. */
const MULTIPLE = new RegExp(`^${WORDS}{0,6}[，（(、](?:约|約)?[是为為达達](?:${NUMBER}年)?${WORDS}{0,6}的(${NUMBER})倍`, 'u');
const DOUBLED = new RegExp(`^${WORDS}{0,6}[，（(、](?:实现|實現)?翻了?([一两兩二三四])?番(多|以上)?`, 'u');
const BEFORE = new RegExp(`()${CHANGE}[，（(]$`, 'u');

/** What may stand between a comma and the change of the very numbers before it. */
const SAME_MATTER = /^(?:总体|總體|总|總|共计?|累计|同比|净|淨|实际|實際|约|約|[比较較].{1,6})*$/u;
/** The rest of the verb: 减少, 增长了, 降幅达, 精简率为. */
const REST_OF_VERB = /^[少加长長高升降快速缩縮短减減简簡大]?(?:幅度?|比?率|比例)?[了为為达達到约約]*$/u;
const AN_AVERAGE = /其中|均|每|另|占/u;

interface Told {
  at: number;
  from: [digits: string, unit: string];
  to: [digits: string, unit: string];
  /** Words before the numbers: what they are about. */
  about: string;
  verb?: string;
  stated: RegExpExecArray | null;
  times?: { value: number; text: string; isAtLeast: boolean } | undefined;
}

/** “由498项减至156项，减少68%”: rounding and cutting off are allowed, anything else is a slip. */
export function checkChanges(passage: Passage): Problem[] {
  const text = passage.prose;
  return [...[...fromTo(text), ...compared(text)].flatMap((told) => judge(passage, told)), ...checkTimesLess(passage)];
}

function* fromTo(text: string): Generator<Told> {
  if (!/[由从從]/.test(text)) return;
  for (const match of text.matchAll(FROM_TO)) {
    const [found, lead = '', fromDigits = '', fromUnit = '', counted = '', verb = '', toDigits = '', toUnit = ''] = match;
    const end = match.index + found.length;
    // 从5个街道扩大到12个社区: what is counted has changed.
    const thing = /^\p{Script=Han}{2}/u.exec(text.slice(end))?.[0];
    if (counted && thing && !counted.startsWith(thing)) continue;
    const after = text.slice(end, end + 40);
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const multiple = MULTIPLE.exec(after)?.[1];
    const doubled = DOUBLED.exec(after);
    yield {
      at: match.index + found.indexOf(fromDigits),
      from: [fromDigits, fromUnit],
      to: [toDigits, toUnit],
      about: before + lead + counted,
      verb,
      stated: /^[^，（(、。；]{0,8}[，（(、]/.test(after) ? (AFTER.exec(after) ?? BEFORE.exec(before)) : BEFORE.exec(before),
      times: multiple ? { value: numeralValue(multiple), text: `${multiple}倍`, isAtLeast: false } : doubled ? doubledTimes(doubled) : undefined,
    };
  }
}

const doubledTimes = ([found, count = '一', more]: RegExpExecArray) => ({
  value: 2 ** ('一二三四'.indexOf(count.replace(/[两兩]/, '二')) + 1),
  text: found.replace(/^.*[，（(、]/, ''),
  isAtLeast: more !== undefined,
});

function* compared(text: string): Generator<Told> {
  if (!/[，]/.test(text)) return;
  for (const match of text.matchAll(COMPARED)) {
    const [found, toDigits = '', toUnit = '', fromDigits = '', fromUnit = ''] = match;
    const end = match.index + found.length;
    yield { at: match.index, from: [fromDigits, fromUnit], to: [toDigits, toUnit], about: '', stated: AFTER.exec(text.slice(end, end + 30)) };
  }
  for (const match of text.matchAll(YEAR_BY_YEAR)) {
    const [found, about = '', fromDigits = '', fromUnit = '', toDigits = '', toUnit = ''] = match;
    const end = match.index + found.length;
    yield { at: match.index, from: [fromDigits, fromUnit], to: [toDigits, toUnit], about, stated: AFTER.exec(text.slice(end, end + 30)) };
  }
}

function judge(passage: Passage, { at, from: [fromDigits, fromUnit], to: [toDigits, toUnit], about, verb, stated, times }: Told): Problem[] {
  if (fromUnit && toUnit && measure(fromUnit) !== measure(toUnit)) return [];
  const [from, to] = [amount(fromDigits, fromUnit || toUnit), amount(toDigits, toUnit || fromUnit)];
  if (!Number.isFinite(from) || !Number.isFinite(to) || from === 0) return [];
  const tell = (expected: string, value: string) => [problem('number/change', passage.place(at), { from: `${fromDigits}${fromUnit}`, to: `${toDigits}${toUnit}`, expected, value })];
  if (verb && from !== to && !new RegExp(`^(?:${NEUTRAL})`, 'u').test(verb)) {
    const isDown = new RegExp(`^(?:${DOWN})`, 'u').test(verb);
    if (isDown !== to < from) return tell(to < from ? '减少' : '增加', verb);
  }
  if (times) {
    const ratio = to / from;
    const isWrong = /倍/.test(times.text)
      ? Math.abs(times.value - ratio) >= 10 ** -(/\.(\d+)/.exec(times.text)?.[1]?.length ?? 0)
      : ratio < times.value * 0.9 || (!times.isAtLeast && ratio > times.value * 1.1);
    if (isWrong) return tell(`${Number(ratio.toFixed(2))}倍`, times.text);
  }
  if (!stated) return [];
  const [, between = '', phrase = '', within = '', hedge, digits = '', unit = '', more] = stated;
  if (!isSameMatter(between, about) || !(REST_OF_VERB.test(within) || isSameMatter(within, about))) return [];
  const expected = expectedChange(from, to, unit, fromUnit);
  if (!expected) return [];
  const isRatio = /^[%％倍]$/.test(unit);
  const slack = isRatio ? (unit === '倍' ? 1 : 100) * (to / from) * (halfPlace(fromDigits) + halfPlace(toDigits)) : 0;
  return agrees(numeralValue(digits), expected.value, digits, { hedge, more, slack }) ? [] : tell(expected.text, phrase);
}

/** 时限由20天压缩到5天，时限压缩75%, but not 税收由3亿元增加到5亿元，其中企业所得税增长8%. */
const isSameMatter = (words: string, about: string): boolean =>
  SAME_MATTER.test(words) || (!AN_AVERAGE.test(words) && about.includes(words.slice(0, 2)) && about.includes(words.slice(-2)));

/** 减少一倍 would leave nothing; what is meant is a fraction. */
const TIMES_LESS = /(?:减少|減少|下降|降低|缩短|縮短|压缩|壓縮|缩减|縮減|压减|壓減|降)(?:了|近|约|約)*\d+(?:\.\d+)?倍/g;

const checkTimesLess = ({ prose, place }: Passage): Problem[] =>
  prose.includes('倍') ? [...prose.matchAll(TIMES_LESS)].map(({ 0: value, index }) => problem('number/times-less', place(index), { value })) : [];

/** 万元 and 亿元 measure the same; 个 and 小时 do not. */
const measure = (unit: string): string => unit.replace(/^[千万萬亿億]/, '');

const amount = (digits: string, unit: string): number => numeralValue(digits) * unitMultiple(unit);

/** The change in the unit in which it is stated; nothing where the units cannot be compared. */
function expectedChange(from: number, to: number, unit: string, ofUnit: string): { value: number; text: string } | undefined {
  const difference = Math.abs(to - from);
  if (/^[%％]$/.test(unit)) {
    // A share that changes by percent may mean points; both readings are common, so neither is wrong.
    if (/^[%％]$/.test(ofUnit)) return undefined;
    const value = (difference / from) * 100;
    return { value, text: `${Number(value.toFixed(2))}%` };
  }
  if (/百分/.test(unit)) return /^[%％]$/.test(ofUnit) ? { value: difference, text: `${Number(difference.toFixed(2))}个百分点` } : undefined;
  if (unit === '倍') return to < from ? undefined : { value: difference / from, text: `${Number((difference / from).toFixed(2))}倍` };
  if (unit === '' || measure(unit) !== measure(ofUnit)) return undefined;
  const value = difference / unitMultiple(unit);
  return { value, text: `${Number(value.toFixed(4))}${unit}` };
}

/** How far a number may be off, as a share of it: 2.8 was rounded before it was written, 498 was counted. */
export function halfPlace(digits: string): number {
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  return decimals > 0 ? (0.5 * 10 ** -decimals) / numeralValue(digits) : 0;
}

function agrees(stated: number, exact: number, digits: string, { hedge, more, slack }: { hedge: string | undefined; more: string | undefined; slack: number }): boolean {
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  const lastPlace = 10 ** -decimals;
  if (hedge === '约') return Math.abs(stated - exact) <= Math.max(lastPlace, exact * 0.05);
  if (hedge === '近') return stated >= exact - 1e-9 && stated - exact <= exact * 0.1;
  if (hedge || more) return exact >= stated - 1e-9;
  return Math.abs(stated - exact) < lastPlace + slack - 1e-9 || Math.abs(stated - exact) < 1e-9;
}
