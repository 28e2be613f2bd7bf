/** Copies a citation with today as the date of citation, `[2026-01-31]`. */
export default function start(block: Element): void {
  const text = block.querySelector('[data-cite]')!;
  const accessed = block.querySelector('[data-accessed]')!;
  const status = block.querySelector('[role="status"]')!;
  block.querySelector('button')!.addEventListener('click', async () => {
    const today = new Date();
    const two = (number: number) => String(number).padStart(2, '0');
    accessed.textContent = `[${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}]`;
    try {
      await navigator.clipboard.writeText(text.textContent!.trim());
      status.textContent = '已复制';
    } catch {
      // No clipboard without a secure address: the reader copies the marked text.
      getSelection()!.selectAllChildren(text);
      status.textContent = '已选中，请按 Ctrl+C';
    }
  });
}
