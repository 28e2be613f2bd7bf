import { join } from 'node:path';
import type { Book, Yearbook } from '../../book/book.ts';
import { isError, sortProblems, type Problem } from '../../problem.ts';
import { renderEpub } from '../epub/render-epub.ts';
import { CITED_EDITION, editions, type EditionName } from './editions.ts';
import { addMarks, noFolios, type Folios } from './folios.ts';
import { leastRooms, sameRooms, widenRooms, withFolios, withRooms, yearOf } from './other-volumes.ts';
import type { PdfRecord } from './pdf-cache.ts';
import { Printing, type PrintingOptions, type PrintJob } from './printing.ts';
import { chapterOfVolume, selectFrom, type Selection } from './selection.ts';
import type { FolioMark } from './typeset.ts';
import { coverSize, NARROWEST_TITLED_SPINE, spineWidth } from './spine.ts';
import type { VolumeData } from './volume.ts';

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
    const volumes = await Promise.all(
      book.yearbooks.map(async (yearbook) => {
        const cited = press.prepare(book, yearbook, CITED_EDITION);
        return { yearbook, cited, problems: await cited.check() };
      }),
    );
    const sound = volumes.filter(({ problems }) => !problems.some(isError));
    const refer = await referAcross(press, sound);
    const printed = await Promise.all(
      volumes.map((volume) => (sound.includes(volume) ? printVolume(press, book, volume, refer, options) : { marks: [], problems: volume.problems })),
    );
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

/** A volume in the edition whose folios are cited, and what was found in it. */
interface PreparedVolume {
  yearbook: Yearbook;
  cited: PrintJob;
  problems: Problem[];
}

/** Names the pages of other volumes in a volume's data. */
type Refer = (volume: VolumeData) => VolumeData;

/**
 * Volumes refer to the pages of one another, which are known only when all are broken into pages, and which their own
 * number of digits may move. Those referred to are first set with empty room for the numbers, until all have room; to
 * fill them in then moves nothing.
 */
async function referAcross(press: Printing, volumes: PreparedVolume[]): Promise<Refer> {
  let rooms = leastRooms(volumes.map(({ cited }) => cited.task.data.volume));
  const referredTo = new Set([...rooms.keys()].map(yearOf));
  const held = volumes.filter(({ yearbook: { year } }) => referredTo.has(year));
  for (;;) {
    const folios = new Map<string, string>();
    await Promise.all(
      held.map(async ({ yearbook: { year }, cited }) => {
        const marks = await press.measure(year, cited.with((volume) => withRooms(volume, rooms)));
        for (const { id, folio } of marks ?? []) folios.set(id, String(folio));
      }),
    );
    const wider = widenRooms(rooms, folios);
    if (sameRooms(rooms, wider)) return (volume) => withFolios(withRooms(volume, wider), folios);
    rooms = wider;
  }
}

/** The editions of one volume: the 16开 first, since its folios are cited by the chapters' own PDFs. */
async function printVolume(
  press: Printing,
  book: Book,
  { yearbook, cited: unreferred, problems: found }: PreparedVolume,
  refer: Refer,
  options: RenderOptions,
): Promise<{ marks: FolioMark[]; problems: Problem[] }> {
  const { year } = yearbook;
  const pdfFile = (name: string) => join(options.outDir, 'pdf', `${name}.pdf`);
  const cited = unreferred.with(refer);
  const problems = [...found];
  let marks: FolioMark[] = [];
  const all = options.editions === 'all';
  const printOther = async (name: EditionName) => {
    const job = press.prepare(book, yearbook, name).with(refer);
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
