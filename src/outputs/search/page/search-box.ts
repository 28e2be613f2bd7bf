/**
 * The search box of every page. Works as a plain form; the first focus or key brings the proposals. `/` goes to the box
 * from anywhere on the page.
 */
export function mountSearchBoxes(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-search-box]')];
  for (const form of forms) {
    const mount = () => import('./proposals.ts').then(({ mountProposals }) => mountProposals(form), () => undefined);
    form.addEventListener('focusin', mount, { once: true });
  }
  document.addEventListener('keydown', (event) => {
    const at = event.target as HTMLElement;
    const types = at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
    const visible = forms.find((form) => form.checkVisibility());
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || types || !visible) return;
    event.preventDefault();
    visible.querySelector('input')?.select();
  });
}
