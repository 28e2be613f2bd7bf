import { numeralValue } from '../entry/numbers.ts';
import type { Figure } from '../entry/schema.ts';

/** Change of a figure from the value before it. */
export interface FigureChange {
  from: number;
  to: number;
  /** `-342`, `+80.1`: as precise as the two values are. */
  difference: string;
  /** `-68.7`: percent of the value before; absent for percentages, whose difference is in points, and from zero. */
  percent?: string;
}

/** The change of a figure; absent where there is no value before, or one of the two is a range or ratio. */
export function measureChange({ value, before, unit = '' }: Figure): FigureChange | undefined {
  const [from, to] = [numeralValue(before ?? ''), numeralValue(value)];
  if (before === undefined || !Number.isFinite(from) || !Number.isFinite(to)) return undefined;
  const difference = signed((to - from).toFixed(Math.max(decimals(before), decimals(value))));
  const isPercentage = /^[%％]$/.test(unit);
  const percent = isPercentage || from === 0 ? undefined : signed(String(Math.round(((to - from) / Math.abs(from)) * 1000) / 10));
  return { from, to, difference, percent };
}

const decimals = (numeral: string): number => numeral.split('.')[1]?.length ?? 0;

const signed = (number: string): string => (Number(number) > 0 ? `+${number}` : Number(number) === 0 ? '0' : number);
