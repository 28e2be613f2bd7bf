import type { Entry } from '../entry/parse.ts';
import type { Figure } from '../entry/schema.ts';
import { figureAmount } from './format.ts';
import { pinyinKey, sortByPinyin } from './pinyin-order.ts';
import { toSimplified } from './simplified.ts';

/** A figure with the entry that gives it. */
export interface BookFigure {
  figure: Figure;
  entry: Entry;
  /** The date the value belongs to: its own, else the record year of the volume. */
  date: string;
  /** In units of one (万 and 亿 multiplied out); NaN for a range or ratio. */
  amount: number;
}

/** The same thing measured in several districts or at several dates. */
export interface Indicator {
  name: string;
  /** Unit without 万 or 亿: 元, 家, %. */
  unit: string;
  /** In book order: by year, then district. */
  figures: BookFigure[];
}

/** Every figure of the entries, in book order. */
export const collectFigures = (entries: Entry[]): BookFigure[] =>
  entries.flatMap((entry) =>
    entry.figures.map((figure) => ({ figure, entry, date: figure.date ?? entry.year, amount: figureAmount(figure) })),
  );

/** 万元 → 元. */
export const bareUnit = (unit = ''): string => unit.replace(/^(?:万亿|萬億|[百千万萬亿億])(?=.)/, '');

/**
 * 指标 that can be compared: one name and unit, in either script, with numeric values of at least two districts or
 * dates. In pinyin order.
 */
export function compareIndicators(figures: BookFigure[]): Indicator[] {
  const simplified = new Map<string, string>();
  const fold = (text: string): string => {
    if (!simplified.has(text)) simplified.set(text, toSimplified(text.normalize('NFKC').replace(/[\s“”"「」]/g, '')));
    return simplified.get(text)!;
  };
  const measured = figures.filter(({ amount }) => Number.isFinite(amount));
  const groups = Map.groupBy(measured, ({ figure }) => `${fold(figure.name)}\0${fold(bareUnit(figure.unit))}`);
  const indicators = [...groups.values()].flatMap((group) => {
    const once = [...new Map(group.map((one) => [`${one.entry.district} ${one.date}`, one])).values()];
    return once.length < 2 ? [] : [{ name: once[0]!.figure.name, unit: bareUnit(once[0]!.figure.unit), figures: once }];
  });
  return sortByPinyin(indicators, ({ name }) => pinyinKey(name));
}
