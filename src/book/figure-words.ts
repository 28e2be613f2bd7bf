import type { Figure } from '../entry/schema.ts';
import { measureChange } from './figure-change.ts';

/** The value before and what came of it, in words. */
export function tellChange(figure: Figure): string | undefined {
  if (figure.before === undefined) return undefined;
  const { unit = '' } = figure;
  const before = `前值${figure.before}${unit}`;
  const change = measureChange(figure);
  if (!change) return before;
  if (change.difference === '0') return `${before}，持平`;
  const word = change.difference.startsWith('-') ? '减少' : '增加';
  const amount = `${change.difference.replace(/^[+-]/, '')}${/^[%％]$/.test(unit) ? '个百分点' : unit}`;
  return `${before}，${word}${amount}${change.percent ? `（${change.percent.replace(/^[+-]/, '')}%）` : ''}`;
}
