import type { Folios } from '../../book/folio.ts';
import type { FolioMark } from './typeset.ts';

export type { Folio, Folios } from '../../book/folio.ts';

export const noFolios = (): Folios => ({ entries: {}, chapters: {} });

export function addMarks(folios: Folios, marks: FolioMark[]): void {
  for (const { kind, id, folio, pdfPage } of marks) {
    folios[kind === 'entry' ? 'entries' : 'chapters'][id] = { folio: String(folio), pdfPage };
  }
}
