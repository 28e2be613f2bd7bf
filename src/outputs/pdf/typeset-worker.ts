import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { finishPress, finishReading } from './finish-pdf.ts';
import type { PrintData } from './print-data.ts';
import { measure, typeset, TypesetError, unsettablePictures, type FolioMark } from './typeset.ts';

/** One PDF to set, as the parent process asks for it. */
export interface TypesetTask {
  /** File of the template: `main.typ` or `cover-sheet.typ`. */
  main: string;
  data: PrintData;
  /** Where to write the finished PDF; without it, only the places of the entries are found. */
  file?: string;
  /** Size of the trimmed sheet, where it is not the page of the edition. */
  trim?: { width: number; height: number };
}

export type TypesetAnswer =
  | { done: true; marks: FolioMark[]; pages: number; seconds: number }
  | { done: false; reason: string; pictures: { path: string; reason: string }[] };

function answer({ main, data, file, trim }: TypesetTask): TypesetAnswer {
  const { edition } = data.volume;
  const isPress = edition.slug > 0;
  const started = performance.now();
  try {
    if (file === undefined) return { done: true, ...measure(main, data), seconds: (performance.now() - started) / 1000 };
    const { pdf, marks, corners, pages } = typeset(main, data, isPress ? 'ua-1' : 'a-2a');
    mkdirSync(dirname(file), { recursive: true });
    writePieces(file, isPress ? finishPress(pdf, corners, edition, trim) : finishReading(pdf, corners));
    return { done: true, marks, pages, seconds: (performance.now() - started) / 1000 };
  } catch (cause) {
    if (!(cause instanceof TypesetError)) throw cause;
    return { done: false, reason: cause.message, pictures: unsettablePictures(data.pictureFiles) };
  }
}

function writePieces(file: string, pieces: Buffer[]): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

process.on('message', (task: TypesetTask) => {
  process.send!(answer(task));
});
