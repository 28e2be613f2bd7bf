import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book } from '../book/book.ts';
import { describeCitation } from '../book/citation.ts';
import { citationFormats } from '../book/citation-files.ts';
import type { Folios } from '../book/folio.ts';
import type { Urls } from '../urls.ts';

/** Entries written at once: three small files each. */
const BATCH = 64;

/** Writes the citation files of every entry beside its page. They are many and small, so they are no pages of Astro's. */
export async function writeCitations(
  book: Book,
  { urls, origin, folios, folder }: { urls: Urls; origin?: string; folios?: Folios; folder: string },
): Promise<void> {
  for (let start = 0; start < book.entries.length; start += BATCH) {
    await Promise.all(
      book.entries.slice(start, start + BATCH).map(async (entry) => {
        const url = origin && `${origin}${urls.entry(entry.id)}`;
        const citation = describeCitation(book, entry, { url, folio: folios?.entries[entry.id]?.folio });
        await mkdir(join(folder, entry.id), { recursive: true });
        await Promise.all(
          citationFormats.map(({ extension, render }) => writeFile(join(folder, entry.id, `cite.${extension}`), render(citation))),
        );
      }),
    );
  }
}
