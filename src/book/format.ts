import { numeralValue, unitMultiple } from '../entry/numbers.ts';
import type { Figure } from '../entry/schema.ts';
import { measureChange } from './figure-change.ts';

/** `2015-04-16` → `2015年4月16日`; shorter dates likewise. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

/** `2015年4月—12月`, `2014—2018年`, or the one date given. */
export function formatDates({ start, end }: { start?: string; end?: string }): string {
  if (!start || !end || start === end) return formatDate(start ?? end ?? '');
  const [startYear, ...startRest] = start.split('-');
  const [endYear, ...endRest] = end.split('-');
  if (startRest.length === 0 && endRest.length === 0) return `${startYear}—${endYear}年`;
  return startYear === endYear && endRest.length > 0
    ? `${formatDate(start)}—${formatDate(end).replace(`${endYear}年`, '')}`
    : `${formatDate(start)}—${formatDate(end)}`;
}

/** A value as it is said: 约90%, 7000余人, 15万余人, 90亿元以上. */
export function formatFigure({ value, unit = '', approx }: Pick<Figure, 'value' | 'unit' | 'approx'>): string {
  if (approx === '约') return `约${value}${unit}`;
  if (approx === '以上') return `${value}${unit}以上`;
  if (!approx) return `${value}${unit}`;
  const [, multiple = '', measured = ''] = /^(万亿|萬億|[千万萬亿億]?)(.*)$/s.exec(unit)!;
  return `${value}${multiple}${approx}${measured}`;
}

/** The change of a figure in words: percent points for percentages, percent otherwise; absent where not computable. */
export function figureChange(figure: Figure): { text: string; direction: 'up' | 'down' | 'same' } | undefined {
  const change = measureChange(figure);
  if (!change) return undefined;
  const { from, to, percent } = change;
  if (from === to) return { text: '持平', direction: 'same' };
  const direction = to > from ? 'up' : 'down';
  const word = direction === 'up' ? '增加' : '减少';
  if (/^[%％]$/.test(figure.unit ?? '')) return { text: `${word}${oneDecimal(Math.abs(to - from))}个百分点`, direction };
  return percent === undefined ? undefined : { text: `${word}${oneDecimal(Math.abs(Number(percent)))}%`, direction };
}

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

/** Value in units of one, for bars and sorting; NaN for a range or ratio. */
export const figureAmount = ({ value, unit = '' }: Pick<Figure, 'value' | 'unit'>): number =>
  numeralValue(value) * unitMultiple(unit);

/** `1457` → `1,457`; years are never counts, so counts alone come here. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');
