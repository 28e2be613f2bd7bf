import type { Book } from '../book/book.ts';
import { formatFigure } from '../book/format.ts';
import { numeralValue, unitMultiple } from '../entry/numbers.ts';
import { placeOf } from '../entry/parse.ts';
import type { Figure } from '../entry/schema.ts';
import { problem, type Place, type Problem } from '../problem.ts';

/**
 * One indicator of one district at one date has one value. A `note` says why it has two, so figures with one are left
 * alone; a name with three values or more (办理件数) is no indicator but a word that many matters use.
 */
export function checkFigureConflicts(book: Book): Problem[] {
  const figures = book.entries.flatMap((entry) => entry.figures.map((figure, index) => ({ entry, figure, index })));
  const indicators = Map.groupBy(figures, ({ entry, figure: { name, unit, date } }) =>
    [entry.district, name.normalize('NFKC').replace(/\s/g, ''), measure(unit), date ?? entry.year].join('\0'),
  );
  return [...indicators.values()].flatMap((told) => {
    const [first, ...others] = told;
    if (others.length === 0 || told.some(({ figure }) => figure.note)) return [];
    if (new Set(told.map(({ figure }) => amount(figure))).size !== 2) return [];
    const other = others.find(({ figure }) => amount(figure) !== amount(first!.figure))!;
    const at = (of: typeof first & {}): Place => placeOf(of.entry, `figures.${of.index}`);
    const firstPlace = at(first!);
    return [
      problem('number/conflict', at(other), {
        name: other.figure.name,
        value: formatFigure(other.figure),
        other: `${firstPlace.file}:${firstPlace.line}`,
        otherValue: formatFigure(first!.figure),
      }),
    ];
  });
}

const measure = (unit = ''): string => unit.replace(/^(?:万亿|萬億|[千万萬亿億])/, '');

/** 15万 and 150000 are one value; a range is compared as written. */
function amount({ value, unit = '' }: Figure): number | string {
  const plain = numeralValue(value);
  return Number.isFinite(plain) ? Number((plain * unitMultiple(unit)).toPrecision(12)) : value;
}
