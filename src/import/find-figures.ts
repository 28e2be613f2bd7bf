import { nameFigure } from './figure-name.ts';
import { findHanCounts } from './han-counts.ts';
import { findRankings, nameRanking } from './rankings.ts';
import { simplified } from './simplified.ts';
import { readableSentences } from './sentences.ts';
import { UNIT_PATTERN } from './units.ts';
import { measuredBy, sharedUnit, valueBefore } from './value-before.ts';
import type { Token } from './token.ts';

/** A measured value found in a text, as the frontmatter's `figures` wants it, with what is doubtful about it. */
export interface FoundFigure {
  name: string;
  value: string;
  unit?: string;
  before?: string;
  date?: string;
  approx?: '多' | '余' | '约' | '以上';
  doubts: string[];
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/.source;
const TOKEN = new RegExp(
  `(约|近|超过|超|逾|不低于|不少于|至少|突破)?(${NUMBER})(?:\\s*[-－–—~～至到]\\s*(${NUMBER}))?(多|余|几)?(万亿|亿|万|千(?![瓦克米伏卡帕赫])|百)?(多|余)?(%|${UNIT_PATTERN})?(以上|左右|以内|以下|余|多)?`,
  'g',
);
/** Numbers that measure nothing: dates, ordinals, names with numbers, formulas like 1+5+3, service hours. */
const NO_MEASURE = [
  /《[^》]*》/g,
  /[“‘「『][^”’」』]{1,16}[”’」』]/g,
  /(?:1[89]|20)\d{2}\s*[-—~～至到]\s*(?:1[89]|20)\d{2}\s*年?/g,
  /(?:1[89]|20)\d{2}\s*年(?:度|底|初|末|代)?(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*[日号])?|\d{1,2}\s*月(?:\d{1,2}\s*[日号]|份|底|初|末|上旬|中旬|下旬)?|\d{1,2}\s*[日号](?!\p{Script=Han}*元)/gu,
  /\d{1,2}:\d{2}(?::\d{2})?/g,
  /[A-Za-z]+[-\d.]*\d|\d+(?=[A-Za-z])/g,
  /\d+(?:\s*[+×*/]\s*[\dN]+)+/g,
  /(?:[A-Za-z]|\d+号?)[座栋幢楼]\d+[层楼室]/g,
  /第\s*\d+|[前后]\d+(?:名|位|强)?(?![\d.,]*\s*[万亿%个家项])/g,
];

const mask = (text: string): string =>
  NO_MEASURE.reduce((rest, pattern) => rest.replace(pattern, (found) => '\u0001'.repeat(found.length)), text);

/** Every measured value of a paragraph, `由9.9%提升至90%` as one with the value before. */
export function findFigures(paragraph: string): FoundFigure[] {
  return readableSentences(paragraph).flatMap((sentence) => {
    const plain = simplified(sentence);
    const tokens = findTokens(plain);
    const found: FoundFigure[] = [];
    let subject = '';
    tokens.forEach((token, index) => {
      const next = tokens[index + 1];
      if (next && isChange(plain, token, next)) return;
      const previous = tokens[index - 1];
      const before = previous && isChange(plain, previous, token) ? previous : undefined;
      const change = before ? valueBefore(before, token) : undefined;
      const { value, unit, approx } = token;
      const doubts = [...token.doubts, ...(change?.doubts ?? []), ...(previous && !before && turns(plain, previous, token) ? [`前值可能是“${previous.value}${previous.unit}”，单位不同`] : [])];
      const start = before ? openingOfChange(plain, before.from) : token.from;
      const last = found.at(-1);
      const named = token.ranking === undefined
        ? nameFigure(sentence, start, token.to, unit) ?? totalOf(plain.slice(0, token.from), last?.name) ?? (previous && /^[、，和及]$/.test(plain.slice(previous.to, token.from)) ? last?.name : undefined) ?? (before && setUpBefore(sentence, start))
        : previous?.ranking !== undefined && token.from - previous.to <= 3 ? last?.name : nameRanking(sentence, token, subject || (last?.name ?? ''));
      const name = named && GROWTH.test(simplified(named)) ? `${subject}${named}` : named;
      if (named && name === named) subject = named;
      found.push({
        name: (name ?? (last?.unit === unit ? last.name : '待核指标')).slice(0, LONGEST_NAME), value, unit: unit && unitAsWritten(sentence, token), before: change?.before,
        date: figureDate(plain, start), approx, doubts: name ? doubts : [...doubts, '指标名'],
      });
    });
    return found;
  });
}

/** 设立转贷资金池，由8000万元增加到1.2亿元: what was set up in the clause before is what changed. */
const setUpBefore = (sentence: string, at: number): string | undefined =>
  /(?:设立|設立|建立|成立|组建|組建|建成|新建|开设|開設)([^，。；：、\d]{2,18})，$/.exec(sentence.slice(0, at))?.[1];

/** 同比增长3.2% says nothing without what grew. */
const GROWTH = /^(?:同比|环比|年均|分别|平均|比上年|较上年)*(?:增长|下降|提高|减少|增加|上升|降低|高于|低于)/;
const LONGEST_NAME = 30;

/** （总计1457家） counts what was counted just before. */
const totalOf = (before: string, previous: string | undefined): string | undefined =>
  previous && /(?:总计|总数|共计|合计|累计)(?:达到?|为)?$/.test(before) ? `${previous.replace(/^新增(?:各类)?/, '')}总数` : undefined;

/** Tokens in order. Offsets are those of the sentence as written; `to` is the end of the unit. */
function findTokens(plain: string): Token[] {
  const open = mask(plain);
  const counted = [...open.matchAll(TOKEN)].flatMap((match): Token[] => {
    const [, ahead = '', first = '', second, more1 = '', multiple = '', more2 = '', unit = '', behind = ''] = match;
    // 2年 is a span, 15年 of a century a date; 60多年 a span.
    if (unit === '年' && !/^\d{1,2}$/.test(first)) return [];
    // Persons are 72岁; a life expectancy is measured.
    if (unit === '岁' && !/(?:寿命|年龄)[^，。；]*$/.test(plain.slice(0, match.index))) return [];
    const from = match.index + ahead.length;
    const doubts: string[] = [];
    if (multiple && !unit) doubts.push('单位');
    if (/近|左右|以内|以下/.test(ahead + behind)) doubts.push(`原文为“${match[0]}”`);
    return [{
      from, to: match.index + match[0].length - behind.length,
      value: second ? `${first}～${second}` : first.replace(/,$/, ''),
      unit: multiple + unit, approx: approximation(ahead, more1 + more2, behind), doubts,
    }];
  });
  const rankings = findRankings(plain);
  const others = [...rankings, ...findHanCounts(open)].filter(({ from }) => !counted.some((token) => token.from === from));
  return shareUnits(plain, [...counted, ...others]);
}

/** 由498减至156项, 从18.4%下降为0: the unit said once holds for both. Any other bare number measures nothing. */
function shareUnits(plain: string, tokens: Token[]): Token[] {
  const sorted = tokens.sort((a, b) => a.from - b.from);
  sorted.forEach((token, index) => {
    const next = sorted[index + 1];
    // 由120个工作日压缩到45个
    if (next?.unit === '个' && token.unit.startsWith('个') && isChange(plain, token, { ...next, unit: token.unit })) next.unit = token.unit;
    if (!next || (token.unit === '') === (next.unit === '') || token.ranking !== undefined || next.ranking !== undefined) return;
    const [ours, theirs] = [token.unit || sharedUnit(token, next), next.unit || token.unit];
    if (isChange(plain, { ...token, unit: ours }, { ...next, unit: theirs })) [token.unit, next.unit] = [ours, theirs];
  });
  return sorted.filter(({ unit }) => unit !== '');
}

function approximation(ahead: string, more: string, behind: string): FoundFigure['approx'] {
  const mark = more + behind;
  if (mark.includes('多') || mark.includes('几')) return '多';
  if (mark.includes('余')) return '余';
  if (behind === '以上' || /超|逾|不低于|不少于|至少|突破/.test(ahead)) return '以上';
  return ahead === '约' || ahead === '近' || behind === '左右' ? '约' : undefined;
}

/** The unit in the script of the source: 3000多万株 gives 万株; one that is said with the other number only stays as it is. */
function unitAsWritten(sentence: string, { from, to, unit }: Token): string {
  const behind = sentence.slice(Math.max(from, to - unit.length), to);
  if (simplified(behind) === unit) return behind;
  const written = sentence.slice(from, to).replace(/^[\d,.\s\-－–—~～至到]+/u, '').replace(/[多余餘几幾]/, '');
  return simplified(written) === unit ? written : unit;
}

const CHANGE = /(?:[升高加长大展进跃增涨扩攀回翻拓]|[减少降低缩压短简跌落窄]|整合|合并|归并|优化|调整|改|变|移)了?(?:到|至|为|成)了?(?:[^，。；\d]{0,6})$/;

/** 从 A 提高到 B, of one unit; 万元 and 亿元 are one. */
const isChange = (plain: string, a: Token, b: Token): boolean => measuredBy(a.unit) === measuredBy(b.unit) && turns(plain, a, b);

/** 从 A 提高到 B, whatever their units. */
function turns(plain: string, a: Token, b: Token): boolean {
  const opening = plain.slice(Math.max(0, a.from - 14), a.from);
  const between = plain.slice(a.to, b.from).replace(/\d{4}年的?/, '');
  return /[由从将把](?!事)[^，。；]*$/.test(opening) && between.length <= 16 && CHANGE.test(between);
}

/** Where 由, 从, 将 or 把 opens the change whose first value stands at `from`. */
const openingOfChange = (plain: string, from: number): number => Math.max(...['由', '从', '将', '把'].map((word) => plain.lastIndexOf(word, from)));

/** 截至2015年底 → 2015-12; else the last year or month named before the figure outside of titles, unless it opens a span of years. */
function figureDate(plain: string, at: number): string | undefined {
  const date = [...plain.slice(0, at).replace(/[“「『《][^”」』》]*[”」』》]/g, '').matchAll(/(截[至止]\S{0,2})?(\d{4})年(?:(\d{1,2})月|(底|末))?(?!以来|起|以后|以前|的)/g)].at(-1);
  if (!date) return undefined;
  const [, until, year, month, end] = date;
  if (month) return `${year}-${month.padStart(2, '0')}`;
  return until && end ? `${year}-12` : year;
}
