import { numeralValue, unitMultiple } from '../entry/numbers.ts';
import type { Figure } from '../entry/schema.ts';

/** 1 公顷 = 15 亩. */
const MU_IN_A_HECTARE = 15;

/** Numbers of five digits and more are easier read by the 万. */
const WAN = 10_000;

/** 300亿元 is plainer than 3,000,000万元. */
const LONGEST = 1_000_000;

const UNIT = /^(万亿|萬億|[百千万萬亿億])?(.*)$/s;

/**
 * A figure in the unit a reader may know better: 亩 in 公顷, 亿 in 万, 万 in ones or, where they are many, in 亿, a long
 * number in 万. Nothing where the value is a range or ratio, already short, or would only grow longer. The original
 * stays beside it; 约 marks a converted approximation.
 */
export function convertFigure({ value, unit = '', approx }: Pick<Figure, 'value' | 'unit' | 'approx'>): string | undefined {
  const amount = numeralValue(value);
  if (!Number.isFinite(amount)) return undefined;
  const [, multiple = '', measured = ''] = UNIT.exec(unit)!;
  const isTraditional = /[萬億畝頃項個]/.test(unit);
  const [wan, yi] = isTraditional ? ['萬', '億'] : ['万', '亿'];
  const written = (converted: number, convertedUnit: string) => {
    const tail = approx === '以上' ? '以上' : '';
    return `${approx && !tail ? '约' : ''}${formatAmount(converted)}${convertedUnit}${tail}`;
  };
  if (/^[亩畝]$/.test(measured)) return written(amount / MU_IN_A_HECTARE, `${multiple}${isTraditional ? '公頃' : '公顷'}`);
  if (/^[亿億]$/.test(multiple)) return amount * WAN < LONGEST ? written(amount * WAN, `${wan}${measured}`) : undefined;
  if (/^[万萬]$/.test(multiple) && amount >= WAN) return written(amount / WAN, `${yi}${measured}`);
  if (/^[万萬]$/.test(multiple)) return written(amount * unitMultiple(unit), measured);
  if (multiple === '' && amount >= WAN && amount % 100 === 0) return written(amount / WAN, `${wan}${measured}`);
  return undefined;
}

/** At most four significant decimals, thousands set apart: 1,234.5. */
const formatAmount = (amount: number): string =>
  Number(amount.toPrecision(12)).toLocaleString('en-US', { maximumFractionDigits: amount < 1 ? 4 : 2 });
