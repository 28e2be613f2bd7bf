import { buildBook } from '../../../src/book/build.ts';
import type { Book } from '../../../src/book/book.ts';
import { readContentFolder } from '../../../src/content-folder.ts';
import { recordOf } from '../../../src/outputs/search/record.ts';
import { bookOf, entryText } from '../../small-book.ts';
import { randomFrom } from '../../../scripts/random-from.ts';

/** A book of `number` entries of about 350 characters, out of the sentences of a content folder. */
export async function sentenceBook(content: string, number: number): Promise<Book> {
  const book = buildBook((await readContentFolder(content)).parts).book!;
  const sentences = book.entries.flatMap((entry) => recordOf(entry).runs.flatMap((run) => run.match(/[^。；]+[。；]/g) ?? []));
  const random = randomFrom(number);
  const pick = () => sentences[Math.floor(random() * sentences.length)]!.replace(/[\\`*_[\]<>#~|]/g, '');
  const text = () => {
    let written = '';
    while (written.length < 320) written += pick();
    return written;
  };
  const title = () => pick().replace(/[^\p{Script=Han}]/gu, '').slice(0, 14);
  return bookOf(Object.fromEntries(Array.from({ length: number }, (_, at) => [`2015/jia/e${at}.md`, entryText(text(), { title: title() || '条目' })])));
}
