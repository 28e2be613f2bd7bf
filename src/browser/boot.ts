/**
 * The one inline script: applies the reader's remembered choices before the first paint and loads everything else when
 * the reader first points at, focuses or clicks what needs it.
 *
 * An element with `data-load="name"` is started by the default export of `name.ts`; with `data-query` also at once where
 * the address asks for something. Links in `PREVIEWED` are shown by `preview.ts`.
 */
const { base = '/', suffix = '.js' } = (document.currentScript as HTMLScriptElement).dataset;
const root = document.documentElement;
const PREVIEWED = '.prose a[href^="/"],[data-see] a,[data-seen-from] a,[data-related] a,[data-documents] a';

const load = (name: string): Promise<{ default(element: Element): void }> => import(base + name + suffix);

const remembered = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is closed to this reader: nothing is remembered.
    return null;
  }
};

root.classList.add('js');
const theme = remembered('theme');
if (theme) root.dataset['theme'] = theme;

const loading = new Map<Element, Promise<void>>();
const started = new Set<Element>();
const start = (element: HTMLElement, clicked?: HTMLElement | null) => {
  if (started.has(element)) return;
  if (!loading.has(element)) {
    const loaded = load(element.dataset['load']!).then((module) => {
      module.default(element);
      started.add(element);
    });
    loading.set(element, loaded);
  }
  // A click that came before the script listened is made again.
  if (clicked) void loading.get(element)!.then(() => clicked.click());
};

let previews = false;
for (const type of ['pointerover', 'focusin', 'input', 'click']) {
  addEventListener(type, ({ target }) => {
    if (!(target instanceof Element)) return;
    const element = target.closest<HTMLElement>('[data-load]');
    if (element) start(element, type === 'click' ? target.closest<HTMLElement>('button') : null);
    const link = target.closest(PREVIEWED);
    if (link && !previews && (type === 'pointerover' || type === 'focusin')) {
      previews = true;
      void load('preview').then((module) => module.default(link));
    }
  });
}

// `/` leads to the search box from anywhere; what is typed elsewhere stays what it is.
addEventListener('keydown', (event) => {
  const at = event.target as HTMLElement;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
  const box = [...document.querySelectorAll<HTMLInputElement>('[role=search] input')].find((input) => input.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.select();
});

addEventListener('DOMContentLoaded', () => {
  if (remembered('script')) void load('script-switch').then((module) => module.default(root));
  // A hit of the search hands its words on to the entry.
  if (location.hash.startsWith('#q=')) void load('highlight').then((module) => module.default(root));
  if (!location.search) return;
  for (const element of document.querySelectorAll<HTMLElement>('[data-query]')) start(element);
});

export {};
