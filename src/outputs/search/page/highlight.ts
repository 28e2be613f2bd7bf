import { marksIn } from '../marks.ts';
import { parseQuery, type Word } from '../query.ts';
import type { FoldTable } from '../fold.ts';
import { element } from './element.ts';
import { searchData } from './search-data.ts';
import { HANDED_ON } from './search-state.ts';

/** Elements whose text is one run; the innermost counts. */
const RUNS = 'h1,h2,h3,h4,h5,h6,p,li,td,th,dt,dd,figcaption,caption,pre';

/**
 * Marks the words that the address hands on in the entry of this page, goes to the first, and offers to step through
 * and remove the marks. Does nothing without such words, or where they do not stand in the entry.
 */
export async function highlightFromAddress(): Promise<void> {
  const article = document.querySelector<HTMLElement>('article[data-entry-id]');
  const text = handedOn();
  if (!article || text === '') return;
  const base = document.querySelector<HTMLElement>('[data-search-box]')?.dataset['base'] ?? '/';
  const table = await searchData(base).table();
  const { words, joined = [] } = parseQuery(text, table);
  const joinedMarks = markRuns(article, joined, table);
  const marks = joinedMarks.length > 0 ? joinedMarks : markRuns(article, words, table);
  if (marks.length > 0) offerSteps(text, marks, article);
}

function handedOn(): string {
  if (!location.hash.startsWith(HANDED_ON)) return '';
  try {
    return decodeURIComponent(location.hash.slice(HANDED_ON.length));
  } catch {
    // An address cut off in the middle of a character.
    return '';
  }
}

/** Groups of `<mark>`, one a place found: a place may span several text nodes. */
function markRuns(article: HTMLElement, words: Word[], table: FoldTable): HTMLElement[][] {
  const runs = new Map<Element, Text[]>();
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    const run = node.parentElement?.closest(RUNS);
    if (run && article.contains(run) && !node.parentElement!.closest('nav')) runs.set(run, [...(runs.get(run) ?? []), node]);
  }
  return [...runs.values()].flatMap((nodes) => markRun(nodes, words, table));
}

function markRun(nodes: Text[], words: Word[], table: FoldTable): HTMLElement[][] {
  const places = marksIn(nodes.map(({ data }) => data).join(''), words, table);
  const groups: HTMLElement[][] = [];
  let end = Infinity;
  // From the last to the first, so that offsets before a mark stay true.
  for (const place of places.reverse()) {
    const to = Math.min(place.to, end);
    if (place.from >= to) continue;
    groups.unshift(markPlace(nodes, place.from, to));
    end = place.from;
  }
  return groups;
}

function markPlace(nodes: Text[], from: number, to: number): HTMLElement[] {
  const marks: HTMLElement[] = [];
  let start = 0;
  for (const node of nodes) {
    const length = node.data.length;
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, length)];
    start += length;
    if (first >= last) continue;
    const range = document.createRange();
    range.setStart(node, first);
    range.setEnd(node, last);
    const mark = element('mark', { class: 'search-mark' });
    range.surroundContents(mark);
    marks.push(mark);
  }
  return marks;
}

function offerSteps(text: string, marks: HTMLElement[][], article: HTMLElement): void {
  let at = 0;
  const place = element('span', { role: 'status' });
  const go = (step: number) => {
    marks[at]![0]!.removeAttribute('data-current');
    at = (at + step + marks.length) % marks.length;
    const mark = marks[at]![0]!;
    mark.setAttribute('data-current', '');
    mark.scrollIntoView({ block: 'center' });
    place.textContent = `“${text}” 第 ${at + 1} 处，共 ${marks.length} 处`;
  };
  const button = (label: string, act: () => void) => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  const bar = element('div', { class: 'search-steps', role: 'region', 'aria-label': '检索标记' });
  const remove = () => {
    for (const mark of marks.flat()) mark.replaceWith(...mark.childNodes);
    article.normalize();
    bar.remove();
    history.replaceState(history.state, '', location.pathname + location.search);
  };
  bar.append(place, button('上一处', () => go(-1)), button('下一处', () => go(1)), button('清除标记', remove));
  document.body.append(bar);
  go(0);
}
