import { numeralValue } from '../entry/numbers.ts';
import { problem, type Problem } from '../problem.ts';
import { blocksOf, type Passage } from './passage.ts';
import { amountOf, tablesOf } from './tables.ts';

/** A shorter label, such as 全区, stands before too many other numbers. */
const SHORTEST_LABEL = 3;
const LINK_WORDS = '(?:数量|数|總數|总数)?(?:为|為|达到?|達到?|有|共有?|计|計|是|至|到|，|：){0,2}';

/** What a row of a table says is said in the text with the same number. Only “label, number, unit” is compared. */
export function checkTextAgainstTables(passage: Passage): Problem[] {
  if (passage.role !== 'body') return [];
  const prose = blocksOf(passage).filter(({ kind }) => kind === 'text');
  return tablesOf(passage).flatMap(({ head, rows }) => {
    if (head.length !== 2) return [];
    return rows.flatMap(([labelCell, valueCell]) => {
      const label = labelCell?.text.replace(/[\s*]/g, '') ?? '';
      const amount = valueCell && amountOf(valueCell.text);
      if (!amount?.unit || label.length < SHORTEST_LABEL) return [];
      const said = new RegExp(`${escape(label)}${LINK_WORDS}(\\d[\\d,]*(?:\\.\\d+)?)${escape(amount.unit)}`, 'g');
      const found = prose.flatMap(({ start, end }) => [...passage.plain.slice(start, end).matchAll(said)].map((match) => ({ value: match[1]!, at: start + match.index })));
      if (found.length === 0 || found.some(({ value }) => numeralValue(value) === amount.value)) return [];
      const { value, at } = found[0]!;
      return [problem('number/table', passage.place(at), { label, value, unit: amount.unit, other: valueCell!.text.replace(amount.unit, '') })];
    });
  });
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
