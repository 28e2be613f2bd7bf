import { hanNumeralValue } from '../entry/numbers.ts';
import type { Token } from './token.ts';

const PLACE = '第\\s*(\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*';
/** 居全省第2位, 排名第三, 位列全市第一; not 第一批 and not the first of a list. */
const RANKING = new RegExp(
  [
    `(?:综合)?(?:排名|排位|排在|位列|位居|位次|名列|跻身|列|居|排)[^，。；：、\\d第]{0,14}${PLACE}(位|名)?(?![个家批次期届条章季轮方梯序阵])`,
    `(?:全(?:国|省|市|区|州|盟|自治区|县))${PLACE}(位|名|(?=[，。；、）]|$))`,
    // 分别居全市第3位和第5位
    `(?<=第[\\d一二三四五六七八九十]{1,3}(?:位|名)[、和及])${PLACE}(位|名)`,
  ].join('|'),
  'g',
);

/** Places in rankings: the value is the place, the unit 位 or 名 as written. */
export function findRankings(plain: string): Token[] {
  return [...plain.matchAll(RANKING)].map((match) => {
    const numeral = match[1] ?? match[3] ?? match[5]!;
    const from = match.index + match[0].lastIndexOf(numeral);
    const value = /\d/.test(numeral) ? numeral : String(hanNumeralValue(numeral));
    return { from, to: match.index + match[0].length, value, unit: match[2] ?? (match[4] || match[6]) ?? '位', doubts: [], ranking: match.index };
  });
}

/** 营商环境评价中位列全省第3位 → 营商环境评价全省排名; what is ranked may stand in the clause before. */
export function nameRanking(sentence: string, { ranking = 0, from }: Token, subject: string): string {
  const clause = /[^，。；：、（）()]*$/.exec(sentence.slice(0, ranking))![0].replace(/^[在于於]|(?:中|里|裡|上|均|也|并|並|，)+$/g, '').trim();
  const scope = /(?:全[国國省市区區州盟县縣]|同类[^第]{0,6}|[^第列居排名位]{0,6}[省市区區州盟])(?=第|$|同)/.exec(sentence.slice(ranking, from))?.[0] ?? '';
  return `${/^(?:总量|總量|增速|增幅|总数|總數|数量|數量|规模|規模|均)?$/.test(clause) && !(clause && subject.endsWith('排名')) ? subject + clause : clause}${clause.endsWith(scope) ? '' : scope}排名`;
}
