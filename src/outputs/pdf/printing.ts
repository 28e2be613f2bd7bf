import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Book, Yearbook } from '../../book/book.ts';
import { problem, type Problem } from '../../problem.ts';
import { editions, type EditionName } from './editions.ts';
import { withoutFolios } from './other-volumes.ts';
import { PdfCache, printDigest, type PdfRecord } from './pdf-cache.ts';
import { checkPictureFormats, checkResolution, pictureFile, placePicture, volumePictures, type VolumePicture } from './pictures.ts';
import type { PrintData } from './print-data.ts';
import { checkPrintable, unprintableCharacters } from './printable.ts';
import type { FolioMark } from './typeset.ts';
import type { TypesetTask } from './typeset-worker.ts';
import { volumeData, type VolumeData } from './volume.ts';
import { WorkerPool } from './worker-pool.ts';

/** One PDF to be made: its data, and the checks that come before. */
export class PrintJob {
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

  digest(volume: VolumeData = this.task.data.volume): string {
    const { main, trim, data } = this.task;
    return printDigest([main, trim, volume], Object.values(data.pictureFiles));
  }

  layoutDigest(): string {
    return this.digest(withoutFolios(this.task.data.volume));
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

export interface PrintingOptions {
  /** The content folder, for pictures. */
  contentDir: string;
  /** Kept from run to run; a folder of its own for each content folder. */
  cacheDir: string;
  onProgress?: (line: string) => void;
}

/** The processes, the cache and the options of one run. */
export class Printing {
  readonly options: PrintingOptions;
  readonly #cache: PdfCache;
  readonly #pool = new WorkerPool(availableParallelism());

  constructor(options: PrintingOptions) {
    this.options = options;
    this.#cache = new PdfCache(join(options.cacheDir, 'pdf'));
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
    const digest = job.digest();
    let record = this.#cache.record(name, { digest });
    if (!record) {
      this.#announce('排印', name, job);
      const answer = await this.#pool.run({ ...job.task, file: this.#cache.file(name) });
      if (!answer.done) return { problems: describeFailure(job, answer.reason, answer.pictures) };
      record = { digest, layout: job.layoutDigest(), marks: answer.marks, pages: answer.pages };
      this.#cache.keep(name, record);
      this.options.onProgress?.(`已排印 ${name}.pdf，${record.pages} 页，${answer.seconds.toFixed(1)} 秒`);
    }
    this.#cache.publish(name, target);
    return { record, problems: [] };
  }

  /** Where the entries of a volume will stand, before the folios of other volumes are known; nothing if it cannot be set. */
  async measure(name: string, job: PrintJob): Promise<FolioMark[] | undefined> {
    const layout = job.layoutDigest();
    const known = this.#cache.record(name, { layout })?.marks ?? this.#cache.measured(name, layout);
    if (known) return known;
    this.#announce('量出页码', name, job);
    const answer = await this.#pool.run(job.task);
    if (!answer.done) return undefined;
    this.#cache.keepMeasured(name, { layout, marks: answer.marks });
    return answer.marks;
  }

  #announce(work: string, name: string, { task: { data } }: PrintJob): void {
    const count = data.volume.chapters.flatMap(({ sections }) => sections).reduce((sum, { entries }) => sum + entries.length, 0);
    if (count >= LONG_WORK) this.options.onProgress?.(`正在${work} ${name}.pdf，${count} 个条目……`);
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
