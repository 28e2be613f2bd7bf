import { apart } from '../query.ts';
import { element } from './element.ts';
import { find, type Found } from './find.ts';
import { firstHits, moreHits, renderHits } from './hit-list.ts';
import { mountProposals } from './proposals.ts';
import { rememberQuery } from './recent.ts';
import { searchData } from './search-data.ts';
import { isNarrowed, readState, writeState, type SearchState } from './search-state.ts';

/**
 * The search page. The address says what is shown: every change is an entry of the browser's history. What not every
 * search needs is loaded when it is needed.
 */
export function mountSearchPage(panel: HTMLElement): void {
  const base = panel.dataset['base'] ?? '/';
  const data = searchData(base);
  const part = <T extends HTMLElement = HTMLElement>(name: string) => panel.querySelector<T>(`[data-part="${name}"]`)!;
  const input = panel.querySelector<HTMLInputElement>('input[type="search"]')!;
  const [said, count, notes, before, hits, more, empty, filter, choices, sort, start] = [
    part('said'), panel.querySelector<HTMLElement>('[data-search-count]')!, part('notes'), part('names'), part('hits'),
    part<HTMLButtonElement>('more'), part('empty'), part<HTMLDetailsElement>('filter'), part('choices'),
    part<HTMLSelectElement>('sort'), part('start'),
  ];
  let state = readState(location.search);
  let found: Found | undefined;
  let shown = 0;
  let turn = 0;

  /** The number stands in an element of its own, empty until it is known. */
  const say = (words: string, number?: number, rest = '') => {
    said.textContent = words;
    count.textContent = number === undefined ? '' : String(number);
    notes.textContent = rest;
  };
  const go = (next: SearchState) => {
    const address = location.pathname + writeState(next);
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    void show(next);
  };

  const stateLink = (label: string, next: SearchState) => {
    const made = element('a', { href: location.pathname + writeState(next) }, label);
    made.addEventListener('click', (event) => {
      event.preventDefault();
      go(next);
    });
    return made;
  };

  async function show(next: SearchState): Promise<void> {
    const own = (turn += 1);
    state = next;
    found = undefined;
    input.value = state.text;
    sort.value = state.newest ? 'newest' : 'best';
    for (const area of [hits, before, empty]) area.replaceChildren();
    more.hidden = true;
    start.hidden = state.text !== '';
    part('tools').hidden = state.text === '';
    if (state.text === '') return say('');
    say('正在检索……');
    panel.setAttribute('aria-busy', 'true');
    try {
      const result = await find(data, state);
      if (own !== turn) return;
      found = result;
      rememberQuery(state.text);
      await showFound(own, result);
    } catch (error) {
      if (own === turn) fail(error);
    } finally {
      if (own === turn) panel.removeAttribute('aria-busy');
    }
  }

  function fail(error: unknown): void {
    console.error(error);
    say('检索没有完成：数据未能取到。请检查网络后再试。');
    more.disabled = false;
  }

  async function showFound(own: number, result: Found): Promise<void> {
    if (result.words.length === 0) {
      say('请输入要检索的汉字、字母或数字，如“放管服”“1457”。');
      return;
    }
    const remarks = [
      result.titlesOnly ? '（单字只查标题）' : '',
      result.likely ? '（至多）' : '',
      result.query.cut ? '（检索词太长，只用了前面的部分）' : '',
      isNarrowed(state) ? '（已筛选）' : '',
    ];
    say('找到 ', result.entries.length, ` 条${remarks.join('')}`);
    if (result.joined) offerApart(result);
    shown = 0;
    if (isNarrowed(state)) filter.open = true;
    const names = result.titlesOnly ? showNames(own) : undefined;
    await Promise.all([showMore(firstHits()), filter.open ? showFacets() : undefined, names]);
    if (own === turn && result.entries.length === 0) await showEmpty(own, result);
  }

  function offerApart({ query }: Found): void {
    const words = query.words.map(({ chars }) => `“${chars.join('')}”`);
    notes.append('。这些条目里它们连写；', stateLink(`分开含有${words.join('')}的也要找`, { ...state, text: apart(state.text) }));
  }

  async function showMore(number: number): Promise<void> {
    const result = found;
    if (!result) return;
    const own = turn;
    const from = shown;
    more.disabled = true;
    const items = await renderHits(result.entries.slice(from, from + number), result.words, await data.lookup(), base, state.text);
    if (own !== turn) return;
    hits.append(...items);
    shown = from + number;
    more.disabled = false;
    const left = result.entries.length - shown;
    more.hidden = left <= 0;
    more.textContent = `再看 ${Math.min(left, moreHits(shown))} 条（还有 ${left} 条）`;
    if (from > 0) items[0]?.querySelector('a')?.focus();
  }

  async function showFacets(): Promise<void> {
    const own = turn;
    const [facets, { renderFacets }] = await Promise.all([data.facets(), import('./facet-panel.ts')]);
    if (own !== turn || !found) return;
    // A new choice draws the boxes anew; the reader stays at the one just pressed.
    const focused = choices.querySelector<HTMLInputElement>('input:focus');
    choices.replaceChildren(...renderFacets(facets, state.choice, found.all, (choice) => go({ ...state, choice })));
    if (focused) choices.querySelector<HTMLElement>(`input[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)?.focus();
  }

  async function showNames(own: number): Promise<void> {
    const names = (await data.names(state.text).catch(() => [])).filter(({ kind }) => kind === 'term' || kind === 'district' || kind === 'chapter');
    if (own !== turn || names.length === 0) return;
    const links = names.map(({ text, path, context }) => element('li', {}, element('a', { href: base + path }, text), context ? ` ${context}` : ''));
    before.replaceChildren(element('h2', {}, '名词和区'), element('ul', {}, ...links));
  }

  async function showEmpty(own: number, result: Found): Promise<void> {
    const lines: HTMLElement[] = [];
    if (result.all.length > 0) {
      lines.push(element('p', {}, stateLink(`去掉筛选，有 ${result.all.length} 条`, { ...state, choice: {} })));
    } else {
      const { insteadOf } = await import('./no-hits.ts');
      const instead = await insteadOf(state.text, result.query, data, await data.lookup());
      if (own !== turn) return;
      const proposals = instead.map(({ text, count: number }) =>
        element('li', {}, stateLink(text, { ...state, text, choice: {} }), number === undefined ? '' : `（${number} 条）`),
      );
      if (proposals.length > 0) lines.push(element('p', {}, '是不是要找：'), element('ul', {}, ...proposals));
    }
    const template = panel.querySelector<HTMLTemplateElement>('template[data-part="advice"]')!;
    empty.replaceChildren(...lines, template.content.cloneNode(true));
  }

  const form = input.form!;
  mountProposals(form, data);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go({ ...state, text: input.value.trim(), choice: input.value.trim() === state.text ? state.choice : {} });
  });
  // While one types the program is loaded, so that Enter needs only the chunks.
  input.addEventListener('input', () => void data.lookup().catch(() => undefined), { once: true });
  more.addEventListener('click', () => void showMore(moreHits(shown)).catch(fail));
  sort.addEventListener('change', () => go({ ...state, newest: sort.value === 'newest' }));
  filter.addEventListener('toggle', () => filter.open && void showFacets());
  panel.addEventListener('keydown', (event) => stepThroughHits(event, hits, input));
  addEventListener('popstate', () => void show(readState(location.search)));
  void show(state);
}

/** Arrow keys go from hit to hit, and from the first back to the box. */
function stepThroughHits(event: KeyboardEvent, hits: HTMLElement, input: HTMLInputElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.defaultPrevented || event.isComposing) return;
  const links = [...hits.querySelectorAll<HTMLElement>('h2 a')];
  const at = links.findIndex((link) => link === document.activeElement);
  if (at < 0 && (document.activeElement !== input || step < 0)) return;
  const next = links[at + step] ?? (step < 0 ? input : undefined);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
