/**
 * The one inline script: applies the reader's remembered choices before the first paint and loads everything else when
 * the reader first points at, focuses or clicks what needs it.
 *
 * An element with `data-load="name"` is started by the default export of `name.ts`; with `data-query` also at once where
 * the address asks for something. Links in `PREVIEWED` are shown by `preview.ts`. Where the script is long in coming, the
 * element's own `role="status"` says so, and a previewed link bears the class `fetching`.
 */
const { base = '/', suffix = '.js' } = (document.currentScript as HTMLScriptElement).dataset;
const root = document.documentElement;
const PREVIEWED = '.prose a[href^="/"],[data-see] a,[data-seen-from] a,[data-related] a,[data-documents] a';

// A browser remembers for as long as the page stands that an address could not be had: the next try needs another.
let failures = 0;
const load = (name: string): Promise<{ default(element: Element): void }> =>
  import(`${base}${name}${suffix}${failures ? `#${failures}` : ''}`).catch((error) => {
    failures++;
    throw error;
  });

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

/** A script that comes sooner needs no word; one that comes later must not leave the reader waiting 100 ms for a sign. */
const SOON = 30;
const WAITING = '正在载入……';

const loading = new Map<Element, Promise<void>>();
const started = new Set<Element>();
const start = (element: HTMLElement, acted = false, clicked?: HTMLElement | null) => {
  if (started.has(element)) return;
  const status = element.querySelector('[role=status]');
  if (acted && status)
    setTimeout(() => {
      if (loading.has(element) && !started.has(element) && !status.textContent) status.textContent = WAITING;
    }, SOON);
  if (!loading.has(element)) {
    const loaded = load(element.dataset['load']!).then(
      (module) => {
        if (status) status.textContent = '';
        started.add(element);
        module.default(element);
      },
      () => {
        loading.delete(element);
        if (status) status.textContent = '未能载入，请再试一次';
      },
    );
    loading.set(element, loaded);
  }
  // A click that came before the script listened is made again.
  if (clicked) void loading.get(element)!.then(() => started.has(element) && clicked.click());
};

let previews = false;
for (const type of ['pointerover', 'focusin', 'input', 'click']) {
  addEventListener(type, (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const acted = type === 'input' || type === 'click';
    const element = target.closest<HTMLElement>('[data-load]');
    if (element) start(element, acted, type === 'click' ? target.closest<HTMLElement>('button') : null);
    // Needs nothing but this; `reading.ts` remembers it.
    if (type === 'input' && target.matches('.reading [name=theme]')) root.dataset['theme'] = (target as HTMLInputElement).value;
    const link = target.closest(PREVIEWED);
    // A finger follows a link; it has no way to point at one.
    if (!link || previews || acted || (event as PointerEvent).pointerType === 'touch' || (type === 'focusin' && !link.matches(':focus-visible'))) return;
    previews = true;
    link.classList.add('fetching');
    const arrived = () => link.classList.remove('fetching');
    void load('preview').then((module) => (arrived(), module.default(link)), () => (arrived(), (previews = false)));
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
