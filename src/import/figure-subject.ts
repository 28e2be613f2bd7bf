import { simplified } from './simplified.ts';
import type { Token } from './token.ts';

/** 同比增长3.2% says nothing without what grew. */
const GROWTH = /^(?:同比|环比|年均|分别|平均|同口径|可比口径|可比|(?:同?比|较|与)(?:.{1,12}?)(?:相比)?)*(?:净?增长?|增速|增幅|降幅|下降|提高|增加|减少|上升|降低|提升|回落|压减|压缩|缩短|翻)(?:了|到|至|近|约|幅度)?$|^(?:高于|低于|高出|高过).*$/;

/** Growth, and 其比重, with what they are told of. */
export const nameGrowth = (named: string, subject: string): string =>
  subject && /^其(?!他|中|它|余)/.test(named) ? `${subject}${named.slice(1)}` : GROWTH.test(simplified(named)) && !simplified(subject).endsWith(simplified(named)) ? `${subject}${named}` : named;

/** 占全市的27% is told of what was measured before. */
export function nameShare(named: string, subject: string, unit: string): string | undefined {
  const plain = simplified(named);
  if (unit !== '%' || !/占(?!地|用)/.test(plain)) return undefined;
  const share = plain.endsWith('占') ? `${named}比` : /占比$|比[重例]$|占比/.test(plain) ? named : `${named}比重`;
  return /^(?:约|仅|均)?占/.test(plain) ? fit(subject, share.replace(/^[约約仅僅均]/, '')) : share;
}

/** 是上年的2倍 is told of what was measured before; 强度是平均水平的2倍 says it itself. */
export function nameTimes(head: string, subject: string): string | undefined {
  const [, told, base] = /([^，。；：、（）\d]*)(?:是|为|為|达到?|達到?|相当于|相當於)([^，。；：、（）]{1,12}(?:年|期|期间|期間|末|底|平均|水平|平均数|时|時|前))的?(?:近|约|約)?$/.exec(head.slice(-LONGEST_LIST)) ?? [];
  return base === undefined ? undefined : fit(told || subject, `与${base}之比`);
}

const LONGEST_WITH_SUBJECT = 28;
const fit = (subject: string, name: string): string => (subject.length + name.length <= LONGEST_WITH_SUBJECT ? `${subject}${name}` : name);

/** Patterns that end at a number look back no further. */
const LONGEST_LIST = 120;
const AND = /^[、和及与與]$/;
const LISTED = /([^，。；：]*)，?(?:分别|分別)([^，。；：、\d]*)$/u;
/** A和B分别为3件和5件，增长1%和2%: what grew are the things of the list before. */
const GREW = /，()((?:同比|比上年|较上年)?(?:增长|增長|下降|提高|增加|减少|減少))$/u;
const MEASURED = /(?:达到|達到|达|達|为|為|是|有|了|到|至)$/;
const ADVERB = /(?:同比|环比|環比|年均|平均|均|已|共)$/;

/**
 * Names of the values that 分别 hands out one by one: A和B同比分别增长3%和5%; A3件，B5件，分别增加1件、2件, where `earlier`
 * are the figures told before. Nothing where the things and the values are not as many.
 */
export function namesOfList(sentence: string, tokens: Token[], start: number, earlier: string[]): string[] {
  const head = sentence.slice(Math.max(0, start - LONGEST_LIST), start).replace(/(?:超过|超過|超|约|約|近)$/, '');
  const lead = LISTED.exec(head) ?? (/分[别別]/.test(head) ? GREW.exec(head) : null);
  if (!lead || tokens.length < 2) return [];
  const end = tokens.findIndex((token, index) => index > 0 && !AND.test(sentence.slice(tokens[index - 1]!.to, token.from)));
  const count = end === -1 ? tokens.length : end;
  const [, told = '', verb = ''] = lead;
  const adverb = ADVERB.exec(told)?.[0] ?? '';
  const things = told.slice(0, told.length - adverb.length).replace(/^.*[\d%][^、]*$/u, '');
  const measure = `${/同比|环比|環比|年均/.test(adverb) ? adverb : ''}${verb.replace(MEASURED, '')}`;
  const tail = /^[占佔]$/.test(measure) ? '占比' : /^完成.*的$/.test(measure) ? `${measure.slice(0, -1)}比例` : measure.replace(/的$/, '');
  const parts = townAndCountry(things).split(/[、和及与與]/).map((part) => part.replace(/^其中/, '').trim()).filter(Boolean);
  const names = count < 2 ? [] : parts.length === count ? withSharedEnd(parts.map((part) => part.replace(/^其/, parts[0]!))) : things === '' && earlier.length >= count ? earlier.slice(-count) : [];
  return names.map((name) => `${name}${tail}`);
}

/** 城乡居民收入 are two incomes. */
const townAndCountry = (things: string): string =>
  /[、和及与與]/.test(things) ? things : things.replace(/^.{0,4}城([乡鄉])居民(.+)$/u, (_, script: string, rest: string) => (script === '鄉' ? `城鎮居民${rest}、農村居民${rest}` : `城镇居民${rest}、农村居民${rest}`));

/** 城镇和农村居民人均收入 are two incomes: what the last of names as long as each other has more belongs to all. */
function withSharedEnd(parts: string[]): string[] {
  const [last = '', ...others] = parts.toReversed();
  const long = others[0]?.length ?? 0;
  const isShared = last.length > long && others.every((part) => part.length === long && !/[率比数數量额額值入资資]$/.test(part));
  return isShared ? [...others.toReversed().map((part) => part + last.slice(long)), last] : parts;
}
