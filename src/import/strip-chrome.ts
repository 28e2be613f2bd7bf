import { BYLINES, CAPTION, CHROME, DATE_LINE, LINK_LIST, MENU, SIGNATURE, SITE_NAME, TOOLS, TRAILING_BYLINE } from './chrome-words.ts';
import { simplified } from './simplified.ts';
import { skeleton } from './sentences.ts';
import type { Block, Notice } from './source.ts';

const TOP = 3;
const LONGEST_LINK = 40;
const LONGEST_CAPTION = 120;
const LONGEST_BYLINE = 60;

const plain = (text: string): string => simplified(text).normalize('NFKC').trim();
const isUnfinished = (text: string): boolean => !/[。！？!?；;…”]$/.test(text) && text.length <= LONGEST_LINK;

/**
 * Takes web chrome, bylines, captions and repeated titles out of the reading order; each becomes a notice with its
 * words. A caption beside a picture is also its alternative text.
 */
export function stripChrome(blocks: Block[]): { blocks: Block[]; notices: Notice[] } {
  const notices: Notice[] = [];
  const kept: Block[] = [];
  const menu = menuLines(blocks);
  const pages = pageNumbers(blocks);
  const textAt = (index: number) => (blocks[index]?.kind === 'text' ? plain(blocks[index].text) : '');
  const headings = new Map(blocks.map(({ text }, index) => [skeleton(plain(text)), index]));
  let inLinks = false;
  blocks.forEach((block, index) => {
    if (block.kind !== 'text') return void kept.push(block);
    const text = plain(block.text);
    const drop = (rule: Notice['rule'], about: string) => void notices.push({ rule, at: block.at, text: block.text, about });
    if (text.length <= LONGEST_LINK && TOOLS.test(skeleton(text))) return drop('import/chrome', '页面工具');
    if (menu.has(index)) return drop('import/chrome', '网站菜单');
    if (pages.has(index)) return drop('import/chrome', '页码');
    if (isContentsLine(text, headings, index)) return drop('import/chrome', '目录');
    const chrome = CHROME.find(({ pattern }) => pattern.test(text));
    if (chrome) {
      inLinks = chrome.what === LINK_LIST;
      return drop('import/chrome', chrome.what);
    }
    if (inLinks && !block.level && isUnfinished(text)) return drop('import/chrome', `${LINK_LIST}中的链接`);
    inLinks = false;
    if (index < TOP && SITE_NAME.test(text)) return drop('import/chrome', '网站名');
    if (SIGNATURE.test(text) && DATE_LINE.test(textAt(index + 1))) return drop('import/byline', '落款');
    if (DATE_LINE.test(text)) return drop('import/byline', '落款日期');
    const byline = BYLINES.find(({ pattern }) => pattern.test(text));
    if (byline) return drop('import/byline', byline.what);
    if (text.length <= LONGEST_CAPTION && CAPTION.test(text)) {
      const picture = [kept.at(-1), blocks[index + 1]].find((beside) => beside?.kind === 'picture' && !beside.picture!.alt)?.picture;
      if (picture) picture.alt = block.text;
      return drop('import/caption', picture ? '用作图片说明' : '没有对应的图片');
    }
    const previous = kept.at(-1);
    if (previous && isUnfinished(text) && skeleton(plain(previous.text)) === skeleton(text)) return drop('import/chrome', '重复的标题');
    kept.push({ ...block });
  });
  notices.push(...cutTrailingByline(kept));
  return { blocks: kept, notices };
}

/** 一、经济体制改革 3: a line with a page number behind words that stand as a line of their own further down. */
function isContentsLine(text: string, lastOf: Map<string, number>, index: number): boolean {
  const [, words] = /^(.{3,50}?)[\s.·…—-]*\d{1,3}$/.exec(text) ?? [];
  return words !== undefined && (lastOf.get(skeleton(words)) ?? -1) > index;
}

const SHORTEST_MENU = 3;
const LONGEST_ITEM = 8;

/** Indexes of lines that are the items of a site's menu. */
function menuLines(blocks: Block[]): Set<number> {
  const found = new Set<number>();
  const isItem = (block: Block) => block.kind === 'text' && !block.level && plain(block.text).length <= LONGEST_ITEM && isUnfinished(block.text);
  for (let start = 0; start < blocks.length; start += 1) {
    let end = start;
    while (end < blocks.length && isItem(blocks[end]!)) end += 1;
    const run = blocks.slice(start, end);
    if (run.length >= SHORTEST_MENU && run.filter(({ text }) => MENU.test(plain(text))).length >= 2) run.forEach((_, index) => found.add(start + index));
    start = end;
  }
  return found;
}

/** Indexes of lines with nothing but a number that count on from page to page; the marks of chapters have their headings below. */
function pageNumbers(blocks: Block[]): Set<number> {
  const numbered = blocks.flatMap(({ kind, text, level }, index) => (kind === 'text' && !level && /^\d{1,4}$/.test(plain(text)) ? [index] : []));
  const countsOn = numbered.every((at, nth) => nth === 0 || Number(plain(blocks[at]!.text)) === Number(plain(blocks[numbered[nth - 1]!]!.text)) + 1);
  const marks = numbered.filter((at) => blocks[at + 1] && (blocks[at + 1]!.level || isUnfinished(plain(blocks[at + 1]!.text))));
  return new Set(countsOn && marks.length * 2 <= numbered.length ? numbered : []);
}

function cutTrailingByline(blocks: Block[]): Notice[] {
  const last = blocks.findLast(({ kind }) => kind === 'text');
  const byline = last && TRAILING_BYLINE.exec(last.text.slice(-LONGEST_BYLINE));
  if (!byline) return [];
  last.text = last.text.slice(0, -byline[0].length).trim();
  return [{ rule: 'import/byline', at: last.at, text: byline[0], about: '文末署名' }];
}
