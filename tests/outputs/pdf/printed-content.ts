import { join } from 'node:path';
import type { Book } from '../../../src/book/book.ts';
import { buildBook } from '../../../src/book/build.ts';
import { readContentFolder } from '../../../src/content-folder.ts';
import type { Folios } from '../../../src/outputs/pdf/folios.ts';
import { renderVolumes, type RenderOptions } from '../../../src/outputs/pdf/render-volumes.ts';
import type { Problem } from '../../../src/problem.ts';
import { temporaryFolder } from '../../content-on-disk.ts';

export interface Printed {
  book: Book;
  folder: string;
  folios: Folios;
  problems: Problem[];
  pdf(name: string): string;
  epub(year: string): string;
}

/** Prints the volumes of a content folder into a folder of their own. */
export async function printContent(contentDir: string, editions: RenderOptions['editions'], folder?: string): Promise<Printed> {
  const out = folder ?? (await temporaryFolder());
  const { parts } = await readContentFolder(contentDir);
  const book = buildBook(parts).book!;
  const printed = await renderVolumes(book, { contentDir, outDir: join(out, 'dist'), cacheDir: join(out, 'cache'), editions });
  return {
    book,
    folder: out,
    ...printed,
    pdf: (name) => join(out, 'dist', 'pdf', `${name}.pdf`),
    epub: (year) => join(out, 'dist', 'epub', `${year}.epub`),
  };
}
