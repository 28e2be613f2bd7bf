import { scaleLinear } from 'd3-scale';
import type { Entry } from '../entry/parse.ts';
import type { BarChart, LineChart } from './charts.ts';
import { inScript } from './in-script.ts';

/** Where the marks of a chart stand, in shares of the room it is drawn in: the same on a page and in print. */
export interface BarScale {
  zero: number;
  bars: { start: number; end: number }[];
}

export interface LineScale {
  /** Level lines, from the foot of the room up. */
  rules: { at: number; label: string }[];
  years: { at: number; label: string }[];
  lines: {
    points: { x: number; y: number; text: string }[];
    /** Height of its name, behind the last point. */
    nameAt: number;
  }[];
}

export function scaleBars({ bars }: BarChart): BarScale {
  const amounts = bars.map(({ amount }) => amount);
  const [lowest, highest] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  const x = scaleLinear([lowest, highest === lowest ? lowest + 1 : highest], [0, 1]);
  return {
    zero: share(x(0)),
    bars: amounts.map((amount) => ({ start: share(Math.min(x(0), x(amount))), end: share(Math.max(x(0), x(amount))) })),
  };
}

const MOST_YEARS = 6;

/** `nameHeight`: what one line of type takes of the room's height. */
export function scaleLines({ lines, lang }: LineChart, nameHeight: number): LineScale {
  const points = lines.flatMap((line) => line.points);
  const times = points.map(({ date }) => yearOf(date));
  const amounts = points.map(({ amount }) => amount);
  const x = scaleLinear([Math.min(...times), Math.max(...times)], [0, 1]);
  const y = scaleLinear([Math.min(0, ...amounts), Math.max(0, ...amounts)], [0, 1]).nice(4);
  const years = [...new Set(times.map(Math.floor))].sort((a, b) => a - b);
  const ticks = y.ticks(4);
  const names = spread(lines.map(({ points: own }) => y(own.at(-1)!.amount)), nameHeight);
  return {
    rules: ticks.map((tick) => ({ at: share(y(tick)), label: tickLabel(tick, ticks, lang) })),
    years: everySo(years, MOST_YEARS).map((year) => ({ at: share(x(Math.max(year, x.domain()[0]!))), label: String(year) })),
    lines: lines.map(({ points: own }, order) => ({
      nameAt: share(names[order]!),
      points: own.map(({ date, amount, text }, index) => ({
        x: share(x(yearOf(date))),
        y: share(y(amount)),
        text: isWritten(lines.length, index, own.length) ? text : '',
      })),
    })),
  };
}

const MOST_VALUES = 5;

/** Values are written beside the points of a lone line: all where there is room, else the first and the last. */
const isWritten = (lines: number, index: number, points: number): boolean =>
  lines === 1 && (points <= MOST_VALUES || index === 0 || index === points - 1);

/** `2015-04` → 2015.25; a whole year stands at its beginning. */
function yearOf(date: string): number {
  const [year, month = '1'] = date.split('-');
  return Number(year) + (Number(month) - 1) / 12;
}

/** All in the same multiple: 0, 50万, 100万. */
function tickLabel(tick: number, ticks: number[], lang: Entry['lang']): string {
  const largest = Math.max(...ticks.map(Math.abs));
  const [word, multiple] = largest >= 1e8 ? ['亿', 1e8] : largest >= 1e4 ? ['万', 1e4] : ['', 1];
  const number = (tick / (multiple as number)).toLocaleString('en-US', { maximumSignificantDigits: 6 });
  return tick === 0 ? '0' : `${number}${inScript(word as string, lang)}`;
}

/** Keeps the names at the ends of lines from standing on one another. */
function spread(heights: number[], gap: number): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => b.height - a.height);
  for (let at = 1; at < order.length; at += 1) order[at]!.height = Math.min(order[at]!.height, order[at - 1]!.height - gap);
  return order.sort((a, b) => a.index - b.index).map(({ height }) => height);
}

const everySo = <T>(items: T[], most: number): T[] => items.filter((_, index) => index % Math.ceil(items.length / most) === 0);

const share = (value: number): number => Math.round(value * 10_000) / 10_000;
