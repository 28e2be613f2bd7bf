import { numeralValue } from '../entry/numbers.ts';
import { problem, type Problem } from '../problem.ts';
import { amountOf, tablesOf, type Cell, type Table } from './tables.ts';
import type { Passage } from './passage.ts';

const TOTAL = /^(?:合计|总计|共计|总数|合計|總計|共計|總數)$/;
const SUBTOTAL = /^(?:小计|小計)$/;

/** Parts add up to their total, in tables and in “共……其中……”. */
export function checkSums(passage: Passage): Problem[] {
  return passage.role === 'body' ? [...tablesOf(passage).flatMap((table) => checkTable(passage, table)), ...checkParts(passage), ...checkListed(passage)] : [];
}

const labelOf = (cell: Cell | undefined): string => (cell?.text ?? '').replace(/[\s*]/g, '');

function checkTable(passage: Passage, { head, rows }: Table): Problem[] {
  const totals = rows.filter(([first]) => TOTAL.test(labelOf(first)));
  const parts = rows.filter(([first]) => !TOTAL.test(labelOf(first)) && !SUBTOTAL.test(labelOf(first)));
  const problems: Problem[] = [];
  // Two totals in one table are totals of different things.
  if (totals.length === 1 && parts.length > 1) {
    for (let column = 1; column < head.length; column += 1) {
      problems.push(...compare(passage, totals[0]![column], parts.map((row) => row[column]), `“${head[column]!.text || '合计'}”合计`));
    }
  }
  const totalColumn = head.findIndex((cell, index) => index > 0 && TOTAL.test(labelOf(cell)));
  if (totalColumn > 1) {
    for (const row of rows) {
      const others = row.filter((_, index) => index > 0 && index !== totalColumn);
      if (others.length > 1) problems.push(...compare(passage, row[totalColumn], others, `“${row[0]!.text}”合计`));
    }
  }
  return problems;
}

/** Silent where a part is no exact number or has another unit; rounding of decimals is allowed for. */
function compare(passage: Passage, totalCell: Cell | undefined, cells: (Cell | undefined)[], label: string): Problem[] {
  const total = totalCell && amountOf(totalCell.text);
  if (!total) return [];
  let sum = 0;
  let decimals = total.decimals;
  for (const cell of cells) {
    const amount = cell && amountOf(/^[-—–/]*$/.test(cell.text) ? '0' : cell.text);
    if (!amount || (amount.unit && total.unit && amount.unit !== total.unit)) return [];
    sum += amount.value;
    decimals = Math.max(decimals, amount.decimals);
  }
  const rounding = decimals === 0 ? 0 : ((cells.length + 1) / 2) * 10 ** -Math.min(decimals, total.decimals);
  if (Math.abs(sum - total.value) <= rounding + 1e-9) return [];
  return [problem('number/sum', passage.place(totalCell.start), { label, total: totalCell.text, sum: Number(sum.toFixed(decimals)) })];
}

const COUNT = /(?<![\d,.])(\d[\d,]*(?:\.\d+)?)((?:[千万萬亿億])?(?:公[顷頃里斤]|平方(?:米|公里)|立方米|[\p{Script=Han}]))/gu;
/** Parts of people and of things that may be one another; together they may exceed the whole. */
const OVERLAPPING = /女|少数民族|少數民族|党员|黨員|团员|團員|学历|學歷|大专|大專|本科|研究生|岁|歲|以上|骨干|骨幹|代表|示范|示範/;
/** What ends a list of parts: a comparison, or what became of the whole. */
const COMPARED = /已|完成|办结|辦結|结案|結案|办复|辦復|整改|到位|比|较|較|同期|上年|增|减|減|累计|累計|分别|分別|每|平均|占|惠及|以上|以下/;

