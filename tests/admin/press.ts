import type { Page } from 'playwright-core';

/** The editor program draws choices and menus this long before they answer, in milliseconds of the page's own clock. */
const ANSWERS_AFTER = 300;

/** Chooses one of a group or of a menu as a person does: not in the moment in which it is drawn. */
export async function choose(page: Page, role: 'radio' | 'menuitem' | 'menuitemradio', name: string | RegExp): Promise<void> {
  const choice = page.getByRole(role, { name }).first();
  await choice.waitFor();
  await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), ANSWERS_AFTER);
  await choice.click();
}
