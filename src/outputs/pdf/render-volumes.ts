import { join } from 'node:path';
import type { Book, Yearbook } from '../../book/book.ts';
import { isError, sortProblems, type Problem } from '../../problem.ts';
import { renderEpub } from '../epub/render-epub.ts';
import { CITED_EDITION, editions, type EditionName } from './editions.ts';
import { addMarks, noFolios, type Folios } from './folios.ts';
import type { PdfRecord } from './pdf-cache.ts';
import { Printing, type PrintingOptions, type PrintJob } from './printing.ts';
import { chapterOfVolume, selectFrom, type Selection } from './selection.ts';
import type { FolioMark } from './typeset.ts';
import { coverSize, NARROWEST_TITLED_SPINE, spineWidth } from './spine.ts';

export interface RenderOptions extends PrintingOptions {
  outDir: string;
  /** `book` is the 16开 edition alone. */
  editions: 'none' | 'book' | 'all';
}

/**
 * Every volume in every edition asked for: `<outDir>/pdf/<year>….pdf` and `<outDir>/epub/<year>.epub`, side by side in
 * child processes. What has not changed since the last run is only copied. A volume with a problem is left out and its
 * problems returned.
 */
export async function renderVolumes(book: Book, options: RenderOptions): Promise<{ folios: Folios; problems: Problem[] }> {
  const folios = noFolios();
  if (options.editions === 'none') return { folios, problems: [] };
  const press = new Printing(options);
  try {
    const printed = await Promise.all(book.yearbooks.map((yearbook) => printVolume(press, book, yearbook, options)));
    // In the order of the volumes, whichever was done first.
    for (const { marks } of printed) addMarks(folios, marks);
    return { folios, problems: oncePerPlace(printed.flatMap(({ problems }) => problems)) };
  } finally {
    press.close();
  }
}

/** One PDF of part of a volume, or of all of it, in one edition. */
export async function renderSelection(
  book: Book,
  yearbook: Yearbook,
  selection: Selection & { edition: EditionName },
  options: PrintingOptions & { file: string },
): Promise<{ pages: number; problems: Problem[] }> {
  const press = new Printing(options);
  const selected = selection.district || selection.domain ? selectFrom(book, yearbook, selection) : yearbook;
  try {
    const job = press.prepare(book, selected, selection.edition);
    const problems = await job.check();
    if (problems.some(isError)) return { pages: 0, problems: oncePerPlace(problems) };
    const printed = await press.print('selection', job, options.file);
    return { pages: printed.record?.pages ?? 0, problems: oncePerPlace([...problems, ...printed.problems]) };
  } finally {
    press.close();
  }
}

/** The editions of one volume: the 16开 first, since its folios are cited by the chapters' own PDFs. */
async function printVolume(press: Printing, book: Book, yearbook: Yearbook, options: RenderOptions): Promise<{ marks: FolioMark[]; problems: Problem[] }> {
  const { year } = yearbook;
  const pdfFile = (name: string) => join(options.outDir, 'pdf', `${name}.pdf`);
  const cited = press.prepare(book, yearbook, CITED_EDITION);
  const problems = await cited.check();
  if (problems.some(isError)) return { marks: [], problems };
  let marks: FolioMark[] = [];
  const all = options.editions === 'all';
  const printOther = async (name: EditionName) => {
    const job = press.prepare(book, yearbook, name);
    const printed = await press.print(`${year}-${name}`, job, pdfFile(`${year}-${name}`));
    problems.push(...printed.problems, ...(name === 'press' ? job.checkPress() : []));
    if (name === 'press' && printed.record) problems.push(...(await printCover(press, job, printed.record, `${year}-cover`, pdfFile(`${year}-cover`))));
  };
  const printCited = async () => {
    const printed = await press.print(year, cited, pdfFile(year));
    problems.push(...printed.problems);
    if (!printed.record) return;
    marks = printed.record.marks;
    if (!all) return;
    const numbers = Object.fromEntries(marks.map(({ id, folio }) => [id, String(folio)]));
    await Promise.all(
      yearbook.chapters.map(async ({ district: { slug } }) => {
        const job = cited.with((volume) => chapterOfVolume(volume, `${year}/${slug}`, numbers));
        problems.push(...(await press.print(`${year}-${slug}`, job, pdfFile(`${year}-${slug}`))).problems);
      }),
    );
  };
  await Promise.all([printCited(), ...(all ? [printOther('press'), printOther('a4'), printOther('large')] : [])]);
  if (all) await renderEpub(book, yearbook, { contentDir: options.contentDir, file: join(options.outDir, 'epub', `${year}.epub`) });
  return { marks, problems };
}

async function printCover(press: Printing, interior: PrintJob, { pages }: PdfRecord, name: string, file: string): Promise<Problem[]> {
  const spine = spineWidth(pages);
  const job = interior.with((volume) => ({ ...volume, spine, spineTitled: spine >= NARROWEST_TITLED_SPINE }), {
    main: 'cover-sheet.typ',
    trim: coverSize(editions.press, spine),
  });
  return (await press.print(name, job, file)).problems;
}

function oncePerPlace(problems: Problem[]): Problem[] {
  const key = ({ file, line, column, rule, what }: Problem) => [file, line, column, rule, what].join('\0');
  return sortProblems([...new Map(problems.map((one) => [key(one), one])).values()]);
}
