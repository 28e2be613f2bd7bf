import type { Chart } from '../../book/charts.ts';
import { scaleBars, scaleLines, type LineScale } from '../../book/chart-scale.ts';
import type { Entry } from '../../entry/parse.ts';
import { printText } from './print-text.ts';

interface Told {
  caption: string;
  /** What the marks show, in a sentence, for those who hear the book. */
  alt: string;
  lang: Entry['lang'];
}

/** A chart of the Book as the template draws it; lengths and places are shares of the room it has. */
export type ChartData =
  | (Told & { kind: 'bars'; zero: number; bars: { label: string; text: string; start: number; end: number; strong: boolean }[] })
  | (Told & {
      kind: 'lines';
      rules: LineScale['rules'];
      years: LineScale['years'];
      lines: { name: string; nameAt: number; points: { x: number; y: number; text: string }[] }[];
    });

/** Height of the room of a line chart in lines of its type: `plot-lines` of the template. */
const PLOT_LINES = 10;

export function chartData(chart: Chart, number: string): ChartData {
  const told = { caption: printText(`${number}　${chart.title}`), alt: printText(chart.alt), lang: chart.lang };
  if (chart.kind === 'bars') {
    const { zero, bars } = scaleBars(chart);
    const set = chart.bars.map(({ label, text, strong }, index) => ({ label: printText(label), text: printText(text), strong, ...bars[index]! }));
    return { ...told, kind: 'bars', zero, bars: set };
  }
  const { rules, years, lines } = scaleLines(chart, 1 / PLOT_LINES);
  const set = lines.map(({ nameAt, points }, index) => ({
    name: printText(chart.lines[index]!.name),
    nameAt,
    points: points.map((point) => ({ ...point, text: printText(point.text) })),
  }));
  return { ...told, kind: 'lines', rules, years, lines: set };
}
