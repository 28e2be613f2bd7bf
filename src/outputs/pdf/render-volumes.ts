import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Book, Yearbook } from '../../book/book.ts';
import { isError, problem, sortProblems, type Problem } from '../../problem.ts';
import { renderEpub } from '../epub/render-epub.ts';
import { CITED_EDITION, editions, type EditionName } from './editions.ts';
import { addMarks, noFolios, type Folios } from './folios.ts';
import { PdfCache, printDigest, type PdfRecord } from './pdf-cache.ts';
import { checkPictureFormats, checkResolution, pictureFile, placePicture, volumePictures, type VolumePicture } from './pictures.ts';
import type { PrintData } from './print-data.ts';
import { checkPrintable, unprintableCharacters } from './printable.ts';
import { coverSize, NARROWEST_TITLED_SPINE, spineWidth } from './spine.ts';
import type { TypesetTask } from './typeset-worker.ts';
import { chapterOfVolume, selectFrom, volumeData, type Selection, type VolumeData } from './volume.ts';
import { WorkerPool } from './worker-pool.ts';

export interface RenderOptions {
  /** The content folder, for pictures. */
  contentDir: string;
  outDir: string;
  /** Kept from run to run; a folder of its own for each content folder. */
  cacheDir: string;
  /** `book` is the 16开 edition alone. */
  editions: 'none' | 'book' | 'all';
  onProgress?: (line: string) => void;
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
    const problems = await Promise.all(book.yearbooks.map((yearbook) => printVolume(press, book, yearbook, folios)));
    return { folios, problems: oncePerPlace(problems.flat()) };
  } finally {
    press.close();
  }
}

