import type { Name, NameKind } from '../names.ts';
import { element } from './element.ts';
import { forgetQueries, recentQueries } from './recent.ts';
import { searchData } from './search-data.ts';

const KIND_LABELS: Record<NameKind, string> = {
  term: '名词', district: '区', chapter: '区篇', document: '文件', subject: '主题', organisation: '单位', entry: '条目',
};

/** One line under the box: where it leads, or the query it stands for. */
interface Proposal {
  text: string;
  label: string;
  context: string;
  url?: string;
}

/** Milliseconds of rest before the server is asked. */
const REST = 80;

/** The list under one search box: recent queries while it is empty, names while one types. A combobox after ARIA 1.2. */
export function mountProposals(form: HTMLFormElement, data = searchData(form.dataset['base'] ?? '/')): void {
  const input = form.querySelector('input')!;
  const list = element('ul', { role: 'listbox', id: `${input.id}-list`, 'aria-label': '检索建议', hidden: true });
  const box = element('div', { class: 'proposals', hidden: true }, list);
  let proposals: Proposal[] = [];
  let active = -1;
  let asked = 0;
  form.append(box);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })) {
    input.setAttribute(name, value);
  }

  const show = (shown: Proposal[], recent: boolean) => {
    proposals = shown;
    list.replaceChildren(...shown.map((proposal, index) => option(proposal, `${list.id}-${index}`)));
    box.querySelector('button')?.remove();
    if (recent && shown.length > 0) box.append(forgetButton());
    const open = shown.length > 0;
    box.hidden = list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    activate(-1);
  };
  const close = () => show([], false);
  const activate = (index: number) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const chosen = list.children[index];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const choose = ({ url, text }: Proposal) => {
    close();
    if (url) location.assign(url);
    else {
      input.value = text;
      form.requestSubmit();
    }
  };
  const forgetButton = () => {
    const button = element('button', { type: 'button' }, '清除检索记录');
    button.addEventListener('click', () => {
      forgetQueries();
      close();
      input.focus();
    });
    return button;
  };
  const update = async () => {
    const turn = (asked += 1);
    const typed = input.value.trim();
    if (typed === '') {
      show(recentQueries().map((text) => ({ text, label: '检索过', context: '' })), true);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, REST));
    if (turn !== asked) return;
    const names = await data.names(typed).catch((): Name[] => []);
    if (turn === asked && document.activeElement === input) show(names.map((name) => proposalOf(name, data.base)), false);
  };

  input.addEventListener('input', () => void update());
  input.addEventListener('focus', () => void update());
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) {
      asked += 1;
      close();
    }
  });
  form.addEventListener('submit', () => {
    asked += 1;
    close();
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const index = [...list.children].findIndex((item) => item.contains(event.target as Node));
    if (proposals[index]) choose(proposals[index]);
  });
  input.addEventListener('keydown', (event) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.isComposing || proposals.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = proposals[active];
    if (step) {
      const places = proposals.length + 1;
      activate(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else return;
    event.preventDefault();
  });
  if (document.activeElement === input) void update();
}

const proposalOf = ({ kind, text, path, context }: Name, base: string): Proposal => ({
  text,
  label: KIND_LABELS[kind],
  context,
  ...(path && { url: base + path }),
});

function option({ text, label, context }: Proposal, id: string): HTMLLIElement {
  const place = context ? [element('span', { class: 'proposal-context' }, context)] : [];
  return element(
    'li',
    { role: 'option', id, 'aria-selected': 'false' },
    element('span', { class: 'proposal-text' }, text),
    ...place,
    element('span', { class: 'proposal-kind' }, label),
  );
}
