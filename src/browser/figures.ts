import { formatDate, formatFigure } from '../book/format.ts';
import { tellChange } from '../book/figure-words.ts';
import type { Figure } from '../entry/schema.ts';
import { parseCsv } from './parse-csv.ts';

/** Narrows and sorts all figures of the book, from the published CSV; the choice stands in the address. */

type Row = Record<string, string>;

const ROWS_SHOWN = 100;

export default function start(section: Element): void {
  const form = section.querySelector('form')!;
  const { csv = '', home = '/', page = '' } = form.dataset;
  const table = section.querySelector('.all-figures')!;
  const heads = [...table.querySelectorAll<HTMLElement>('th[data-sort]')];
  const status = form.querySelector('[role="status"]')!;
  const asBuilt = [...table.querySelectorAll('tbody')];
  const aside = [...document.querySelectorAll<HTMLElement>('#table > .narrow, .pages')];
  let rows: Promise<Row[]> | undefined;
  let limit = ROWS_SHOWN;

  const query = new URLSearchParams(location.search);
  for (const field of form.elements as unknown as Iterable<HTMLInputElement>) if (field.name) field.value ||= query.get(field.name) ?? '';
  const chosen = () => [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const).filter(([, value]) => value);

  const show = async () => {
    const choice = Object.fromEntries(chosen());
    const address = new URLSearchParams(choice).toString();
    history.replaceState(null, '', `${address ? page : location.pathname}${address ? `?${address}` : ''}${location.hash}`);
    for (const one of aside) one.hidden = address !== '';
    for (const head of heads) showDirection(head, choice['sort']);
    if (!address) {
      status.textContent = '';
      table.querySelectorAll('tbody').forEach((body) => body.remove());
      table.append(...asBuilt);
      return;
    }
    if (!rows) status.textContent = '正在取来数据……';
    rows ??= fetch(csv).then(async (response) => parseCsv(await response.text()));
    const found = sort((await rows).filter((row) => matches(row, choice)), choice['sort']);
    status.textContent = found.length > limit ? `${found.length}项，先列${limit}项` : `${found.length}项`;
    const body = document.createElement('tbody');
    body.append(...found.slice(0, limit).map((row) => renderRow(row, home)));
    if (found.length > limit) body.append(moreRow());
    table.querySelectorAll('tbody').forEach((old) => old.remove());
    table.append(body);
  };

  function moreRow(): Element {
    const row = make('tr', make('td', Object.assign(make('button', '再列100项'), { type: 'button', onclick: () => ((limit += ROWS_SHOWN), void show()) })));
    row.firstElementChild!.setAttribute('colspan', '3');
    return row;
  }

  for (const head of heads) {
    head.querySelector('button')!.addEventListener('click', () => {
      const sort = form.elements.namedItem('sort') as HTMLSelectElement;
      const orders = [...head.dataset['sort']!.split(' '), ''];
      sort.value = orders[(orders.indexOf(sort.value) + 1) % orders.length]!;
      limit = ROWS_SHOWN;
      void show();
    });
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    limit = ROWS_SHOWN;
    void show();
  });
  if (chosen().length > 0) void show();
}

/** The order a column is in, for those who hear the table. */
function showDirection(head: HTMLElement, by = ''): void {
  if (head.dataset['sort']!.split(' ').includes(by)) head.setAttribute('aria-sort', by.startsWith('-') ? 'descending' : 'ascending');
  else head.removeAttribute('aria-sort');
}

const matches = (row: Row, choice: Record<string, string>): boolean =>
  ['district', 'domain', 'year'].every((key) => !choice[key] || row[key] === choice[key]) &&
  (!choice['name'] || `${row['name']} ${row['entry_title']} ${row['note']}`.includes(choice['name']));

function sort(rows: Row[], by = ''): Row[] {
  const key = by.replace('-', '');
  if (key === 'name') return rows.toSorted((a, b) => a['name']!.localeCompare(b['name']!, 'zh-Hans'));
  if (key === 'date') {
    const direction = by.startsWith('-') ? -1 : 1;
    return rows.toSorted((a, b) => direction * (a['date']! < b['date']! ? -1 : a['date']! > b['date']! ? 1 : 0));
  }
  const measureOf: Record<string, (row: Row) => number> = {
    amount: (row) => number(row['amount']) * (by.startsWith('-') ? -1 : 1),
    change: (row) => -Math.abs(number(row['percent'] || row['difference'])),
  };
  const measure = measureOf[key];
  if (!measure) return rows;
  // What cannot be counted comes last, whichever way the rest is sorted.
  const last = (value: number) => (Number.isNaN(value) ? Infinity : value);
  const keyed = rows.map((row) => ({ row, value: last(measure(row)) })).sort((a, b) => (a.value === b.value ? 0 : a.value - b.value));
  return keyed.map(({ row }) => row);
}

const number = (text: string | undefined): number => (text ? Number(text) : NaN);

/** The same markup as FigureRows.astro. */
function renderRow(row: Row, home: string): Element {
  const { name = '', note, lang = '', value = '', unit, before, approx, converted, date = '' } = row;
  const figure = { name, value, unit: unit || undefined, before: before || undefined, approx: approx || undefined } as Figure;
  const link = Object.assign(make('a', row['entry_title']!), { href: `${home}${row['entry_id']}/` });
  const place = make('span', `${row['district_name']} · `);
  place.lang = 'zh-Hans';
  const named = make('div', make('span', name, ...notes([note])), className(make('span', place, link), 'note'));
  named.className = 'named';
  const head = make('th', named);
  head.setAttribute('scope', 'row');
  head.lang = lang;
  const cell = className(make('td', formatFigure(figure), ...notes([converted && `合${converted}`, tellChange(figure)])), 'value');
  cell.lang = lang;
  return make('tr', head, cell, make('td', formatDate(date)));
}

const notes = (texts: (string | undefined)[]): HTMLElement[] => texts.filter(Boolean).map((text) => className(make('span', text!), 'note'));

function make<K extends keyof HTMLElementTagNameMap>(tag: K, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

function className<T extends Element>(element: T, name: string): T {
  element.className = name;
  return element;
}
