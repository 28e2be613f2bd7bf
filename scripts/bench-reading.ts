import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Book } from '../src/book/book.ts';
import type { Urls } from '../src/urls.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { serve } from '../tests/browser/serve.ts';

/** Longest a reader waits for the first sign that an action was taken. */
export const LIMIT_MS = 100;
/** The best counts: a busy machine only ever makes an answer slower. */
const RUNS = 3;

interface Reader {
  name: string;
  /** How many times slower than this machine. */
  slower: number;
  /** Milliseconds between asking for a file and its first byte. */
  latency: number;
}

const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const READERS: Reader[] = [
  { name: '本机', slower: 1, latency: 0 },
  { name: '慢4倍', slower: 4, latency: 0 },
  { name: '慢4倍，网络延迟150毫秒', slower: 4, latency: 150 },
];

/** The first thing a reader does on a page newly come to. */
interface Action {
  name: string;
  path: string;
  /** What comes before it, such as opening the panel it stands in. */
  before?(page: Page): Promise<void>;
  act(page: Page): Promise<void>;
  /** The event the reader makes; time runs from it. */
  event: string;
  /** Where the answer appears: text, or the attribute `of`. */
  answer: string;
  of?: 'colour' | 'value' | 'waiting';
  /** Done with a pointer or a keyboard; everything else is done on a phone. */
  desk?: boolean;
}

export interface Measured {
  action: string;
  /** Milliseconds from the event to the frame that answers it, by reader. */
  waits: Map<string, number>;
}

