import { scaleLinear } from 'd3-scale';
import type { BarChart, LineChart } from '../book/charts.ts';

/** Geometry of a chart in its own units, drawn by BarChart.astro and LineChart.astro: about one unit a pixel on a phone. */
export const CHART_WIDTH = 360;

const ROW = 40;
/** Room for the value written behind the longest bar. */
const VALUE_WIDTH = 92;

export interface BarsView {
  title: string;
  alt: string;
  height: number;
  zero: number;
  bars: { label: string; text: string; x: number; y: number; width: number; textX: number; strong: boolean }[];
}

export function viewBars({ title, alt, bars }: BarChart): BarsView {
  const amounts = bars.map(({ amount }) => amount);
  const lowest = Math.min(0, ...amounts);
  const x = scaleLinear([lowest, Math.max(...amounts, lowest + Number.MIN_VALUE)], [lowest < 0 ? VALUE_WIDTH : 0, CHART_WIDTH - VALUE_WIDTH]);
  return {
    title,
    alt,
    height: bars.length * ROW,
    zero: round(x(0)),
    bars: bars.map(({ label, text, amount, strong }, index) => {
      const [start, end] = [Math.min(x(0), x(amount)), Math.max(x(0), x(amount))];
      return { label, text, strong, y: index * ROW, x: round(start), width: round(end - start), textX: round(end + 6) };
    }),
  };
}

const HEIGHT = 200;
const MARGIN = { top: 12, right: 84, bottom: 24, left: 48 };

export interface LinesView {
  title: string;
  alt: string;
  height: number;
  unit: string;
  rules: { y: number; label: string }[];
  years: { x: number; label: string }[];
  left: number;
  right: number;
  lines: { name: string; path: string; order: number; label: { x: number; y: number }; points: { x: number; y: number }[] }[];
}

export function viewLines({ title, alt, unit, lines }: LineChart): LinesView {
  const points = lines.flatMap((line) => line.points);
  const times = points.map(({ date }) => yearOf(date));
  const amounts = points.map(({ amount }) => amount);
  const x = scaleLinear([Math.min(...times), Math.max(...times)], [MARGIN.left, CHART_WIDTH - MARGIN.right]);
  const y = scaleLinear([Math.min(0, ...amounts), Math.max(0, ...amounts)], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  const years = [...new Set(times.map(Math.floor))].sort((a, b) => a - b);
  const ends = spread(lines.map(({ points: own }) => y(own.at(-1)!.amount)));
  return {
    title,
    alt,
    unit,
    height: HEIGHT,
    left: MARGIN.left,
    right: CHART_WIDTH - MARGIN.right,
    rules: y.ticks(4).map((tick) => ({ y: round(y(tick)), label: tick.toLocaleString('en-US', { notation: tick >= 1e5 ? 'scientific' : 'standard' }) })),
    years: everySo(years, 6).map((year) => ({ x: round(x(Math.max(year, x.domain()[0]!))), label: String(year) })),
    lines: lines.map(({ name, points: own }, order) => {
      const placed = own.map(({ date, amount }) => ({ x: round(x(yearOf(date))), y: round(y(amount)) }));
      return {
        name,
        order,
        path: placed.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(''),
        label: { x: placed.at(-1)!.x + 8, y: round(ends[order]! + 4) },
        points: placed,
      };
    }),
  };
}

/** `2015-04` → 2015.25; a whole year stands at its beginning. */
function yearOf(date: string): number {
  const [year, month = '1'] = date.split('-');
  return Number(year) + (Number(month) - 1) / 12;
}

/** Keeps the names at the ends of lines from standing on one another. */
function spread(heights: number[]): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  for (let at = 1; at < order.length; at++) order[at]!.height = Math.max(order[at]!.height, order[at - 1]!.height + 15);
  return order.sort((a, b) => a.index - b.index).map(({ height }) => height);
}

const everySo = <T>(items: T[], most: number): T[] => items.filter((_, index) => index % Math.ceil(items.length / most) === 0);

const round = (value: number): number => Math.round(value * 10) / 10;
