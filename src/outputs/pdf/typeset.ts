import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Corner } from './figure-bounds.ts';
import { readFaces } from './fonts.ts';
import type { PrintData } from './print-data.ts';
import { TEMPLATE_DIR } from './template-dir.ts';

/** Where an entry or chapter begins: on page `folio` as printed, the `pdfPage`-th page of the file. */
export interface FolioMark {
  kind: 'entry' | 'chapter';
  id: string;
  folio: number;
  pdfPage: number;
}

export type Standard = 'a-2a' | 'ua-1';

export interface Measured {
  marks: FolioMark[];
  pages: number;
}

export interface Typeset extends Measured {
  pdf: Uint8Array;
  corners: Corner[];
}

/** What Typst could not set, in its own words. */
export class TypesetError extends Error {}

type Compiled = ReturnType<NodeCompiler['compile']>;
type Document = NonNullable<Compiled['result']>;

let compiler: NodeCompiler | undefined;

/** Sets one PDF. `main` is a file of the template. */
export function typeset(main: string, data: PrintData, standard: Standard): Typeset {
  const document = compile(main, data);
  // What Typst memoized while it set the pages is as large as the pages; the export does without.
  compiler!.evictCache(0);
  const pdf = exportPdf(document, standard);
  const corners = compiler!.query(document, { selector: '<corner>', field: 'value' }) as Corner[];
  const result = { pdf, corners, ...measured(document) };
  compiler!.evictCache(0);
  return result;
}

/** Breaks the lines and pages of a PDF, only to learn where its entries stand. */
export function measure(main: string, data: PrintData): Measured {
  const result = measured(compile(main, data));
  compiler!.evictCache(0);
  return result;
}

const measured = (document: Document): Measured => ({
  marks: compiler!.query(document, { selector: '<folio>', field: 'value' }) as FolioMark[],
  pages: document.numOfPages,
});

function compile(main: string, data: PrintData): Document {
  compiler ??= NodeCompiler.create({ workspace: TEMPLATE_DIR, fontArgs: [{ fontBlobs: readFaces() }] });
  compiler.resetShadow();
  compiler.mapShadow(join(TEMPLATE_DIR, 'volume.json'), Buffer.from(JSON.stringify(data.volume, absentAsNull)));
  for (const [path, file] of Object.entries(data.pictureFiles)) {
    compiler.mapShadow(join(TEMPLATE_DIR, 'pictures', path), readFileSync(file));
  }
  // The fonts and the data have been copied into the compiler.
  globalThis.gc?.();
  const compiled = compiler.compile({ mainFilePath: join(TEMPLATE_DIR, main), resetRead: true });
  const document = compiled.result;
  if (!document) throw new TypesetError(describe(compiled));
  return document;
}

/** The template asks every key; an absent value is `none` there. */
const absentAsNull = (_: string, value: unknown): unknown => (value === undefined ? null : value);

/** Pictures that cannot be set, each tried alone: Typst's own message does not say which file it read. */
export function unsettablePictures(pictureFiles: Record<string, string>): { path: string; reason: string }[] {
  return Object.entries(pictureFiles).flatMap(([path, file]) => {
    compiler!.resetShadow();
    compiler!.mapShadow(join(TEMPLATE_DIR, 'pictures', path), readFileSync(file));
    const compiled = compiler!.compile({ mainFileContent: `#image(${JSON.stringify(`/pictures/${path}`)})`, resetRead: true });
    return compiled.result ? [] : [{ path, reason: describe(compiled) }];
  });
}

function exportPdf(document: Document, standard: Standard): Uint8Array {
  try {
    return compiler!.pdf(document, { pdfStandard: standard });
  } catch (cause) {
    throw new TypesetError(readDebugForm(cause instanceof Error ? cause.message : String(cause)));
  }
}

/** What an export complains of comes as a dump of the compiler's own values. */
function readDebugForm(dump: string): string {
  const messages = [...dump.matchAll(/message: "((?:[^"\\]|\\.)*)"(?:, trace: \[[^\]]*\])?(?:, hints: \[([^\]]*)\])?/g)];
  return messages.length > 0 ? [...new Set(messages.map(([, message, hints]) => [message, hints].filter(Boolean).join(' ')))].join('; ') : dump;
}

function describe(compiled: Compiled): string {
  const error = compiled.takeError();
  const lines = error?.shortDiagnostics.map((one) => (one as { message?: string }).message ?? JSON.stringify(one)) ?? [];
  return lines.join('; ') || 'no document';
}
