import { hide, limitsOf } from './no-measure.ts';
import { simplified } from './simplified.ts';

/** A count in words that is no single value: an editor decides whether a figure can be made of it. */
const COUNT = new RegExp(
  [
    '(?:近|超|逾|约)?(?<![零一二三四五六七八九十两数])[一二三四五六七八九]成(?:以上|多|左右)?(?![员立果功本分绩效交熟长为就都套])',
    '翻了?[一两三四五六七八九\\d]+番|翻番',
    '\\d+(?:\\.\\d+)?(?:\\s*[∶:：]\\s*\\d+(?:\\.\\d+)?)+',
    // 占全市的1/3
    '(?<=[的近约占达有为是少降超])\\d{1,2}/\\d{1,2}(?![\\d/])',
    // 进入全国前十名
    '(?<=(?:进入|跻身|位居|位列|居|占据|排名|全国|全省|全市|同类)[^，。；]{0,6})前(?:\\d+|[一二三四五六七八九十百]+)(?:名|位|强)',
    '[二三四五六七八九十]分之[一二三四五六七八九两]+',
    '百分之百',
    '(?:减|压缩|缩短|降低|下降)半|一半|半数|过半',
  ].join('|'),
  'g',
);
/** Names of things in quotation marks and titles count nothing. */
const NO_COUNT = [/《[^》]*》/g, /[“‘「『][^”’」』]{1,16}[”’」』]/g];
/** 9:00 is an hour; with a common colon only what is called 比 is a ratio. */
const COLON = /[:：]/;

/** 三成, 翻一番, 2.1∶1, 三分之二, 减半, 前十名, 50亩以上的大户: words, ratios and limits, and therefore in no draft's figures. */
export function findUnwrittenCounts(paragraph: string): string[] {
  const open = hide(simplified(paragraph), NO_COUNT);
  const counts = [...open.matchAll(COUNT)].flatMap(({ index, 0: found }) =>
    COLON.test(found) && !/比[^，。；]*$/.test(open.slice(0, index)) ? [] : [paragraph.slice(index, index + found.length)],
  );  return [...counts, ...limitsOf(paragraph)];
}
