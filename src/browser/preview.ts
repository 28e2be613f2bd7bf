/** Shows where a link leads — a term, a document, an entry — while the reader points at it or reaches it by Tab. */

/** Rest of the pointer that tells pointing from passing over; with it the card is still there within 100 ms. */
const REST = 40;
/** Time to move the pointer onto the card. */
const LEAVE = 300;
const WAITING = '正在取来……';
const PREVIEWED = '.prose a[href^="/"],[data-see] a,[data-seen-from] a,[data-related] a,[data-documents] a';

const pages = new Map<string, Promise<Document>>();
let card: HTMLElement | undefined;
let shown: Element | undefined;
let timer = 0;

/** Called once, with the link that asked for it; from then on every such link is watched. */
export default function start(first: Element): void {
  document.addEventListener('pointerover', ({ target, pointerType }) => pointerType !== 'touch' && arrive(target as Element));
  document.addEventListener('focusin', ({ target }) => (target as Element).matches(':focus-visible') && arrive(target as Element));
  for (const type of ['pointerout', 'focusout']) document.addEventListener(type, leave);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  // It has waited for this script already.
  void show(first as HTMLAnchorElement);
}

function arrive(target: Element): void {
  if (card?.contains(target)) {
    clearTimeout(timer);
    return;
  }
  const link = target.closest<HTMLAnchorElement>(PREVIEWED);
  if (!link || link === shown || link.getAttribute('href')!.startsWith('#')) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => void show(link), REST);
}

function leave(): void {
  clearTimeout(timer);
  timer = window.setTimeout(hide, LEAVE);
}

/** At once with what the link itself tells, then with what stands where it leads. */
async function show(link: HTMLAnchorElement): Promise<void> {
  const isWanted = () => link.matches(':hover') || link === document.activeElement;
  if (!isWanted()) return;
  open(link);
  const { pathname, hash } = new URL(link.href);
  if (!pages.has(pathname)) {
    pages.set(pathname, fetch(pathname).then(async (response) => new DOMParser().parseFromString(await response.text(), 'text/html')));
  }
  const content = await pages.get(pathname)!.then((page) => excerpt(page, hash), () => undefined);
  // An answer that could not be had may be had the next time.
  if (!content) pages.delete(pathname);
  if (shown !== link) return;
  if (!content || !isWanted()) return hide();
  card!.replaceChildren(...content);
  place(card!, link.getBoundingClientRect());
}

function open(link: HTMLAnchorElement): void {
  hide();
  shown = link;
  card = document.createElement('div');
  card.className = 'preview';
  card.id = 'preview';
  card.setAttribute('role', 'tooltip');
  const told = document.createElement('p');
  told.textContent = link.title || WAITING;
  card.append(line('strong', link)!, told);
  card.popover = 'manual';
  // Within the page's landmark, as the link is: a reader who hears the page finds it there.
  document.querySelector('main')!.append(card);
  card.showPopover();
  place(card, link.getBoundingClientRect());
  link.setAttribute('aria-describedby', 'preview');
  // The browser's own bubble would lie over the card.
  if (link.title) {
    link.dataset['title'] = link.title;
    link.title = '';
  }
}

function hide(): void {
  clearTimeout(timer);
  card?.remove();
  card = undefined;
  if (shown instanceof HTMLElement) {
    shown.removeAttribute('aria-describedby');
    if (shown.dataset['title']) shown.title = shown.dataset['title'];
  }
  shown = undefined;
}

/** Below the link, or above where there is no room below; never past the edge. */
function place(element: HTMLElement, link: DOMRect): void {
  const { width, height } = element.getBoundingClientRect();
  const below = link.bottom + 8;
  const top = below + height > innerHeight && link.top - 8 - height > 0 ? link.top - 8 - height : below;
  element.style.top = `${top}px`;
  element.style.left = `${Math.max(8, Math.min(link.left, innerWidth - width - 8))}px`;
}

/** The named term or document of a list, or the head and first lines of an entry. */
function excerpt(page: Document, hash: string): Node[] | undefined {
  const item = hash && page.getElementById(decodeURIComponent(hash.slice(1)));
  if (item && item.matches('.definitions > div')) {
    // The page is kept for the next link to it.
    const copy = item.cloneNode(true) as Element;
    const [alias, uses] = ['.alias', '.uses'].map((part) => {
      const found = copy.querySelector(part);
      found?.remove();
      return found;
    });
    const usedIn = [...(uses?.querySelectorAll('a') ?? [])].map((use) => use.textContent!.trim()).join('；');
    if (uses) uses.textContent = `见于：${usedIn}`;
    return [line('strong', copy.querySelector('dt')), line('span', alias!), line('p', copy.querySelector('dd')), line('span', uses!)].filter((node) => node !== undefined);
  }
  const entry = page.querySelector('article[data-entry-id]');
  if (!entry) return undefined;
  const place = [...page.querySelectorAll('.crumbs li')].map((crumb) => crumb.textContent!.trim()).join(' › ');
  const head = line('strong', entry.querySelector('h1'), entry.getAttribute('lang'));
  const where = document.createElement('span');
  where.textContent = place;
  const text = entry.querySelector('.prose > p');
  return [head, where, line('p', text, entry.getAttribute('lang'))].filter((node) => node !== undefined);
}

const LONGEST = 120;

function line(name: string, from: Element | null, lang: string | null = from?.getAttribute('lang') ?? null): HTMLElement | undefined {
  const text = from?.textContent?.replace(/\s+/g, ' ').trim();
  if (!text) return undefined;
  const element = document.createElement(name);
  element.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text;
  if (lang) element.lang = lang;
  return element;
}
