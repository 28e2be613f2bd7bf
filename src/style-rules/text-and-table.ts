import { numeralValue } from '../entry/numbers.ts';
import { problem, type Problem } from '../problem.ts';
import { blocksOf, type Passage } from './passage.ts';
import { amountOf, tablesOf, type Cell } from './tables.ts';

/** A shorter label, such as 全区, stands before too many other numbers. */
const SHORTEST_LABEL = 3;
/** What more paragraphs than this name is a word, no indicator. */
const MOST_NAMING = 20;
const LINK_WORDS = '(?:数量|数|總數|总数)?(?:为|為|达到?|達到?|有|共有?|计|計|是|至|到|，|：){0,2}';

/** 城东服务站 and 新增服务站 are not 服务站: only what tells of the whole may stand before a label. */
const BEFORE_LABEL = '(?<![新增加减減少改扩擴].{0,3})(?<=^|[，。；：、（\\s]|[年月日底末]|[设設立有共的全区區市县縣镇鎮省成为為是])';

/** A value of a table with the unit of its cell or, where that has none, of its column. */
interface Value {
  value: number;
  unit: string;
  text: string;
}

/** What a row of a table says is said in the text with one of the row's numbers. Only “label, number, unit” is compared. */
export function checkTextAgainstTables(passage: Passage): Problem[] {
  if (passage.role !== 'body') return [];
  const tables = tablesOf(passage);
  if (tables.length === 0) return [];
  const blocks = blocksOf(passage).filter(({ kind }) => kind === 'text').map(({ start, end }) => ({ start, text: passage.prose.slice(start, end) }));
  return tables.flatMap(({ head, rows }) =>
    rows.flatMap(([labelCell, ...cells]) => {
      const [, label = '', rowUnit = ''] = /^(.*?)(?:[（(]([^（）()]{1,6})[）)])?$/u.exec(labelCell?.text.replace(/[\s*]/g, '') ?? '')!;
      if (label.length < SHORTEST_LABEL) return [];
      const naming = blocks.filter(({ text }) => text.includes(label));
      if (naming.length === 0 || naming.length > MOST_NAMING) return [];
      const values = cells.flatMap((cell, index) => valueOf(cell, head[index + 1], rowUnit) ?? []);
      const units = [...new Set(values.map(({ unit }) => unit))].filter(Boolean);
      return units.flatMap((unit) => {
        const said = new RegExp(`${BEFORE_LABEL}${escape(label)}${LINK_WORDS}(\\d[\\d,]*(?:\\.\\d+)?)${escape(unit)}`, 'g');
        const found = naming.flatMap(({ start, text }) =>
          [...text.matchAll(said)].filter(({ index }) => isOfTable(text.slice(0, index), head)).map((match) => ({ value: match[1]!, at: start + match.index })),
        );
        const inTable = values.filter((one) => one.unit === unit);
        if (found.length === 0 || found.some(({ value }) => inTable.some((one) => one.value === numeralValue(value)))) return [];
        const { value, at } = found[0]!;
        return [problem('number/table', passage.place(at), { label, value, unit, tabled: inTable.map(({ text }) => text).join('、') })];
      });
    }),
  );
}

/** `210项`, `98.5%`, or `210` below “事项数（项）”. */
function valueOf(cell: Cell, column: Cell | undefined, rowUnit: string): Value | undefined {
  const share = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(cell.text);
  if (share) return { value: Number(share[1]), unit: '%', text: share[1]! };
  const amount = amountOf(cell.text);
  if (!amount) return undefined;
  const unit = amount.unit || rowUnit || (/^(公[顷頃]|[千万亿]?[元吨人次个件户项家所名户]+|%)$|[（(]([^（）()]{1,6})[）)]\s*$/.exec(column?.text ?? '')?.slice(1).find(Boolean) ?? '');
  return { value: amount.value, unit, text: cell.text.replace(amount.unit, '') };
}

/** A sentence that names a year is about that column, a table without years about any; 其中 tells of a part. */
function isOfTable(before: string, head: Cell[]): boolean {
  if (/其中[，：]?$/.test(before)) return false;
  const year = /\d{4}年(?=[^。；\n]*$)/.exec(before)?.[0];
  const years = head.flatMap(({ text }) => text.match(/\d{4}年?/g) ?? []);
  return !year || years.length === 0 || years.some((other) => year.startsWith(other));
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
