import type { RuleName } from '../rules.ts';
import { HIDDEN } from './mask.ts';
import type { Passage } from './passage.ts';

/** A change that is safe without a reader: `npm run check` names it, `npm run fix` makes it. */
export interface Edit {
  rule: RuleName;
  start: number;
  end: number;
  replacement: string;
}

const HAN = '\\p{Script=Han}〇';
const MARK_BEFORE = '”’》〉」』）】％%';
const MARK_AFTER = '“‘《〈「『（【';

/**
 * Changes in the order of the text, never overlapping. What is hidden in `open` is not changed, yet it counts as a
 * neighbour: a comma after 《…》 stands between Han characters.
 */
export function findEdits(passage: Passage): Edit[] {
  const edits = [...halfWidth(passage), ...brackets(passage), ...ranges(passage), ...spaces(passage), ...indents(passage)];
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return edits.filter((edit, index) => index === 0 || edit.start >= edits[index - 1]!.end);
}

const isOpen = ({ open }: Passage, start: number, end: number): boolean => !open.slice(start, end).includes(HIDDEN);

/** Matches of a pattern whose changed part (the whole match) is neither code nor quotation. */
function* openMatches(passage: Passage, pattern: RegExp): Generator<RegExpExecArray> {
  for (const match of passage.text.matchAll(pattern)) {
    if (isOpen(passage, match.index, match.index + match[0].length)) yield match;
  }
}

const FULL_WIDTH: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。', '(': '（', ')': '）' };

/** GB/T 15834: between Han characters punctuation is full width; 10,000, 24:00 and 1:3 stay as they are. */
const PUNCTUATION = [
  new RegExp(`(?<=[${HAN}${MARK_BEFORE}])[,;:!?](?![,;:!?/])(?:[ \\t]*(?=[${HAN}${MARK_AFTER}A-Za-z0-9])|(?=[ \\t]*$))`, 'gmu'),
  new RegExp(`(?<=[A-Za-z0-9])[,;!?][ \\t]*(?=[${HAN}“《「（])`, 'gu'),
  new RegExp(`(?<=[${HAN}])\\.(?=[ \\t]*$)`, 'gmu'),
];

function* halfWidth(passage: Passage): Generator<Edit> {
  if (!/[,;:!?.]/.test(passage.open)) return;
  for (const pattern of PUNCTUATION) {
    for (const { 0: found, index } of openMatches(passage, pattern)) {
      yield { rule: 'style/half-width', start: index, end: index + found.length, replacement: FULL_WIDTH[found[0]!]! };
    }
  }
}

/** Both brackets of a pair or none: 合作(PPP)模式, PPP(政府和社会资本合作). */
function* brackets(passage: Passage): Generator<Edit> {
  const { text, open } = passage;
  if (!open.includes('(')) return;
  for (const { 0: found, 1: inside, index } of text.matchAll(/\(([^()\n]*)\)/g)) {
    const end = index + found.length;
    const inHan = new RegExp(`[${HAN}]`, 'u').test(inside!);
    const afterHan = new RegExp(`[${HAN}${MARK_BEFORE}]$`, 'u').test(text.slice(Math.max(0, index - 2), index));
    if (!(inHan || afterHan) || open[index] !== '(' || open[end - 1] !== ')') continue;
    yield { rule: 'style/half-width', start: index, end: index + 1, replacement: '（' };
    yield { rule: 'style/half-width', start: end - 1, end, replacement: '）' };
  }
}

const UNIT =
  '[%％‰℃个個家户戶人名位万萬亿億千百元条條项項次天周年岁歲米公里吨噸亩畝平方小分度层層倍成件起处處所座辆輛台份期批类類种種支只隻株头頭粒场場套门門节節斤克升瓦伏秒级級折环環角页頁月日时時]';
const RANGE = new RegExp(
  `(?<![\\d.,:/A-Za-z〔〕第图圖表\\-~～—–－])(\\d+(?:\\.\\d+)?[%％]?)(?:[ \\t]*(?:-{1,2}|[~–－])[ \\t]*|—{1,2})(\\d+(?:\\.\\d+)?)(?=[余多]?[ \\t]*${UNIT})`,
  'gu',
);
const TIME_RANGE = /^(?:年|月|日|时|時)/;
/** The unit stands at both ends: 9:00-17:00, 3月-5月, 300元-500元. The first group is what stays before the joiner. */
const EVEN_RANGES: [RegExp, joiner: string][] = [
  [/(?<![\d:.\-—～])(\d{1,2}:[0-5]\d)[ \t]*(?:[-~–－]|——?)[ \t]*\d{1,2}:[0-5]\d(?![\d:])/g, '—'],
  [/(?<![\d.\-—])(\d{4}年|\d{1,2}[月日时時])[ \t]*(?:-{1,2}|[~–－]|——?)[ \t]*(?:\d{4}年|\d{1,2}[月日时時])/g, '—'],
  [new RegExp(`(?<![\\d.\\-—])(\\d+(?:\\.\\d+)?((?:万|亿)?(?![年月日时時])${UNIT}))[ \\t]*(?:-{1,2}|[~–－]|—{1,2})[ \\t]*\\d+(?:\\.\\d+)?\\2`, 'gu'), '～'],
];

