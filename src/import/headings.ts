import { domainOfHeading, type DomainWords } from './domain.ts';
import { simplified } from './simplified.ts';
import type { Block, Notice } from './source.ts';

/** A heading or a piece of text, in reading order. */
export type Item =
  | { kind: 'heading'; text: string; at: number; level: number; domain?: string }
  | { kind: 'body'; block: Block };

type Heading = Extract<Item, { kind: 'heading' }>;

const LONGEST_HEADING = 36;
const LONGEST_NUMBERED = 50;
const SHORT_HALF = 16;
/** `一、` `（二）` `第三章` `4.` before a heading, by how deep they usually stand. */
const NUMBERINGS: [RegExp, number][] = [
  [/^第[一二三四五六七八九十\d]+[章篇编部分]+[\s、：:]*/, 1],
  [/^第[一二三四五六七八九十\d]+[节節][\s、：:]*/, 2],
  [/^[一二三四五六七八九十]+、\s*/, 1],
  [/^[（(][一二三四五六七八九十]+[)）]\s*/, 2],
  [/^\d{1,2}[、.．]\s*(?!\d)/, 3],
  [/^\d{1,2}[.．]\d{1,2}(?:[.．]\d{1,2})?[、.．\s]*(?=[\p{Script=Han}“])/u, 4],
  [/^[（(]\d{1,2}[)）]\s*/, 3],
];
/** 【经济体制改革】 */
const BRACKETED = /^[【［[](.*)[】］\]]$/;
/** A line with nothing but a letter or number: the mark of the chapter whose name follows. */
const MARKER = /^(?:[A-Z]|\d{1,2}|[壹贰叁肆伍陆柒捌玖拾]|[一二三四五六七八九十]|PART\s*\d+|[●■◆★▌]+)[.、．]?$/i;
const MEASURE = /\d[\d.,]*\s*[多余]?[万亿千百]?\s*(?:%|[个家项名人次户件份支条座所间处套台辆株元吨亩米里平公顷倍天场宗例])/;
const SENTENCE_START = /^(?:截至|目前|涉及|受益|其中|包括|据|同时|此外|另外|共|已|现已|累计|今年|近年|比如|例如|在此|通过|为此|这|他|她|我们|如今|当前|今天)/;
const GENERIC_HALF = /^(?:(?:体制|制度|机制)?改革(?:领域|篇)?|(?:体制|制度)改革)$/;

/** Whether a line without any style reads like a heading: short, unfinished, no figures, not the start of a sentence. */
function looksLikeHeading(line: string): boolean {
  const text = simplified(line);
  const isNumbered = NUMBERINGS.some(([pattern]) => pattern.test(text));
  if (text.length > (isNumbered ? LONGEST_NUMBERED : LONGEST_HEADING) || text.length < 2 || /[。！？；，、：,;?!]$|[。！？；]/.test(text)) return false;
  const measures = MEASURE.test(stripNumbering(text));
  if (isNumbered && !measures) return true;
  const parts = text.split(/[，,]/);
  // 标题 标题: two halves of like length with a space between make a headline, figures or not.
  const isHeadline = /^[^\s，]{4,}\s[^\s，]{4,}$/.test(text);
  return parts.length <= 2 && !SENTENCE_START.test(text) && (isHeadline || !measures) && /\p{Script=Han}{2}/u.test(text);
}

/** （一）稳增长促转型，经济提质增效。全年…: a numbered first sentence is the heading of what follows on its line. */
const isNumbered = (text: string): boolean => NUMBERINGS.some(([pattern]) => pattern.test(text));

function splitNumbered(block: Block, previous: Block | undefined, next: Block | undefined): Block[] {
  if (block.kind !== 'text' || block.level) return [block];
  const numbering = numberingOf(block.text);
  const [, heading = '', rest = ''] = (numbering && /^([^。！？；]{4,45})。(.*)$/s.exec(block.text)) || [];
  if (!heading || MEASURE.test(stripNumbering(heading)) || isNumbered(rest)) return [block];
  // 1.加强领导。2.强化督察。: a list, not headings; likewise where the line before or after is an item of it.
  const isItem = ({ text }: Block) => numberingOf(text) === numbering;
  if (!rest && (next === undefined || isItem(next) || (previous !== undefined && isItem(previous) && /^[^。]*。$/.test(previous.text)))) return [block];
  return [{ ...block, text: heading }, ...(rest ? [{ ...block, text: rest }] : [])];
}