/** How long the first action of each kind goes unanswered, on a built site. */
export async function benchReading(book: Book, urls: Urls, outDir: string): Promise<Measured[]> {
  const [server, browser] = await Promise.all([serve(outDir, urls.base), launchBrowser()]);
  try {
    const measured: Measured[] = [];
    for (const action of firstActions(book, urls)) {
      const waits = new Map<string, number>();
      for (const reader of READERS) {
        const runs: number[] = [];
        for (let round = 0; round < RUNS; round++) runs.push(await measure(browser, server.origin, action, reader));
        waits.set(reader.name, Math.round(Math.min(...runs)));
      }
      measured.push({ action: action.name, waits });
    }
    return measured;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The figures as lines of a table, the limit beside them. */
export function readingTable(measured: Measured[]): string[] {
  const cell = (wait: number | undefined) => (wait === undefined ? '—' : `${wait}${wait > LIMIT_MS ? '（超）' : ''}`);
  return [
    `| 首次操作到有回应（毫秒，限${LIMIT_MS}） | ${READERS.map(({ name }) => name).join(' | ')} |`,
    `|---|${'---:|'.repeat(READERS.length)}`,
    ...measured.map(({ action, waits }) => `| ${action} | ${READERS.map(({ name }) => cell(waits.get(name))).join(' | ')} |`),
  ];
}

export const tooSlow = (measured: Measured[]): boolean => measured.some(({ waits }) => [...waits.values()].some((wait) => wait > LIMIT_MS));

function firstActions(book: Book, urls: Urls): Action[] {
  const entry = book.entries.find(({ see, figures }) => see.length > 0 && figures.length > 0) ?? book.entries[0];
  if (!entry) return [];
  const path = urls.entry(entry.id);
  const domain = urls.domain(entry.domain);
  const panel = (page: Page) => press(page, '.reading summary');
  const link = '[data-see] a, [data-related] a';
  return [
    { name: '打开简繁、明暗', path, act: panel, event: 'click', answer: '.reading' },
    { name: '换成繁体', path, before: panel, act: (page) => press(page, '.reading [value="hant"]'), event: 'click', answer: '.reading, .converted-mark' },
    { name: '换成深色', path, before: panel, act: (page) => press(page, '.reading [value="dark"]'), event: 'click', answer: 'html', of: 'colour' },
    { name: '指向参见', path, act: (page) => page.locator(link).first().hover(), event: 'pointerover', answer: link, of: 'waiting', desk: true },
    { name: '用键盘移到参见', path, before: (page) => beforeLink(page, link), act: (page) => page.keyboard.press('Tab'), event: 'keydown', answer: link, of: 'waiting', desk: true },
    { name: '复制引文', path, act: (page) => press(page, '.citation button'), event: 'click', answer: '.citation [role=status]' },
    { name: '检索框第一个字', path, before: (page) => press(page, '.masthead [type=search]'), act: (page) => page.keyboard.press('a'), event: 'keydown', answer: '.masthead [type=search]', of: 'value' },
    { name: '检索页第一个字', path: urls.section('search'), before: (page) => press(page, 'main input[type=search]'), act: (page) => page.keyboard.press('a'), event: 'keydown', answer: 'main input[type=search]', of: 'value' },
    { name: '数据排序', path: urls.section('figures'), act: (page) => choose(page, '.filter [name=sort]'), event: 'input', answer: '.filter [role=status]' },
    { name: '数据按区筛选', path: urls.section('figures'), act: (page) => choose(page, '.filter [name=district]'), event: 'input', answer: '.filter [role=status]' },
    { name: '大事记筛选', path: urls.chronicle('domain', entry.domain), act: (page) => choose(page, '.filter select'), event: 'input', answer: '.filter [role=status]' },
    { name: '选区对照', path: domain, before: (page) => press(page, '.compare summary'), act: (page) => press(page, '.compare input'), event: 'click', answer: '.compare [role=status]' },
  ];
}

/** A tap where there is a touch screen, else a click: the pointer is not seen to come near before. */
async function press(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).first();
  await target.scrollIntoViewIfNeeded();
  const touch = await page.evaluate(() => matchMedia('(pointer: coarse)').matches);
  await (touch ? target.tap() : target.click());
}

async function choose(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().selectOption({ index: 1 });
}

/** Puts the keyboard on what comes just before a link. */
const beforeLink = (page: Page, selector: string): Promise<void> =>
  page.evaluate((wanted) => {
    const links = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, select, [tabindex]')].filter((one) => one.checkVisibility());
    links[links.findIndex((one) => one.matches(wanted)) - 1]?.focus();
  }, selector);

async function measure(browser: Browser, origin: string, action: Action, reader: Reader): Promise<number> {
  const context = await browser.newContext(action.desk ? DESK : PHONE);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: reader.slower });
  await page.goto(origin + action.path);
  if (reader.latency > 0) {
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: reader.latency, downloadThroughput: 200_000, uploadThroughput: 90_000 });
  }
  if ((await page.locator(action.answer).count()) === 0) throw new Error(`${action.name}: no ${action.answer} on ${action.path}`);
  await action.before?.(page);
  const { event, answer, of } = action;
  // Time is taken in the page: from the reader's event, as the browser stamps it, to the frame after the answer.
  const answered = page.evaluate(
    ({ event: type, answer: selector, of: what }) =>
      new Promise<number>((resolve) => {
        const seen = () =>
          [...document.querySelectorAll<HTMLElement>(selector)].map((one) => {
            if (what === 'colour') return getComputedStyle(one).backgroundColor;
            if (what === 'value') return (one as HTMLInputElement).value;
            if (what === 'waiting') {
              const label = getComputedStyle(one, '::after');
              return `${label.visibility === 'visible' ? label.content : 'none'} ${document.querySelector('.preview')?.textContent ?? ''}`;
            }
            return one.checkVisibility() ? one.innerText.trim() : '';
          }).join('\0');
        const before = seen();
        let since: number | undefined;
        addEventListener(type, ({ timeStamp }) => (since ??= timeStamp), { capture: true });
        const look = () => {
          if (since === undefined || seen() === before) requestAnimationFrame(look);
          // What this frame paints is on the screen when the next task runs.
          else setTimeout(() => resolve(performance.now() - since!));
        };
        requestAnimationFrame(look);
        setTimeout(() => resolve(Infinity), 8000);
      }),
    { event, answer, of },
  );
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await action.act(page);
  const wait = await answered;
  await context.close();
  return wait;
}
