import { simplified } from './simplified.ts';
import { UNIT_PATTERN } from './units.ts';

/** Numbers that measure nothing: dates, ordinals, names with numbers, formulas like 1+5+3, service hours, scales. */
const NO_MEASURE = [
  /《[^》]*》/g,
  /[“‘「『][^”’」』]{1,16}[”’」』]/g,
  /(?:1[89]|20)\d{2}\s*[-—~～至到]\s*(?:1[89]|20)\d{2}\s*年?/g,
  /(?:1[89]|20)\d{2}\s*年(?:度|底|初|末|代)?(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*[日号])?|\d{1,2}\s*月(?:\d{1,2}\s*[日号]|份|底|初|末|上旬|中旬|下旬)?|\d{1,2}\s*[日号](?!\p{Script=Han}*元)/gu,
  /\d{1,2}:\d{2}(?::\d{2})?/g,
  /1[:∶]\d{2,}/g,
  /[A-Za-z]+[-\d.]*\d|\d+(?=[A-Za-z])/g,
  /\d+(?:\s*[+×*/]\s*[\dN]+)+/g,
  /(?:[A-Za-z]|\d+号?)[座栋幢楼]\d+[层楼室]/g,
  /第\s*\d+|(?<!改革|整合|调整|合并|优化|实施)[前后]\d+(?:名|位|强)|(?<!提)前\d+(?:个月|季度)/g,
  /前[一二三四五六七八九十百]+(?:名|位|强)/g,
  /(?<=[个处家座台间])24小时/g,
  // 用3～5年时间, 18个月新低
  // 15分钟便民圈
  /\d+(?:分钟|公里)(?=[^，。；、\d]{0,10}圈)/g,
  // 突破300亿元大关
  /(?:突破|跨越|迈上|超过?|过)\d[\d.]*[万亿]*元?(?:的?大关|台阶|关口)/g,
  /用\d{1,2}(?:[-—～~至到]\d{1,2})?年时间|\d+(?:个月|年)(?=[来内]?(?:最|新[高低]))/g,
  // 近3年, 5年来, 5年累计: how long is looked back.
  /(?:近|过去|这|前)\d{1,2}年|(?<!\d)\d{1,2}年(?=来|间|累计|共|提高|增长|增加|提升|下降|减少|降低)/g,
];

const HIDDEN = '\u0001';
export const hide = (text: string, patterns: RegExp[]): string => patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => HIDDEN.repeat(found.length)), text);

const AMOUNT = String.raw`(?<![\d.])\d[\d,]*(?:\.\d+)?(?:[-~～至到]\d[\d.,]*)?[万亿]?`;
/** Extents and ages; of these, not of pieces, 以上的 says which things are meant. */
const EXTENT = '(?:平方米|平方公里|公顷|亩|元|岁|分|吨|年|公里|米|小时|天|头|只)';
/** Between the limit and the number of things within it nothing is done. */
const THINGS = '(?!参加|参与|报名|受益|就业|入驻|到|前往|享受|获)[^，。；：、（）\\d建购用]{1,16}(?<!完成|实施|开展|支持|帮助|改造|增长)';
const LIMIT = new RegExp(
  [
    // 300万元以上项目31项, 50亩以上的大户12户
    `${AMOUNT}${UNIT_PATTERN}(?:及)?以[上下内](?:的)?(?=${THINGS}(?:共|达到?|有)?\\d)`,
    // 经营性资产10万元以上的村
    `${AMOUNT}${EXTENT}(?:及)?以[上下内]的(?=[^，。；、\\d])`,
    // 100亩以上、期限10年以上的大户
    `${AMOUNT}${EXTENT}以[上下](?=[、及和][^，。；\\d]{0,8}\\d[\\d.万亿]*${UNIT_PATTERN}以[上下]的)`,
    // 年度增幅超过20%的项目
    `(?<=(?:增幅|涨幅|降幅|比例|占比|收入|资产|金额|面积)(?:超过|低于|高于|不足|达到|不低于))${AMOUNT}(?:%|${EXTENT})(?:及?以上)?的(?=[^，。；、\\d])`,
    // 优良（80分以上）
    `(?<=（)${AMOUNT}${UNIT_PATTERN}(?:及)?以[上下](?=）)|(?<=（)\\d+[-~～]\\d+[分岁](?=）)`,
  ].join('|'),
  'g',
);

/** 年收入10万元以上的村, 300万元以上项目31项: which things are meant, and nothing measured; by their places. */
export const findLimits = (plain: string): { index: number; text: string }[] =>
  [...hide(plain, NO_MEASURE.slice(0, 2)).matchAll(LIMIT)].map(({ index, 0: text }) => ({ index, text: text.replace(/的$/, '') }));

/** A Simplified sentence with what measures nothing hidden, every other character in its place. */
export function measuresOnly(plain: string): string {
  const open = hide(plain, NO_MEASURE).split('');
  for (const { index, text } of findLimits(plain)) open.fill(HIDDEN, index, index + text.length);
  return open.join('');
}

export const limitsOf = (sentence: string): string[] => findLimits(simplified(sentence)).map(({ index, text }) => sentence.slice(index, index + text.length));
