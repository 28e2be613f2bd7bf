import type { Folios } from './book/folio.ts';
import type { CheckedContent } from './check-content.ts';

/** Content as pages take it: typeset already, where volumes are printed. */
export interface HandedContent extends CheckedContent {
  folios?: Folios;
}

/**
 * The content that the build script or the dev server has read and checked, for the pages rendered in the same
 * process. Astro bundles the pages, so they have modules of their own: the process is all that both sides share.
 */
const KEY = Symbol.for('yearbook.checked-content');

type Process = { [KEY]?: HandedContent };

export function handOver(content: HandedContent): void {
  (globalThis as Process)[KEY] = content;
}

export const handedOver = (): HandedContent | undefined => (globalThis as Process)[KEY];