/** 3-5个 → 3～5个, 2014-2018年 → 2014—2018年 (GB/T 15834: ～ joins quantities, — joins times). Digits are not touched. */
function* ranges(passage: Passage): Generator<Edit> {
  for (const match of openMatches(passage, RANGE)) {
    const [found, from = '', to = ''] = match;
    const end = match.index + found.length;
    const isYears = /^\d{4}$/.test(from) && /^\d{4}$/.test(to);
    // “3-5年” is as likely a span of time as two years, so only whole years and calendar months or days take —.
    const isTime = TIME_RANGE.test(passage.text.slice(end)) && (isYears || /^[月日时時]/.test(passage.text.slice(end)));
    if (Number.parseFloat(from) >= Number.parseFloat(to) && !isTime) continue;
    const joiner = isTime ? '—' : '～';
    const at = match.index + from.length;
    if (passage.text.slice(at, end - to.length) === joiner) continue;
    yield { rule: 'style/range', start: at, end: end - to.length, replacement: joiner };
  }
  for (const [pattern, joiner] of EVEN_RANGES) {
    for (const { 0: found, 1: from = '', index } of openMatches(passage, pattern)) {
      const written = /^[^\d]+/u.exec(found.slice(from.length))![0];
      const start = index + from.length;
      if (written !== joiner) yield { rule: 'style/range', start, end: start + written.length, replacement: joiner };
    }
  }
}

const SPACE = new RegExp(
  `(?<=[${HAN}，。；：！？、”》」）])[ \\t\u00A0\u3000]+(?=[${HAN}A-Za-z0-9“《「（，。；：！？、”》」）])|(?<=[A-Za-z0-9%％])[ \\t\u00A0\u3000]+(?=[${HAN}“《「（，。；：！？、”》」）])`,
  'gu',
);

/** 2015 年, PPP 模式, 深 化: the page sets the gap between scripts itself. Marks that open a line are no text. */
function* spaces(passage: Passage): Generator<Edit> {
  let line = { start: 0, end: -1, isHeading: false };
  for (const { 0: found, index } of openMatches(passage, SPACE)) {
    // 破浪正当时 拼搏铸辉煌: in a heading, a line without a sentence, the space stands between two phrases.
    if (index >= line.end) {
      const [start, end] = [passage.text.lastIndexOf('\n', index - 1) + 1, (passage.text.indexOf('\n', index) + 1 || passage.text.length + 1) - 1];
      line = { start, end, isHeading: passage.role === 'title' || !/[。，；！？,;!?|]/.test(passage.text.slice(start, end)) };
    }
    // A bare address is a link only behind a space.
    if (passage.plain[index - 1] === HIDDEN || passage.plain[index + found.length] === HIDDEN) continue;
    const before = passage.text.slice(Math.max(line.start, index - 8), index);
    // 张　三: two single characters set apart by a full-width space are a name in a list of persons.
    const isName = found === '\u3000' && /(?:^|[\s、，：])\p{Script=Han}$/u.test(before);
    const inHan = /\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(passage.text.slice(index + found.length, index + found.length + 2));
    if (isName || (line.isHeading && inHan)) continue;
    yield { rule: 'style/space', start: index, end: index + found.length, replacement: '' };
  }
}

/** In front of a mark that opens a heading, list, quotation, table or note the spaces keep it a paragraph. */
const INDENT = /^[ \t]*[\u3000\u00A0][ \t\u3000\u00A0]*(?=\S)(?![#>|=`~<]|[+*-](?:[ \t]|[*-]{2})|\d{1,9}[.)][ \t]|\[[^\]\n]*\]:)/gm;

/** Paragraphs pasted from Word open with two full-width spaces; the page indents by itself. */
function* indents(passage: Passage): Generator<Edit> {
  if (passage.role !== 'body') return;
  for (const { 0: found, index } of openMatches(passage, INDENT)) {
    yield { rule: 'style/indent', start: index, end: index + found.length, replacement: '' };
  }
}
