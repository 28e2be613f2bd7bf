import { countFacets, facetNames, type Choice, type OpenFacets } from '../facets.ts';
import { element } from './element.ts';

/** Checkboxes of all facets with the number of hits each would leave; `change` gets the new choice. */
export function renderFacets(facets: OpenFacets, choice: Choice, entries: number[], change: (choice: Choice) => void): HTMLElement[] {
  const counts = countFacets(facets, choice, entries);
  const groups = facetNames
    .filter((name) => facets[name].values.length > 0)
    .map((name) => {
      const chosen = new Set(choice[name]);
      const boxes = facets[name].values.map(([value, label]) => {
        const count = counts[name].get(value) ?? 0;
        const box = element('input', { type: 'checkbox', name, value, checked: chosen.has(value), disabled: count === 0 && !chosen.has(value) });
        box.addEventListener('change', () => {
          const values = facets[name].values.map(([other]) => other).filter((other) => (other === value ? box.checked : chosen.has(other)));
          change({ ...choice, [name]: values });
        });
        return element('label', {}, box, element('span', {}, label), element('span', { class: 'facet-count' }, String(count)));
      });
      return element('fieldset', {}, element('legend', {}, facets[name].title), ...boxes);
    });
  const clear = element('button', { type: 'button', disabled: facetNames.every((name) => !choice[name]?.length) }, '清除筛选');
  clear.addEventListener('click', () => change({}));
  return [...groups, clear];
}
