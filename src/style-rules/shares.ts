import { numeralValue, unitMultiple } from '../entry/numbers.ts';
import { problem, type Problem } from '../problem.ts';
import { halfPlace } from './changes.ts';
import type { Passage } from './passage.ts';

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const UNIT = '[千万萬亿億]?[\\p{Script=Han}]';
/** 完成投资3亿元，占年度计划4亿元的75%. */
const SHARE = new RegExp(`(${NUMBER})(${UNIT})，占[^，。；\\n|\\d]{0,12}(${NUMBER})(${UNIT})的(约|約|近|超)?(${NUMBER})[%％]`, 'gu');
/** 部署任务56项，完成53项，完成率94.6%: the rate is of the verb that counts the part. */
const RATE = new RegExp(
  `(?<![由从從]\\D{0,12})(${NUMBER})(${UNIT})[^，。；\\n|\\d]{0,6}，[^，。；\\n|\\d]{0,4}(\\p{Script=Han}{2})[^，。；\\n|\\d]{0,4}(${NUMBER})\\2[^，。；\\n|\\d]{0,6}，\\3率(?:为|為|达到?|達到?|是)?(约|約|近|超)?(${NUMBER})[%％]`,
  'gu',
);
/** 三次产业结构由12.3:45.6:42.1调整为9.8:43.2:47.0. */
const OF_STRUCTURE = /[^。；\n|]*(?:结构|結構|比例|占比|比重)[^。；\n|]*/g;
const RATIO = /(?<![\d:：.])(?:\d+(?:\.\d+)?[:：∶]){2,}\d+(?:\.\d+)?/g;

/** Percentages of a part and its whole, and structures whose parts do not make a hundred. */
export function checkShares(passage: Passage): Problem[] {
  if (passage.role !== 'body' || !/[%％:：∶]/.test(passage.plain)) return [];
  const shares = [...passage.plain.matchAll(SHARE)].flatMap(({ 0: found, 1: a = '', 2: aUnit = '', 3: b = '', 4: bUnit = '', 5: hedge, 6: stated = '', index }) =>
    compare(passage, index, { part: [a, aUnit], whole: [b, bUnit], stated, hedge, found }),
  );
  const rates = [...passage.plain.matchAll(RATE)].flatMap(({ 0: found, 1: b = '', 2: unit = '', 4: a = '', 5: hedge, 6: stated = '', index }) =>
    compare(passage, index, { part: [a, unit], whole: [b, unit], stated, hedge, found }),
  );
  return [...shares, ...rates, ...checkStructures(passage)];
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
