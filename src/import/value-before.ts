import { numeralValue, unitMultiple } from '../entry/numbers.ts';
import type { Token } from './token.ts';

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
