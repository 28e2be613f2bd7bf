/** Reads chosen districts of a domain side by side; the choice stands in the address, so it can be passed on. */
export default function start(form: Element): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[name="district"]')];
  const grid = document.querySelector('.side-by-side')!;
  const status = form.querySelector('[role="status"]')!;
  const asBuilt = [...grid.children];
  const fetched = new Map<string, Promise<Element | null>>();

  const chosen = new Set(new URLSearchParams(location.search).getAll('district'));
  for (const box of boxes) box.checked ||= chosen.has(box.value);
  if (chosen.size > 0) form.closest('details')!.open = true;
  const changed = () => {
    const query = boxes.filter(({ checked }) => checked).map(({ value }) => `district=${encodeURIComponent(value)}`).join('&');
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    void show();
  };
  form.addEventListener('change', changed);
  // From the address, or by a reader who was quicker than this script.
  if (boxes.some(({ checked }) => checked)) changed();
  form.addEventListener('reset', () => {
    history.replaceState(null, '', location.pathname);
    setTimeout(() => void show());
  });

  async function show(): Promise<void> {
    const wanted = boxes.filter(({ checked }) => checked);
    if (wanted.length === 0) {
      grid.replaceChildren(...asBuilt);
      grid.classList.remove('compared');
      status.textContent = '';
      return;
    }
    status.textContent = '正在取来……';
    const sections = await Promise.all(wanted.map((box) => sectionOf(box)));
    grid.replaceChildren(...sections.filter((section) => section !== null));
    grid.classList.add('compared');
    status.textContent = wanted.length === 1 ? '再选一个区，就可以对照' : `正在对照${wanted.length}个区`;
  }

  /** A district's column: on this page, or put together from the pages of the list it runs over. */
  function sectionOf({ value, dataset }: HTMLInputElement): Promise<Element | null> {
    const pages = dataset['pages']!.split(' ');
    const here = asBuilt.find(({ id }) => id === value);
    if (here && pages.length === 1) return Promise.resolve(here);
    if (!fetched.has(value)) fetched.set(value, Promise.all(pages.map((page) => fetchSection(page, value))).then(join));
    return fetched.get(value)!;
  }
}

async function fetchSection(page: string, id: string): Promise<Element | null> {
  const response = await fetch(page);
  return new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(id);
}

/** The pieces of one column: the later ones give their lists, their headings are those of the first. */
function join([first = null, ...later]: (Element | null)[]): Element | null {
  for (const piece of later) first?.append(...[...(piece?.children ?? [])].filter((child) => !child.matches('h2, .place')));
  return first;
}
