import { convertPage } from './script-switch.ts';

const remember = (key: string, value: string) => {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Storage is closed to this reader: the choice holds for this page.
  }
};

const root = document.documentElement;

/** The reading panel: shows what is chosen, applies and remembers a new choice. */
export default function start(panel: Element): void {
  const form = panel.querySelector('form')!;
  const status = form.querySelector('[role="status"]')!;
  const choose = (name: string, value: string | undefined) => {
    const radio = form.querySelector<HTMLInputElement>(`[name="${name}"][value="${value ?? ''}"]`);
    if (radio) radio.checked = true;
  };
  const apply = (name: string, value: string) => {
    remember(name, value);
    if (name === 'script') void convert(value);
    else if (value) root.dataset['theme'] = value;
    else delete root.dataset['theme'];
  };
  // A long page takes a moment: the word is painted before the work begins.
  const convert = async (script: string) => {
    status.textContent = script ? '正在转换……' : '';
    if (script) await painted();
    await convertPage(script).then(() => (status.textContent = ''), () => (status.textContent = '未能转换，请再试一次'));
  };
  for (const name of ['theme', 'script']) {
    // A reader may have been quicker than this script.
    const quick = String(new FormData(form).get(name) ?? '');
    if (quick) apply(name, quick);
    else choose(name, root.dataset[name]);
  }
  form.addEventListener('change', ({ target }) => apply((target as HTMLInputElement).name, (target as HTMLInputElement).value));
  // The panel lies over the page: it goes when the reader turns elsewhere.
  const close = () => panel.removeAttribute('open');
  document.addEventListener('click', ({ target }) => !panel.contains(target as Node) && close());
  panel.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape') return;
    close();
    panel.querySelector('summary')!.focus();
  });
}

const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
