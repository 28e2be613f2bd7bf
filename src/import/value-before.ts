import { numeralValue, unitMultiple } from '../entry/numbers.ts';
import type { Token } from './token.ts';

const CHANGE = /(?:[升高加长大展进跃增涨扩攀回翻拓]|[减少降低缩压短简跌落窄]|整合|合并|归并|优化|调整|改|变|移)了?(?:到|至|为|成)了?(?:[^，。；\d]{0,6})$|^到(?:现在|如今|目前|今年)的?$/;
const AND = /^[、和及与]$/;
const LARGEST_GROUP = 3;

/** 从 A 提高到 B, of one unit; 万元 and 亿元 are one. */
export const isChange = (plain: string, a: Token, b: Token): boolean => measuredBy(a.unit) === measuredBy(b.unit) && turns(plain, a, b);

/** 从 A 提高到 B, whatever their units. */
export const turns = (plain: string, a: Token, b: Token): boolean => opens(plain, a) && becomes(plain, a, b);

const opens = (plain: string, a: Token): boolean => /[由从将把](?!事)[^，。；]*$/.test(plain.slice(Math.max(0, a.from - 14), a.from));

function becomes(plain: string, a: Token, b: Token): boolean {
  const between = plain.slice(a.to, b.from).replace(/\d{4}年的?/, '');
  return between.length <= 16 && CHANGE.test(between);
}

/** Each value that something rose or fell to, with the value before; 由 A 和 B 提高到 C 和 D changes both. */
export function changesOf(plain: string, tokens: Token[]): Map<Token, Token> {
  const changes = new Map<Token, Token>();
  const isList = (list: Token[]) => list.every((token, index) => index === 0 || AND.test(plain.slice(list[index - 1]!.to, token.from)));
  for (let size = 1; size <= LARGEST_GROUP; size += 1) {
    for (let at = 0; at + 2 * size <= tokens.length; at += 1) {
      const [were, are] = [tokens.slice(at, at + size), tokens.slice(at + size, at + 2 * size)];
      if (!isList(were) || !isList(are) || were.some((token, index) => measuredBy(token.unit) !== measuredBy(are[index]!.unit))) continue;
      if (opens(plain, were[0]!) && becomes(plain, were.at(-1)!, are[0]!)) were.forEach((token, index) => changes.set(are[index]!, token));
    }
  }
  return changes;
}

/** Where 由, 从, 将 or 把 opens the change whose first value stands at `from`. */
export const openingOfChange = (plain: string, from: number): number => Math.max(...['由', '从', '将', '把'].map((word) => plain.lastIndexOf(word, from)));

const MULTIPLE = /^(?:万亿|亿|万)/;

/** 万元 and 亿元 measure the same: 元. */
export const measuredBy = (unit: string): string => unit.replace(MULTIPLE, '');

/** 980增至1.3万户: a bare number this much larger than the one behind it is no 万. */
const TOO_LARGE_TO_SHARE = 20;

/** The unit of a bare number that shares the unit of the one behind it. */
export const sharedUnit = (bare: Token, { value, unit }: Token): string =>
  numeralValue(bare.value) > numeralValue(value) * TOO_LARGE_TO_SHARE ? measuredBy(unit) : unit;

/** The value before, in the unit of the value: 8000万元 → 1.2亿元 gives 0.8, and says so; nothing where that is not exact. */
export function valueBefore(before: Token, now: Token): { before?: string; doubts: string[] } {
  if (before.unit === now.unit) return { before: before.value, doubts: [] };
  const written = `${before.value}${before.unit}`;
  const [from, to] = [multipleOf(before.unit), multipleOf(now.unit)];
  const converted = String(Number(((numeralValue(before.value) * from) / to).toPrecision(12)));
  const isExact = /^\d+(?:\.\d{1,6})?$/.test(converted) && (Number(converted) * to) / from === numeralValue(before.value);
  return isExact ? { before: converted, doubts: [`前值由“${written}”换算`] } : { doubts: [`前值“${written}”与现值单位不同，没有填`] };
}

const multipleOf = (unit: string): number => unitMultiple(MULTIPLE.exec(unit)?.[0] ?? '');