/** “其中” need not name every part, so only parts greater than the whole are wrong. */
function checkParts(passage: Passage): Problem[] {
  if (!passage.prose.includes('其中')) return [];
  return [...passage.prose.matchAll(/[^。；\n|]*其中[^。；\n|]*/g)].flatMap(({ 0: sentence, index }) => {
    const at = sentence.indexOf('其中');
    if (sentence.indexOf('其中', at + 2) !== -1) return [];
    const whole = [...sentence.slice(0, at).matchAll(COUNT)].at(-1);
    if (!whole || /^[年月日]/.test(whole[2]!)) return [];
    const [, total = '', unit = ''] = whole;
    const [first = '', ...further] = sentence.slice(at + 2).split('，');
    // 其中甲3个、乙2个，新建丙9个: a list that 、 holds together ends at its comma.
    // 党员150名，女干部90名: people are counted by more than one mark.
    const isHeld = /[人名位]/.test(unit) || [...first.matchAll(COUNT)].filter(([, , ofUnit]) => ofUnit === unit).length >= 2;
    const clauses = (isHeld ? [first] : [first, ...further]).flatMap((clause) => clause.split('、'));
    const parts = clauses.slice(0, clauses.findIndex((clause) => COMPARED.test(clause)) >>> 0);
    const values = parts.flatMap((clause) => {
      const counts = [...clause.matchAll(COUNT)].filter(([, , ofUnit]) => ofUnit === unit);
      return counts.length === 1 ? [numeralValue(counts[0]![1]!)] : [];
    });
    const sum = OVERLAPPING.test(parts.join()) ? Math.max(0, ...values) : values.reduce((all, value) => all + value, 0);
    if (sum <= numeralValue(total) + 1e-9) return [];
    return [problem('number/parts', passage.place(index + whole.index), { total, unit, sum: Number(sum.toFixed(2)) })];
  });
}

/** 学校5所（小学3所、初中3所）: like 其中, a list in brackets may leave parts out, and may not exceed the whole. */
const BRACKETED = /(?<![\d,.])(\d[\d,]*(?:\.\d+)?)((?:[千万萬亿億])?[\p{Script=Han}])[（(]([^（）()\n]{4,80})[）)]/gu;
/** 8个街道、4个镇，共12个: two parts at least, and nothing else between them and their total. */
const TOTALLED = /(?<![\d,.])((?:\d[\d,]*(?:\.\d+)?(?:[千万萬亿億])?[\p{Script=Han}][\p{Script=Han}]{0,8}(?:、|和|及)){1,6}\d[\d,]*(?:\.\d+)?(?:[千万萬亿億])?[\p{Script=Han}][\p{Script=Han}]{0,8})，?(?:一共|总共|總共|共计|共計|合计|合計|共)(?:有)?(\d[\d,]*(?:\.\d+)?)((?:[千万萬亿億])?[\p{Script=Han}])/gu;

/** 取消12项、下放8项，共20项; 共有 may count what was there before. */
const NAMED_TOTALLED = /((?:\p{Script=Han}{1,12}\d[\d,]*(?:\.\d+)?(?:[千万萬亿億])?\p{Script=Han}(?:、|和|及)){1,6}\p{Script=Han}{1,12}\d[\d,]*(?:\.\d+)?(?:[千万萬亿億])?\p{Script=Han})，?(?:一共|总共|總共|共计|共計|合计|合計|共)(\d[\d,]*(?:\.\d+)?)((?:[千万萬亿億])?\p{Script=Han})/gu;

function checkListed(passage: Passage): Problem[] {
  const inBrackets = [...passage.prose.matchAll(BRACKETED)].flatMap(({ 1: total = '', 2: unit = '', 3: list = '', index }) => {
    const sum = sumOf(list.split(/[、，]/), unit);
    if (sum === undefined || /^[年月日]/.test(unit) || COMPARED.test(list) || sum <= numeralValue(total) + 1e-9) return [];
    return [problem('number/parts', passage.place(index), { total, unit, sum: Number(sum.toFixed(2)) })];
  });
  const behind = [...passage.prose.matchAll(TOTALLED), ...passage.prose.matchAll(NAMED_TOTALLED)].flatMap(({ 0: found, 1: list = '', 2: total = '', 3: unit = '', index }) => {
    // 6个街道、2个镇，共60个社区: another thing is counted.
    const thing = /^\p{Script=Han}/u.exec(passage.prose.slice(index + found.length))?.[0];
    if (thing && !list.includes(thing)) return [];
    const sum = sumOf(list.split(/[、和及]/), unit);
    if (sum === undefined || /^[年月日]/.test(unit) || COMPARED.test(list) || Math.abs(sum - numeralValue(total)) < 1e-9) return [];
    return [problem('number/sum', passage.place(index), { label: '合计', total: `${total}${unit}`, sum: Number(sum.toFixed(2)) })];
  });
  return [...inBrackets, ...behind];
}

/** The sum of a list in which every item holds exactly one number, of this unit; nothing for any other list. */
function sumOf(items: string[], unit: string): number | undefined {
  const counts = items.map((item) => [...item.matchAll(COUNT)]);
  if (items.length < 2 || counts.some((found) => found.length !== 1 || found[0]![2] !== unit)) return undefined;
  return counts.reduce((sum, [found]) => sum + numeralValue(found![1]!), 0);
}
