import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book } from '../book/book.ts';
import { describeCitation, type Citation } from '../book/citation.ts';
import { citationFormats } from '../book/citation-files.ts';
import type { Folios } from '../book/folio.ts';
import type { Entry } from '../entry/parse.ts';
import type { Urls } from '../urls.ts';

/** Entries written at once: three small files each. */
const BATCH = 64;

interface Reader {
  urls: Urls;
  origin?: string;
  folios?: Folios;
}

/** Writes the citation files of every entry beside its page. They are many and small, so they are no pages of Astro's. */
export async function writeCitations(book: Book, { folder, ...reader }: Reader & { folder: string }): Promise<void> {
  for (let start = 0; start < book.entries.length; start += BATCH) {
    await Promise.all(
      book.entries.slice(start, start + BATCH).map(async (entry) => {
        const citation = citationOf(book, entry, reader);
        await mkdir(join(folder, entry.id), { recursive: true });
        await Promise.all(
          citationFormats.map(({ extension, render }) => writeFile(join(folder, entry.id, `cite.${extension}`), render(citation))),
        );
      }),
    );
  }
}

/** One citation file of an entry; nothing for a form that is not offered. */
export function renderCitationFile(book: Book, entry: Entry, extension: string, reader: Reader): { type: string; body: string } | undefined {
  const format = citationFormats.find((one) => one.extension === extension);
  return format && { type: format.type, body: format.render(citationOf(book, entry, reader)) };
}

const citationOf = (book: Book, entry: Entry, { urls, origin, folios }: Reader): Citation =>
  describeCitation(book, entry, { url: origin && `${origin}${urls.entry(entry.id)}`, folio: folios?.entries[entry.id]?.folio });
