/** Numbers as Chinese reports write them, compared by value: 10,000 = 1万, 百分之六十八 = 68. */

const MULTIPLES: Record<string, number> = {
  十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 万亿: 1e12, 萬億: 1e12,
};
/** A comma belongs to a number only in front of three digits: 1,457, but 12 and 15 in “12,15家”. */
const NUMERAL = /(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)\s*(万亿|萬億|[百千万萬亿億])?/g;
/** The 万 of 15万 is part of a number, 万 alone is none. */
const HAN_NUMERAL = /(?<!\d\s*)(?:[零〇一二两兩三四五六七八九十百千])[零〇一二两兩三四五六七八九十百千万萬亿億]*/g;
/** 八十五点五. */
const HAN_DECIMAL = /([零〇一二两兩三四五六七八九十百千]+)[点點]([零〇一二三四五六七八九]+)/g;
const HAN_DIGITS: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};

/** Twelve significant digits: exact for anything a yearbook prints, blind to binary rounding (19.2万 = 192000). */
const exact = (value: number): number => Number(value.toPrecision(12));

/** Value of a bare numeral such as `1,457` or `19.2`; NaN where it is anything else (a range, a ratio). */
export function numeralValue(numeral: string): number {
  const bare = numeral.normalize('NFKC').replace(/,/g, '').trim();
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN;
}

/** What the unit multiplies by: 万元 → 10,000, 家 → 1. */
export function unitMultiple(unit: string): number {
  const prefix = /^(万亿|萬億|[百千万萬亿億])/.exec(unit)?.[1];
  return prefix ? MULTIPLES[prefix]! : 1;
}

/** Every number that stands in a text: as written (`15` of 15万) and folded (`150000`), Han numerals too. */
export function numbersIn(text: string): Set<number> {
  // NFKC makes ， the comma of 1,457; in a sentence it parts two numbers.
  const folded = text.replaceAll('，', '、').normalize('NFKC');
  const found = new Set<number>();
  for (const [, digits, multiple] of folded.matchAll(NUMERAL)) {
    const value = Number(digits!.replace(/,/g, ''));
    found.add(value);
    if (multiple) found.add(exact(value * MULTIPLES[multiple]!));
  }
  for (const [, whole, decimals] of folded.matchAll(HAN_DECIMAL)) {
    found.add(Number(`${hanNumeralValue(whole!)}.${[...decimals!].map((han) => HAN_DIGITS[han]).join('')}`));
  }
  for (const [numeral] of folded.matchAll(HAN_NUMERAL)) {
    const value = hanNumeralValue(numeral);
    if (Number.isFinite(value)) found.add(value);
  }
  return found;
}

/** Whether each number of a figure's value stands in the text, as written or with its unit folded in. */
export function standsIn(numbers: Set<number>, value: string, unit: string): boolean {
  const numerals = value.normalize('NFKC').match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return numerals.every((numeral) => {
    const plain = Number(numeral.replace(/,/g, ''));
    return numbers.has(plain) || numbers.has(exact(plain * unitMultiple(unit)));
  });
}

/** 二十一 → 21, 一千二百万 → 12000000, 二〇一五 → 2015. */
export function hanNumeralValue(numeral: string): number {
  if (!/[十百千万萬亿億]/.test(numeral)) return Number([...numeral].map((han) => HAN_DIGITS[han]).join(''));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const han of numeral) {
    if (han in HAN_DIGITS) {
      digit = HAN_DIGITS[han]!;
      continue;
    }
    const multiple = MULTIPLES[han]!;
    if (multiple < 1e4) section += (digit ?? 1) * multiple;
    else {
      total = (total + section + (digit ?? 0)) * multiple;
      section = 0;
    }
    digit = undefined;
  }
  return total + section + (digit ?? 0);
}
