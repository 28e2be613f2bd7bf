import { hanNumeralValue, numeralValue, unitMultiple } from '../entry/numbers.ts';
import { problem, type Problem } from '../problem.ts';
import { blocksOf, type Passage } from './passage.ts';

/** 百亩林场 is a name and 一亩三分地 a saying: Han numerals count from a digit and a multiple on. */
const MU = /(?<![每\d.])(?:(\d[\d,]*(?:\.\d+)?)\s*(万|萬|亿|億|千|百)?|([一二三四五六七八九两兩][十百千万萬][零一二三四五六七八九十百千万萬亿億]*))(?:多|余|餘)?\s*[亩畝](?!产|產|均)/g;
const HECTARES = /公[顷頃]/;

/** 亩 is no legal unit: the yearbook gives hectares too (15亩 = 1公顷), in the same paragraph or row. */
export function checkHectares(passage: Passage): Problem[] {
  if (passage.role !== 'body' || !/[亩畝]/.test(passage.open)) return [];
  return blocksOf(passage).flatMap(({ kind, start, end }) => {
    const text = passage.open.slice(start, end);
    const whole = kind === 'table' ? undefined : HECTARES.test(text);
    return [...text.matchAll(MU)].flatMap(({ 0: value, 1: digits, 2: multiple = '', 3: han, index }) => {
      if (whole ?? HECTARES.test(lineAround(text, index))) return [];
      const hectares = (han ? hanNumeralValue(han) : numeralValue(digits!) * unitMultiple(multiple)) / 15;
      return [problem('style/hectares', passage.place(start + index), { value, suggestion: `约${round(hectares)}公顷` })];
    });
  });
}

const round = (hectares: number): string =>
  hectares >= 10_000 ? `${Number((hectares / 10_000).toPrecision(4))}万` : String(Math.round(hectares * 10) / 10);

function lineAround(text: string, index: number): string {
  const end = text.indexOf('\n', index);
  return text.slice(text.lastIndexOf('\n', index) + 1, end === -1 ? undefined : end);
}
