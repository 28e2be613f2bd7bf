/** Shows only those events of the page that belong to the chosen district or domain. */
export default function start(element: Element): void {
  const form = element as HTMLFormElement;
  const select = form.querySelector('select')!;
  const status = form.querySelector('[role="status"]')!;
  const items = [...document.querySelectorAll<HTMLElement>('.chronicle li')];

  const show = () => {
    for (const item of items) item.hidden = select.value !== '' && item.dataset[select.name] !== select.value;
    // A month or year without events to show is not shown either.
    for (const part of document.querySelectorAll<HTMLElement>('.chronicle .month, .chronicle')) {
      part.hidden = !part.querySelector('li:not([hidden])');
    }
    status.textContent = select.value ? `本页${items.filter((item) => !item.hidden).length}件` : '';
  };

  select.value ||= new URLSearchParams(location.search).get(select.name) ?? '';
  const changed = () => {
    history.replaceState(null, '', select.value ? `?${select.name}=${select.value}` : location.pathname);
    show();
  };
  select.addEventListener('change', changed);
  // From the address, or by a reader who was quicker than this script.
  if (select.value) changed();
  form.addEventListener('submit', (event) => event.preventDefault());
}
