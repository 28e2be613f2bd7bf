import type { CheckedContent } from './check-content.ts';

/**
 * The content that the build script or the dev server has read and checked, for the pages rendered in the same
 * process. Astro bundles the pages, so they have modules of their own: the process is all that both sides share.
 */
const KEY = Symbol.for('yearbook.checked-content');

type Process = { [KEY]?: CheckedContent };

export function handOver(content: CheckedContent): void {
  (globalThis as Process)[KEY] = content;
}

export const handedOver = (): CheckedContent | undefined => (globalThis as Process)[KEY];