/** Tells headings from text, joins headings of two lines and gives each its level and, where it names one, its domain. */
export function findHeadings(blocks: Block[], vocabulary: DomainWords[]): { items: Item[]; notices: Notice[] } {
  const items: Item[] = [];
  const notices: Notice[] = [];
  const flat = isFlat(blocks);
  const marked = blocks.filter(({ level }) => level);
  // A style on the title alone says nothing about what stands below it.
  const styled = flat || marked.length === 1 ? [] : marked;
  const declared = styled.length > 0;
  const levelOfDomains = levelAbove(styled, vocabulary);
  blocks.flatMap((block, index) => splitNumbered(block, blocks[index - 1], blocks[index + 1])).forEach((block) => {
    const { kind, text, at } = block;
    const isHeading = kind === 'text' && (block.level !== undefined || MARKER.test(text) || (text.length <= LONGEST_HEADING && block.bold) || looksLikeHeading(text));
    if (!isHeading) return void items.push({ kind: 'body', block });
    const last = items.at(-1);
    const merged = last?.kind === 'heading' && (!block.level || flat) ? mergeHeadings(last, text, vocabulary) : undefined;
    if (last?.kind !== 'heading' || merged === undefined) {
      const domain = domainOfHeading(text, vocabulary);
      const level = (domain && block.level === undefined ? levelOfDomains : undefined) ?? declaredLevel(flat ? { ...block, level: undefined } : block, styled);
      items.push({ kind: 'heading', text, at, level, domain });
      return;
    }
    notices.push({ rule: 'import/two-line-heading', at: last.at, text: `${last.text}／${text}` });
    Object.assign(last, { text: merged, domain: domainOfHeading(merged, vocabulary) });
  });
  setLevels(items.filter((item) => item.kind === 'heading'), declared);
  return { items, notices };
}

/** Where every heading but the title has one and the same style, the style tells headings from text and not how deep they stand. */
function isFlat(blocks: Block[]): boolean {
  const levels = blocks.flatMap(({ level }) => level ?? []);
  return levels.length > 2 && new Set(levels.slice(1)).size === 1;
}

/** Where no style marks the domains, a plain line that names one stands above all that is marked. */
function levelAbove([, ...styled]: Block[], vocabulary: DomainWords[]): number | undefined {
  if (styled.length === 0 || styled.some(({ text }) => domainOfHeading(text, vocabulary))) return undefined;
  return Math.min(...styled.map(({ level }) => level!)) - 0.5;
}

const numberingOf = (text: string): [RegExp, number] | undefined => NUMBERINGS.find(([pattern]) => pattern.test(text));

/** Where styles declare headings, a numbered line without a style stands as high as the styled ones of its numbering. */
function declaredLevel({ level, text }: Block, headings: Block[]): number {
  if (level !== undefined) return level;
  const numbering = numberingOf(text);
  if (headings.length === 0) return numbering?.[1] ?? 0;
  return (numbering && headings.find((heading) => numberingOf(heading.text) === numbering)?.level) ?? 4;
}

export const stripNumbering = (text: string): string =>
  NUMBERINGS.reduce((rest, [pattern]) => rest.replace(pattern, ''), text.replace(BRACKETED, '$1')).replace(/^[-—–·•●■◆★▌□○]+\s*/, '').trim();

/** The text of two heading lines that are one heading, or nothing where they are two. */
function mergeHeadings(first: Heading, second: string, vocabulary: DomainWords[]): string | undefined {
  if (MARKER.test(first.text)) return `${second}`;
  if (GENERIC_HALF.test(simplified(second)) && domainOfHeading(first.text + second, vocabulary)) return first.text + second;
  const isPlain = (text: string) => !domainOfHeading(text, vocabulary) && !NUMBERINGS.some(([pattern]) => pattern.test(text)) && text.length <= SHORT_HALF && !/^[【［[]/.test(text);
  if (/^—/.test(second)) return `${first.text}${second}`;
  return first.level === 0 && isPlain(first.text) && isPlain(second) && !/\s/.test(first.text + second) ? `${first.text} ${second}` : undefined;
}

/** Headings without number or style: domains are chapters, what follows them stands below, what comes before beside. */
function setLevels(headings: Heading[], declared: boolean): void {
  if (declared) return;
  let inDomain = false;
  const numbered = headings.some(({ level }) => level > 0);
  for (const heading of headings) {
    if (heading.level > 0) {
      inDomain = heading.domain !== undefined;
      continue;
    }
    if (heading.domain) inDomain = true;
    heading.level = heading.domain ? 1 : inDomain || numbered ? 2 : 1;
  }
}
