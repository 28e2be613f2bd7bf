import { findHanCounts } from './han-counts.ts';
import { findRankings } from './rankings.ts';
import { measuresOnly } from './no-measure.ts';
import { UNIT_PATTERN } from './units.ts';
import { isChange, sharedUnit } from './value-before.ts';
import type { Token } from './token.ts';

const NUMBER = /\d[\d,]*(?:\.\d+)?/.source;
const TOKEN = new RegExp(
  `(约|近|不超过|超过|超|逾|不低于|不少于|至少|突破)?(${NUMBER})(?:\\s*[-－–—~～至到]\\s*(${NUMBER}))?(多|余|几)?(万亿|亿|万|千(?![瓦克米伏卡帕赫])|百)?(多|余)?(%|${UNIT_PATTERN})?(以上|左右|以内|以下|余|多(?![晶元样功媒种个次层方边]))?`,
  'g',
);

/** The measured values of a sentence in Simplified script, in order. Offsets are those of the sentence; `to` is the end of the unit. */
export function findTokens(plain: string): Token[] {
  const open = measuresOnly(plain);
  const counted = [...open.matchAll(TOKEN)].flatMap((match): Token[] => {
    const [, ahead = '', first = '', second, more1 = '', multiple = '', more2 = '', written = '', behind = ''] = match;
    // 3.6万贫困人口 are persons.
    const unit = written || (multiple ? impliedUnit(plain.slice(match.index + match[0].length)) : '');
    // 2年 is a span, 15年 of a century a date; 60多年 a span.
    if (unit === '年' && !/^\d{1,2}$/.test(first)) return [];
    // Persons are 72岁; a life expectancy is measured.
    if (unit === '岁' && !/(?:寿命|年龄)[^，。；]*$/.test(plain.slice(0, match.index))) return [];
    // 1.2类新药 is a name.
    if (/^[类大期级批轮届]$/.test(unit) && first.includes('.')) return [];
    const from = match.index + ahead.length;
    const doubts: string[] = [];
    if (multiple && !written) doubts.push('单位');
    if (/近|左右|以内|以下|不超过/.test(ahead + behind)) doubts.push(`原文为“${match[0]}”`);
    return [{
      from, to: match.index + match[0].length - behind.length,
      value: second ? `${first}～${second}` : first.replace(/,$/, ''),
      unit: multiple + unit, approx: approximation(ahead, more1 + more2, behind), doubts,
    }];
  });
  const others = [...findRankings(plain), ...findHanCounts(open)].filter(({ from }) => !counted.some((token) => token.from === from));
  return joinRanges(plain, shareUnits(plain, [...counted, ...others]));
}

const impliedUnit = (after: string): string => /^[^，。；、\d的]{0,8}?(?:(人口|群众|农民|居民|职工|学生|师生|干部|老人|村民|牧民|党员|劳动力)|([农牧商用贫困搬迁居民]{1,2}户))/.exec(after)?.slice(1).map((one, index) => (one ? '人户'[index] : '')).join('') ?? '';

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
  // 分别高出4个、3个、2个百分点
  sorted.toReversed().forEach((next, index) => {
    const token = sorted[sorted.length - 2 - index];
    if (token?.unit === '个' && /^个./.test(next.unit) && /^[、和及]$/.test(plain.slice(token.to, next.from))) token.unit = next.unit;
  });
  return sorted.filter(({ unit }) => unit !== '');
}

/** 4%～15%, 3个至5个: a range whose unit stands at both ends. */
const joinRanges = (plain: string, tokens: Token[]): Token[] =>
  tokens.reduce<Token[]>((joined, token) => {
    const last = joined.at(-1);
    const isRange = last && (last.unit === token.unit || (last.unit === '个' && token.unit.startsWith('个'))) && !last.value.includes('～') && /^(?:[-－–—~～]|至)$/.test(plain.slice(last.to, token.from)) && !/[由从][^，。；]{0,8}$/.test(plain.slice(0, last.from));
    return isRange ? [...joined.slice(0, -1), { ...token, from: last.from, value: `${last.value}～${token.value}` }] : [...joined, token];
  }, []);

function approximation(ahead: string, more: string, behind: string): Token['approx'] {
  const mark = more + behind;
  if (mark.includes('多') || mark.includes('几')) return '多';
  if (mark.includes('余')) return '余';
  if (behind === '以上' || /^超|逾|不低于|不少于|至少|突破/.test(ahead)) return '以上';
  return ahead === '约' || ahead === '近' || behind === '左右' ? '约' : undefined;
}
