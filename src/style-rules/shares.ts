import { numeralValue, unitMultiple } from '../entry/numbers.ts';
import { problem, type Problem } from '../problem.ts';
import { halfPlace } from './changes.ts';
import type { Passage } from './passage.ts';

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const UNIT = '[千万萬亿億]?[\\p{Script=Han}]';
/** 完成投资3亿元，占年度计划4亿元的75%. */
const SHARE = new RegExp(`(?<![\\d,.])(${NUMBER})(${UNIT})，占[^，。；\\n|\\d]{0,12}(${NUMBER})(${UNIT})的(约|約|近|超)?(${NUMBER})[%％]`, 'gu');
/** 部署任务56项，完成53项，完成率94.6%: the rate is of the verb that counts the part. */
const RATE = new RegExp(
  `(?<![\\d,.]|[由从從]\\D{0,12})(${NUMBER})(${UNIT})[^，。；\\n|\\d]{0,6}，[^，。；\\n|\\d]{0,4}(\\p{Script=Han}{2})[^，。；\\n|\\d]{0,4}(${NUMBER})\\2[^，。；\\n|\\d]{0,6}，\\3率(?:为|為|达到?|達到?|是)?(约|約|近|超)?(${NUMBER})[%％]`,
  'gu',
);
/** 全区120个村，完成改革100个，占83.3%: of the number before it, where that is called a whole. */
const PART = new RegExp(
  `(全|共|总|總|应|應|现有|現有|抽查)[^，。；\\n|\\d]{0,8}(${NUMBER})(${UNIT})[^，。；\\n|\\d]{0,8}，[^，。；\\n|\\d]{0,12}?(${NUMBER})\\3[^，。；\\n|\\d]{0,8}，占(?:比|总数的?|總數的?|总量的?|全部的?|其中的?)?(?:为|為|达到?|達到?)?(约|約|近|超)?(${NUMBER})[%％]`,
  'gu',
);
/** 省、市、区分别承担50%、30%、20%: as many names as values, of one whole. */
const SHARED_OUT = /((?:[^，。；、\n|\d]{1,16}、){1,4}[^，。；、\n|\d]{1,16})(?:分别|分別)[^，。；、\n|\d]{0,6}?((?:\d+(?:\.\d+)?[%％](?:、|和|及|，)?){3,})/gu;
const ONE_WHOLE = /占|比重|承担|承擔|分担|分擔|负担|負擔|结构|結構|构成|構成/;
const NO_SHARE = /率|增|降|升|提高|同比|拉动|拉動|女|党员|黨員|以上/;
/** 三次产业结构由12.3:45.6:42.1调整为9.8:43.2:47.0. */
const OF_STRUCTURE = /[^。；\n|]*(?:结构|結構|比例|占比|比重)[^。；\n|]*/g;
const RATIO = /(?<![\d:：.])(?:\d+(?:\.\d+)?[:：∶]){2,}\d+(?:\.\d+)?/g;

/** Percentages of a part and its whole, and structures whose parts do not make a hundred. */
export function checkShares(passage: Passage): Problem[] {
  const text = passage.prose;
  if (passage.role !== 'body' || !/[%％:：∶]/.test(text)) return [];
  const shares = [...text.matchAll(SHARE)].flatMap(({ 0: found, 1: a = '', 2: aUnit = '', 3: b = '', 4: bUnit = '', 5: hedge, 6: stated = '', index }) =>
    compare(passage, index, { part: [a, aUnit], whole: [b, bUnit], stated, hedge, found }),
  );
  const rates = [...text.matchAll(RATE)].flatMap(({ 0: found, 1: b = '', 2: unit = '', 4: a = '', 5: hedge, 6: stated = '', index }) =>
    compare(passage, index, { part: [a, unit], whole: [b, unit], stated, hedge, found }),
  );
  const parts = [...text.matchAll(PART)].flatMap(({ 0: found, 2: b = '', 3: unit = '', 4: a = '', 5: hedge, 6: stated = '', index }) =>
    compare(passage, index, { part: [a, unit], whole: [b, unit], stated, hedge, found }),
  );
  return [...shares, ...rates, ...parts, ...checkSharedOut(passage), ...checkStructures(passage)];
}

interface Stated {
  part: [digits: string, unit: string];
  whole: [digits: string, unit: string];
  stated: string;
  hedge: string | undefined;
  found: string;
}

function compare(passage: Passage, index: number, { part, whole, stated, hedge, found }: Stated): Problem[] {
  const bare = (unit: string) => unit.replace(/^[千万萬亿億]/, '');
  const [a, b] = [part, whole].map(([digits, unit]) => numeralValue(digits) * unitMultiple(unit)) as [number, number];
  if (bare(part[1]) !== bare(whole[1]) || !(b > 0)) return [];
  const exact = (a / b) * 100;
  const lastPlace = 10 ** -(/\.(\d+)/.exec(stated)?.[1]?.length ?? 0);
  const rounding = exact * (halfPlace(part[0]) + halfPlace(whole[0]));
  const allowed = (hedge ? Math.max(lastPlace, exact * 0.05) : lastPlace) + rounding;
  if (Math.abs(numeralValue(stated) - exact) < allowed + 1e-9) return [];
  return [problem('number/share', passage.place(index), { part: part.join(''), whole: whole.join(''), expected: Number(exact.toFixed(1)), value: /[^，。；]*$/.exec(found)![0] })];
}

/** How far from a hundred a slip may lead. */
const NEARLY = 15;

function checkSharedOut({ prose, place }: Passage): Problem[] {
  return [...prose.matchAll(SHARED_OUT)].flatMap(({ 0: found, 1: names = '', 2: list = '', index }) => {
    const words = found.slice(0, found.length - list.length);
    const values = list.match(/\d+(?:\.\d+)?/g)!;
    if (!ONE_WHOLE.test(words) || NO_SHARE.test(words) || names.split('、').length !== values.length) return [];
    const sum = values.reduce((all, value) => all + Number(value), 0);
    const rounding = values.reduce((all, value) => all + 0.5 * 10 ** -(/\.(\d+)/.exec(value)?.[1]?.length ?? 0), 0);
    const off = Math.abs(sum - 100);
    if (off > NEARLY || off < rounding - 1e-9) return [];
    return [problem('number/shares', place(index + found.length - list.length), { value: list.replace(/[、和及，]$/, ''), sum: Number(sum.toFixed(2)) })];
  });
}

/** Ratios such as 3:2:1 are no percentages; only what comes near a hundred is meant to be one. */
function checkStructures(passage: Passage): Problem[] {
  const ratios = [...passage.plain.matchAll(OF_STRUCTURE)].flatMap(({ 0: sentence, index: start }) =>
    [...sentence.matchAll(RATIO)].map(({ 0: value, index }) => ({ value, at: start + index })),
  );
  return ratios.flatMap(({ value, at }) => {
    const parts = value.split(/[:：∶]/).map(Number);
    const sum = parts.reduce((all, part) => all + part, 0);
    const off = Math.abs(sum - 100);
    if (off > NEARLY || off <= 0.05 * parts.length + 1e-9) return [];
    return [problem('number/shares', passage.place(at), { value, sum: Number(sum.toFixed(2)) })];
  });
}
