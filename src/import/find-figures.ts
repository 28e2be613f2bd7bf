import { figureDate } from './figure-date.ts';
import { findTokens } from './find-tokens.ts';
import { LONGEST_NAME, nameFigure } from './figure-name.ts';
import { nameGrowth, nameShare, namesOfList, nameTimes } from './figure-subject.ts';
import { nameRanking } from './rankings.ts';
import { simplified } from './simplified.ts';
import { readableSentences } from './sentences.ts';
import { changesOf, openingOfChange, turns, valueBefore } from './value-before.ts';
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

/** Every measured value of a paragraph, `由9.9%提升至90%` as one with the value before. */
export const findFigures = (paragraph: string): FoundFigure[] => readableSentences(paragraph).flatMap(figuresOf);

function figuresOf(sentence: string): FoundFigure[] {
  const plain = simplified(sentence);
  const all = findTokens(plain);
  const changes = changesOf(plain, all);
  const were = new Set(changes.values());
  const tokens = all.filter((token) => !were.has(token));
  const found: FoundFigure[] = [];
  const listed: string[] = [];
  let subject = '';
  tokens.forEach((token, index) => {
    const previous = all[all.indexOf(token) - 1];
    const before = changes.get(token);
    const change = before ? valueBefore(before, token) : undefined;
    const { value, unit, approx, ranking } = token;
    const start = before ? openingOfChange(plain, before.from) : token.from;
    const last = found.at(-1);
    if (listed.length === 0) listed.push(...namesOfList(sentence, tokens.slice(index), start, found.map(({ name }) => name)));
    const told = listed.shift();
    const named = ranking === undefined
      ? told ?? (unit === '倍' ? nameTimes(sentence.slice(0, token.from), subject) : undefined) ?? nameFigure(sentence, start, besideOf(token, tokens[index + 1]), unit) ?? nameOtherwise()
      : previous?.ranking !== undefined && token.from - previous.to <= 3 ? last?.name : nameRanking(sentence, token, subject || (last?.name ?? ''));
    const name = named && (told ?? nameShare(named, subject, unit) ?? nameGrowth(named, subject));
    if (named && name === named && !told && unit !== '倍' && ranking === undefined) subject = named.replace(/(?<=.{2})[占佔].+比重$/, '');
    const doubts = [
      ...token.doubts, ...(change?.doubts ?? []),
      ...(previous && !before && turns(plain, previous, token) ? [`前值可能是“${previous.value}${previous.unit}”，单位不同`] : []),
      ...(isGoal(plain, start) ? ['像是目标'] : []), ...(name ? [] : ['指标名']),
    ];
    found.push({
      name: (name ?? (last?.unit === unit ? last.name : '待核指标')).slice(0, LONGEST_NAME), value, unit: unit && unitAsWritten(sentence, token), before: change?.before,
      date: figureDate(plain, start), approx, doubts,
    });

    /** Where its own clause does not say what is counted. */
    function nameOtherwise(): string | undefined {
      const next = tokens[index + 1];
      const isPair = next?.unit === unit && /^[和及与]$/.test(plain.slice(token.to, next.from));
      return (isPair ? nameFigure(sentence, next.from, next.to, unit) : undefined)
        ?? (last && unit === '%' && previous && /^的$/.test(plain.slice(previous.to, token.from)) ? `${last.name}比例` : undefined)
        ?? (last?.unit === unit ? totalOf(plain.slice(0, token.from), last.name) : undefined)
        ?? (previous && /^[、，和及]$/.test(plain.slice(previous.to, token.from)) ? last?.name : undefined)
        ?? (before && (setUpBefore(sentence, start) ?? notGrowth(nameFigure(sentence, before.from, before.to, unit))));
    }
  });
  return found;
}

const notGrowth = (name: string | undefined): string | undefined => (name && nameGrowth(name, '?') === name ? name : undefined);

/** 出台4大类19项措施: what is counted stands behind both. */
const besideOf = ({ to }: Token, next?: Token): number => (next?.from === to ? next.to : to);

/** 设立转贷资金池，由8000万元增加到1.2亿元: what was set up in the clause before is what changed. */
const setUpBefore = (sentence: string, at: number): string | undefined =>
  /(?:设立|設立|建立|成立|组建|組建|建成|新建|开设|開設)([^，。；：、\d]{2,18})，$/.exec(sentence.slice(0, at))?.[1];

/** （总计1457家） counts what was counted just before. */
const totalOf = (before: string, previous: string): string | undefined =>
  /(?:总计|总数|共计|合计|累计)(?:达到?|为)?$/.test(before) ? `${previous.replace(/^新增(?:各类)?/, '')}总数` : undefined;

/** 到2025年，要建成10个; 力争覆盖率达到90%. */
const isGoal = (plain: string, at: number): boolean => /(?:目标[：:]|力争|争取(?=在|到\d|年)|(?<!即|必|可)将(?=关闭|新建|新增|建成|完成|实现|投入|达到|开工|改造)|到\d{4}年(?:底|末|\d+月底?)?(?:以?前)?，?(?:要|将|力争|实现|建成|完成))[^。；]*$|(?:(?<!年|年度|全年|纳入)计划(?!安排|经济|生育|单列|性|的|和)|预计|拟于?)[^。；，》”]*$/.test(plain.slice(Math.max(0, at - 40), at));

/** The unit in the script of the source: 3000多万株 gives 万株; one that is said with the other number only stays as it is. */
function unitAsWritten(sentence: string, { from, to, unit }: Token): string {
  const behind = sentence.slice(Math.max(from, to - unit.length), to);
  if (simplified(behind) === unit) return behind;
  const written = sentence.slice(from, to).replace(/^[\d,.\s\-－–—~～至到]+/u, '').replace(/[多余餘几幾]/, '');
  return unit.startsWith(simplified(written)) ? written + unit.slice(written.length) : unit;
}