/** One PDF of part of a volume, or of all of it, in one edition. */
export async function renderSelection(
  book: Book,
  yearbook: Yearbook,
  selection: Selection & { edition: EditionName },
  options: Omit<RenderOptions, 'outDir' | 'editions'> & { file: string },
): Promise<{ pages: number; problems: Problem[] }> {
  const press = new Printing({ ...options, outDir: '', editions: 'all' });
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
async function printVolume(press: Printing, book: Book, yearbook: Yearbook, folios: Folios): Promise<Problem[]> {
  const { year } = yearbook;
  const cited = press.prepare(book, yearbook, CITED_EDITION);
  const problems = await cited.check();
  if (problems.some(isError)) return problems;
  const all = press.options.editions === 'all';
  const printOther = async (name: EditionName) => {
    const job = press.prepare(book, yearbook, name);
    const printed = await press.print(`${year}-${name}`, job, press.pdfFile(`${year}-${name}`));
    problems.push(...printed.problems, ...(name === 'press' ? job.checkPress() : []));
    if (name === 'press' && printed.record) problems.push(...(await printCover(press, job, printed.record, year)));
  };
  const printCited = async () => {
    const printed = await press.print(year, cited, press.pdfFile(year));
    problems.push(...printed.problems);
    if (!printed.record) return;
    addMarks(folios, printed.record.marks);
    if (!all) return;
    const numbers = Object.fromEntries(printed.record.marks.map(({ id, folio }) => [id, String(folio)]));
    await Promise.all(
      yearbook.chapters.map(async ({ district: { slug } }) => {
        const job = cited.with((volume) => chapterOfVolume(volume, `${year}/${slug}`, numbers));
        problems.push(...(await press.print(`${year}-${slug}`, job, press.pdfFile(`${year}-${slug}`))).problems);
      }),
    );
  };
  await Promise.all([printCited(), ...(all ? [printOther('press'), printOther('a4'), printOther('large')] : [])]);
  if (all) await renderEpub(book, yearbook, { contentDir: press.options.contentDir, file: join(press.options.outDir, 'epub', `${year}.epub`) });
  return problems;
}

async function printCover(press: Printing, interior: PrintJob, { pages }: PdfRecord, year: string): Promise<Problem[]> {
  const spine = spineWidth(pages);
  const job = interior.with((volume) => ({ ...volume, spine, spineTitled: spine >= NARROWEST_TITLED_SPINE }), {
    main: 'cover-sheet.typ',
    trim: coverSize(editions.press, spine),
  });
  return (await press.print(`${year}-cover`, job, press.pdfFile(`${year}-cover`))).problems;
}

/** One PDF to be made: its data, and the checks that come before. */
class PrintJob {
  readonly task: Omit<TypesetTask, 'file'>;
  readonly pictures: VolumePicture[];
  readonly yearbook: Yearbook;
  readonly book: Book;
  readonly contentDir: string;

  constructor(book: Book, yearbook: Yearbook, contentDir: string, pictures: VolumePicture[], task: PrintJob['task']) {
    this.book = book;
    this.yearbook = yearbook;
    this.contentDir = contentDir;
    this.pictures = pictures;
    this.task = task;
  }

  /** The same volume set otherwise. */
  with(change: (volume: PrintData['volume']) => VolumeData, task: Partial<PrintJob['task']> = {}): PrintJob {
    const { data } = this.task;
    const volume = { ...data.volume, ...change(data.volume) };
    return new PrintJob(this.book, this.yearbook, this.contentDir, this.pictures, { ...this.task, ...task, data: { ...data, volume } });
  }

  async check(): Promise<Problem[]> {
    const characters = unprintableCharacters(this.task.data.volume);
    return [...checkPictureFormats(this.pictures), ...(await checkPrintable(this.contentDir, this.yearbook, characters))];
  }

  checkPress(): Problem[] {
    return checkResolution(this.book, this.pictures, this.task.data.volume.edition);
  }
}

/** A PDF of this many entries takes several seconds and says so before it begins. */
const LONG_WORK = 300;

/** The processes, the cache and the options of one run. */
class Printing {
  readonly options: RenderOptions;
  readonly #cache: PdfCache;
  readonly #pool = new WorkerPool(Math.max(1, cpus().length));

  constructor(options: RenderOptions) {
    this.options = options;
    this.#cache = new PdfCache(join(options.cacheDir, 'pdf'));
  }

  pdfFile(name: string): string {
    return join(this.options.outDir, 'pdf', `${name}.pdf`);
  }

  prepare(book: Book, yearbook: Yearbook, edition: EditionName): PrintJob {
    const { contentDir } = this.options;
    const pictures = volumePictures(book, yearbook);
    const placed = Object.fromEntries(pictures.map(({ path }) => [path, placePicture(book, path, editions[edition])]));
    const data: PrintData = {
      volume: { ...volumeData(book, yearbook, edition), pictures: placed },
      pictureFiles: Object.fromEntries(pictures.map(({ path }) => [path, pictureFile(contentDir, path)])),
    };
    return new PrintJob(book, yearbook, contentDir, pictures, { main: 'main.typ', data });
  }

  /** Sets a PDF, or takes it from the cache, and puts it in its place. */
  async print(name: string, job: PrintJob, target: string): Promise<{ record?: PdfRecord; problems: Problem[] }> {
    const { main, trim, data } = job.task;
    const digest = printDigest([main, trim, data.volume], Object.values(data.pictureFiles));
    let record = this.#cache.record(name, digest);
    if (!record) {
      const count = data.volume.chapters.flatMap(({ sections }) => sections).reduce((sum, { entries }) => sum + entries.length, 0);
      if (count >= LONG_WORK) this.options.onProgress?.(`正在排印 ${name}.pdf，${count} 个条目……`);
      const answer = await this.#pool.run({ ...job.task, file: this.#cache.file(name) });
      if (!answer.done) return { problems: describeFailure(job, answer.reason, answer.pictures) };
      record = { digest, marks: answer.marks, pages: answer.pages };
      this.#cache.keep(name, record);
      this.options.onProgress?.(`已排印 ${name}.pdf，${record.pages} 页，${answer.seconds.toFixed(1)} 秒`);
    }
    this.#cache.publish(name, target);
    return { record, problems: [] };
  }

  close(): void {
    this.#pool.close();
  }
}

/** A picture that cannot be set is named at its place; anything else is the volume's own problem. */
function describeFailure({ pictures, yearbook }: PrintJob, reason: string, bad: { path: string; reason: string }[]): Problem[] {
  if (bad.length > 0) {
    return bad.flatMap(({ path }) => {
      const picture = pictures.find((one) => one.path === path);
      return picture ? [problem('print/picture', picture.place, { value: picture.target, reason: '文件损坏，或不是它的扩展名所说的格式' })] : [];
    });
  }
  return [problem('print/typeset', { file: yearbook.file, line: 1, column: 1 }, { volume: yearbook.fields.title, reason })];
}

function oncePerPlace(problems: Problem[]): Problem[] {
  const key = ({ file, line, column, rule, what }: Problem) => [file, line, column, rule, what].join('\0');
  return sortProblems([...new Map(problems.map((one) => [key(one), one])).values()]);
}
