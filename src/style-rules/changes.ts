import { numeralValue, unitMultiple } from '../entry/numbers.ts';
import { problem, type Problem } from '../problem.ts';
import type { Passage } from './passage.ts';

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const UNIT = '[千万萬亿億]?[\\p{Script=Han}%％]?';
const DOWN = '减|減|降|压|壓|精简|精簡|缩|縮|下调|下調';
const UP = '增|升|提|扩|擴|上调|上調|涨|漲';
const FROM_TO = new RegExp(
  `(?:由|从|從)([^，。；\\n|]{0,30}?)(${NUMBER})(?!\\d|[\\d.,]*[年月日])(${UNIT})([^，。；\\n|\\d]{0,12}?)(${DOWN}|${UP})[^，。；\\n|\\d]{0,6}?(?:到|至|为|為|成)(?:${NUMBER}年[^，。；\\n|\\d]{0,4})?[^，。；\\n|\\d]{0,4}(${NUMBER})(${UNIT})`,
  'gu',
);
const CHANGE = `(?:${DOWN}|${UP})[^，。；\\n|\\d约近超]{0,6}(约|近|超过?)?(${NUMBER})(%|％|个百分点|個百分點|倍|${UNIT})(多|余|餘|以上)?`;
const AFTER = new RegExp(`^[^，。；\\n|\\d]{0,6}[，（(、][^，。；\\n|\\d]{0,10}?(${CHANGE})`, 'u');
/** 是2023年的3倍. */
const MULTIPLE = new RegExp(`^[^，。；\\n|\\d]{0,6}[，（(、](?:约|約)?[是为為达達](?:${NUMBER}年)?[^，。；\\n|\\d]{0,6}的(${NUMBER})倍`, 'u');
const BEFORE = new RegExp(`(${CHANGE})[，（(]$`, 'u');

/** “由498项减至156项，减少68%”: rounding and cutting off are allowed, anything else is a slip. */
export function checkChanges(passage: Passage): Problem[] {
  if (!/[由从從]/.test(passage.plain)) return [];
  return [...passage.plain.matchAll(FROM_TO)].flatMap((match) => {
    const [found, , fromDigits = '', fromUnit = '', counted = '', verb = '', toDigits = '', toUnit = ''] = match;
    const end = match.index + found.length;
    // 从5个街道扩大到12个社区: what is counted has changed.
    const thing = /^\p{Script=Han}{2}/u.exec(passage.plain.slice(end))?.[0];
    if (counted && thing && !counted.startsWith(thing)) return [];
    const stated = AFTER.exec(passage.plain.slice(end, end + 40)) ?? BEFORE.exec(passage.plain.slice(Math.max(0, match.index - 24), match.index));
    if (fromUnit && toUnit && measure(fromUnit) !== measure(toUnit)) return [];
    const [from, to] = [amount(fromDigits, fromUnit || toUnit), amount(toDigits, toUnit || fromUnit)];
    if (!Number.isFinite(from) || !Number.isFinite(to) || from === 0) return [];
    const place = passage.place(match.index + found.indexOf(fromDigits));
    const shown = { from: `${fromDigits}${fromUnit}`, to: `${toDigits}${toUnit}` };
    const isDown = new RegExp(`^(?:${DOWN})`, 'u').test(verb);
    if (from !== to && isDown !== to < from) {
      return [problem('number/change', place, { ...shown, expected: to < from ? '减少' : '增加', value: found.slice(found.indexOf(verb), found.indexOf(verb) + 2) })];
    }
    const times = MULTIPLE.exec(passage.plain.slice(end, end + 40))?.[1];
    if (times && Math.abs(numeralValue(times) - to / from) >= 10 ** -(/\.(\d+)/.exec(times)?.[1]?.length ?? 0)) {
      return [problem('number/change', place, { ...shown, expected: `${Number((to / from).toFixed(2))}倍`, value: `${times}倍` })];
    }
    if (!stated) return [];
    const [, phrase = '', hedge, digits = '', unit = '', more] = stated;
    const expected = expectedChange(from, to, unit, fromUnit);
    if (!expected) return [];
    const isRatio = /^[%％倍]$/.test(unit);
    const slack = isRatio ? (unit === '倍' ? 1 : 100) * (to / from) * (halfPlace(fromDigits) + halfPlace(toDigits)) : 0;
    if (agrees(numeralValue(digits), expected.value, digits, { hedge, more, slack })) return [];
    return [problem('number/change', place, { ...shown, expected: expected.text, value: phrase })];
  });
}

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
  if (unit === '倍') return { value: difference / from, text: `${Number((difference / from).toFixed(2))}倍` };
  if (unit === '' || unit !== ofUnit) return undefined;
  const value = difference / unitMultiple(unit);
  return { value, text: `${Number(value.toFixed(4))}${unit}` };
}

/** How far a number may be off, as a share of it: 2.8 was rounded before it was written, 498 was counted. */
export function halfPlace(digits: string): number {
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  return decimals > 0 ? (0.5 * 10 ** -decimals) / numeralValue(digits) : 0;
}

function agrees(stated: number, exact: number, digits: string, { hedge, more, slack }: { hedge?: string; more?: string; slack: number }): boolean {
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
  const lastPlace = 10 ** -decimals;
  if (hedge === '约') return Math.abs(stated - exact) <= Math.max(lastPlace, exact * 0.05);
  if (hedge === '近') return stated >= exact - 1e-9 && stated - exact <= exact * 0.1;
  if (hedge || more) return exact >= stated - 1e-9;
  return Math.abs(stated - exact) < lastPlace + slack - 1e-9 || Math.abs(stated - exact) < 1e-9;
}
