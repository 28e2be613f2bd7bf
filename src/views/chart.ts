import { scaleBars, scaleLines } from '../book/chart-scale.ts';
import type { BarChart, LineChart } from '../book/charts.ts';

/** Geometry of a chart in its own units, drawn by Chart.astro: about one unit a pixel on a phone. */
export const CHART_WIDTH = 360;

const ROW = 40;
/** Room for the value written behind the longest bar. */
const VALUE_WIDTH = 92;

export interface BarsView {
  alt: string;
  height: number;
  zero: number;
  bars: { label: string; text: string; x: number; y: number; width: number; textX: number; strong: boolean }[];
}

export function viewBars(chart: BarChart): BarsView {
  const { zero, bars } = scaleBars(chart);
  const left = zero > 0 ? VALUE_WIDTH : 0;
  const x = (share: number) => left + share * (CHART_WIDTH - VALUE_WIDTH - left);
  return {
    alt: chart.alt,
    height: bars.length * ROW,
    zero: round(x(zero)),
    bars: chart.bars.map(({ label, text, strong }, index) => {
      const { start, end } = bars[index]!;
      return { label, text, strong, y: index * ROW, x: round(x(start)), width: round(x(end) - x(start)), textX: round(x(end) + 6) };
    }),
  };
}

const HEIGHT = 200;
const MARGIN = { top: 24, bottom: 24, left: 48 };
/** Behind the last point stands the name of its line; a value stands over its point, clear of the labels beside it. */
const NAME_WIDTH = 84;
const HALF_VALUE = 30;
const NAME_HEIGHT = 15;

export interface LinesView {
  alt: string;
  height: number;
  rules: { y: number; label: string }[];
  years: { x: number; label: string }[];
  left: number;
  right: number;
  lines: { name: string; path: string; order: number; label: { x: number; y: number }; points: { x: number; y: number; text: string }[] }[];
}

export function viewLines(chart: LineChart): LinesView {
  const room = HEIGHT - MARGIN.top - MARGIN.bottom;
  const { rules, years, lines } = scaleLines(chart, NAME_HEIGHT / room);
  const isNamed = chart.lines.some(({ name }) => name);
  const right = CHART_WIDTH - (isNamed ? NAME_WIDTH : 0);
  const inset = lines.some(({ points }) => points.some(({ text }) => text)) ? HALF_VALUE : 0;
  const x = (share: number) => round(MARGIN.left + inset + share * (right - MARGIN.left - 2 * inset));
  const y = (share: number) => round(HEIGHT - MARGIN.bottom - share * room);
  return {
    alt: chart.alt,
    height: HEIGHT,
    left: MARGIN.left,
    right,
    rules: rules.map(({ at, label }) => ({ y: y(at), label })),
    years: years.map(({ at, label }) => ({ x: x(at), label })),
    lines: chart.lines.map(({ name }, order) => {
      const { points, nameAt } = lines[order]!;
      const placed = points.map((point) => ({ x: x(point.x), y: y(point.y), text: point.text }));
      return {
        name,
        order,
        path: placed.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(''),
        label: { x: placed.at(-1)!.x + 8, y: round(y(nameAt) + 4) },
        points: placed,
      };
    }),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
