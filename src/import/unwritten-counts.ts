import { simplified } from './simplified.ts';

/** A count in words that is no single value: an editor decides whether a figure can be made of it. */
const COUNT = new RegExp(
  [
    '(?:近|超|逾|约)?(?<![零一二三四五六七八九十两数])[一二三四五六七八九]成(?:以上|多|左右)?(?![员立果功本分绩效交熟长为就都套])',
    '翻了?[一两三四五六七八九\\d]+番|翻番',
    '\\d+(?:\\.\\d+)?\\s*[∶:：]\\s*\\d+(?:\\.\\d+)?',
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

/** 三成, 翻一番, 2.1∶1, 三分之二, 减半: said in words or as a ratio, and therefore in no draft's figures. */
export function findUnwrittenCounts(paragraph: string): string[] {
  const open = NO_COUNT.reduce((rest, pattern) => rest.replace(pattern, (found) => '\u0001'.repeat(found.length)), simplified(paragraph));
  return [...open.matchAll(COUNT)].flatMap(({ index, 0: found }) =>
    COLON.test(found) && !/比[^，。；]*$/.test(open.slice(0, index)) ? [] : [paragraph.slice(index, index + found.length)],
  );
}
