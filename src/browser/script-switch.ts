import { convertWith, decodeTable, type ScriptTable } from '../outputs/script-switch/convert.ts';

/** Reads the page in the other script. What was written stays beside what is shown, and comes back unchanged. */

type Script = 'hans' | 'hant';

const root = document.documentElement;
const written = new Map<Text, string>();
const spoken = new Map<Element, Map<string, string>>();
const SPOKEN = ['title', 'aria-label', 'alt', 'placeholder'];
const CLOSED = 'script, style, input, textarea, [data-as-written]';
const tables = new Map<Script, Promise<ScriptTable>>();
let observer: MutationObserver | undefined;
let asWrittenTitle = '';

/** On a page the reader comes to with a choice made before. */
export default function start(): void {
  try {
    void convertPage(localStorage.getItem('script') ?? '');
  } catch {
    // Storage is closed: there is no choice to keep.
  }
}

/** `hans` or `hant`; anything else brings back what was written. */
export async function convertPage(script: string): Promise<void> {
  restore();
  if (script !== 'hans' && script !== 'hant') return;
  const table = await loadTable(script);
  root.dataset['script'] = script;
  root.lang = script === 'hant' ? 'zh-Hant' : 'zh-Hans';
  asWrittenTitle = document.title;
  document.title = convertWith(table, document.title);
  convertTree(document.body, script, table);
  observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) convertTree(node, script, table);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  showMark();
}

function loadTable(script: Script): Promise<ScriptTable> {
  if (!tables.has(script)) {
    const address = new URL(`${script}.json`, import.meta.url);
    // The table changes with the book's words, its address does not.
    tables.set(script, fetch(address, { cache: 'no-cache' }).then(async (response) => decodeTable(await response.json())));
  }
  return tables.get(script)!;
}

/** Simplified is made of what is marked as Traditional, Traditional of everything else. */
const isOther = (element: Element | null, script: Script): boolean => {
  const lang = element?.closest('[lang]:not(html)')?.getAttribute('lang') ?? 'zh-Hans';
  return script === 'hans' ? lang === 'zh-Hant' : lang !== 'zh-Hant';
};

function convertTree(node: Node, script: Script, table: ScriptTable): void {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let at: Node | null = walker.currentNode; at; at = walker.nextNode()) {
    if (at instanceof Text) {
      const parent = at.parentElement;
      if (!parent || written.has(at) || parent.closest(CLOSED) || !isOther(parent, script)) continue;
      const converted = convertWith(table, at.data);
      if (converted === at.data) continue;
      written.set(at, at.data);
      at.data = converted;
    } else if (at instanceof Element && isOther(at, script)) {
      for (const name of SPOKEN) {
        const value = at.getAttribute(name);
        if (!value) continue;
        const kept = spoken.get(at) ?? new Map<string, string>();
        if (kept.has(name)) continue;
        spoken.set(at, kept.set(name, value));
        at.setAttribute(name, convertWith(table, value));
      }
    }
  }
}

function restore(): void {
  observer?.disconnect();
  for (const [node, text] of written) node.data = text;
  for (const [element, attributes] of spoken) for (const [name, value] of attributes) element.setAttribute(name, value);
  written.clear();
  spoken.clear();
  if (asWrittenTitle) document.title = asWrittenTitle;
  root.lang = 'zh-Hans';
  delete root.dataset['script'];
  document.querySelector('.converted-mark')?.remove();
}

function showMark(): void {
  const mark = document.createElement('div');
  mark.className = 'converted-mark';
  mark.dataset['asWritten'] = '';
  mark.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '恢复原文';
  button.addEventListener('click', () => {
    try {
      localStorage.removeItem('script');
    } catch {
      // Nothing was remembered.
    }
    const asWritten = document.querySelector<HTMLInputElement>('.reading [name="script"][value=""]');
    if (asWritten) asWritten.checked = true;
    restore();
  });
  mark.append('机器转换', button);
  document.body.append(mark);
}
