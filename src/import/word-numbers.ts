import type { WordStyle } from './word-styles.ts';
import { childNamed, descendants, elementsOf, unescapeXml, valueOf, type XmlElement } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** `第%1章`, `%1.%2`. */
  text: string;
  styleId?: string;
  legal: boolean;
}

const DIGITS = [...'〇一二三四五六七八九'];

/** 1–99 as a Chinese list counts: 一, 十, 十一, 二十. */
function counting(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const [tens, units] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? DIGITS[tens]! : ''}${tens > 0 ? '十' : ''}${units > 0 ? DIGITS[units]! : ''}`;
}

const pick = (characters: string) => (value: number): string => [...characters][value - 1] ?? String(value);

function roman(value: number): string {
  const numerals: [number, string][] = [[50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
  let [left, text] = [value, ''];
  for (const [size, mark] of numerals) for (; left >= size; left -= size) text += mark;
  return value < 90 ? text : String(value);
}

/** Ways of counting, by the names of ECMA-376 part 1, 17.18.59; any other shows digits. */
const FORMATS: Record<string, (value: number) => string> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)),
  chineseCounting: counting, chineseCountingThousand: counting, japaneseCounting: counting, taiwaneseCounting: counting, taiwaneseCountingThousand: counting,
  ideographDigital: (value) => [...String(value)].map((digit) => DIGITS[Number(digit)]).join(''),
  chineseLegalSimplified: pick('壹贰叁肆伍陆柒捌玖拾'),
  ideographTraditional: pick('甲乙丙丁戊己庚辛壬癸'), ideographZodiac: pick('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: pick('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'), decimalEnclosedCircleChinese: pick('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  decimalEnclosedParen: pick('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽'), decimalEnclosedFullstop: pick('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑'),
  upperLetter: pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), lowerLetter: pick('abcdefghijklmnopqrstuvwxyz'),
  upperRoman: roman, lowerRoman: (value) => roman(value).toLowerCase(),
};

/**
 * Word keeps 一、（一）1. out of the text and counts anew each time a file is shown. Gives the number of each paragraph,
 * asked in reading order: empty for bullets, nothing for paragraphs of no list.
 */
export function countWordNumbers(numbering: XmlElement | undefined, styleOf: (id: string | undefined) => WordStyle | undefined): (properties: XmlElement | undefined) => string | undefined {
  const abstracts = new Map((numbering ? descendants(numbering, 'w:abstractNum') : []).map((one) => [one.attributes['w:abstractNumId'] ?? '', one]));
  const numbers = new Map((numbering ? elementsOf(numbering) : []).filter(({ name }) => name === 'w:num').map((one) => [one.attributes['w:numId'] ?? '', one]));
  const counters = new Map<string, number[]>();
  const restarted = new Set<string>();

  const findList = (numId: string): { key: string; levels: Level[] } | undefined => {
    const number = numbers.get(numId);
    const key = valueOf(number, 'w:abstractNumId') ?? '';
    const abstract = abstracts.get(key);
    if (!abstract) return undefined;
    const link = valueOf(abstract, 'w:numStyleLink');
    const linked = link === undefined ? undefined : styleOf(link)?.numId;
    if (linked !== undefined && linked !== numId && valueOf(numbers.get(linked), 'w:abstractNumId') !== key) return findList(linked);
    return { key, levels: readLevels(abstract) };
  };

  return (properties) => {
    const style = styleOf(valueOf(properties, 'w:pStyle'));
    const own = childNamed(properties, 'w:numPr');
    const numId = valueOf(own, 'w:numId') ?? style?.numId;
    const list = numId === undefined || numId === '0' ? undefined : findList(numId);
    if (!list) return undefined;
    const ofStyle = style ? list.levels.findIndex(({ styleId }) => styleId === style.id) : -1;
    const at = Number(valueOf(own, 'w:ilvl') ?? (ofStyle === -1 ? style?.level ?? 0 : ofStyle));
    const level = list.levels[at];
    if (!level) return undefined;
    const counts = counters.get(list.key) ?? [];
    const override = elementsOf(numbers.get(numId!) ?? { name: '', attributes: {}, children: [] })
      .filter(({ name, attributes }) => name === 'w:lvlOverride' && attributes['w:ilvl'] === String(at))
      .map((one) => valueOf(one, 'w:startOverride'))[0];
    const anew = override !== undefined && !restarted.has(`${numId} ${at}`);
    if (anew) restarted.add(`${numId} ${at}`);
    const next = anew ? Number(override) : counts[at] === undefined ? level.start : counts[at] + 1;
    const now = [...Array.from({ length: at }, (_, above) => counts[above] ?? list.levels[above]?.start ?? 1), next];
    counters.set(list.key, now);
    return render(list.levels, at, now);
  };
}

function readLevels(abstract: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const one of elementsOf(abstract).filter(({ name }) => name === 'w:lvl')) {
    levels[Number(one.attributes['w:ilvl'] ?? 0)] = {
      start: Number(valueOf(one, 'w:start') ?? 1), format: valueOf(one, 'w:numFmt') ?? 'decimal', text: unescapeXml(valueOf(one, 'w:lvlText') ?? ''),
      styleId: valueOf(one, 'w:pStyle'), legal: childNamed(one, 'w:isLgl') !== undefined,
    };
  }
  return levels;
}

function render(levels: Level[], at: number, counts: number[]): string {
  const { text, format, legal } = levels[at]!;
  if (format === 'none') return text.replace(/%\d/g, '').trim();
  if (format === 'bullet') return '';
  return text.replace(/%(\d)/g, (_, place: string) => {
    const above = levels[Number(place) - 1];
    const count = counts[Number(place) - 1] ?? above?.start ?? 1;
    return (legal ? String : FORMATS[above?.format ?? 'decimal'] ?? String)(count);
  }).trim();
}
