import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fontVersions } from './fonts.ts';
import { TEMPLATE_DIR } from './template-dir.ts';
import type { FolioMark } from './typeset.ts';

/** What is known of a PDF besides its bytes. */
export interface PdfRecord {
  digest: string;
  /** Digest of what decides where its lines and pages break: all but the folios of other volumes. */
  layout: string;
  marks: FolioMark[];
  pages: number;
}

type MeasuredLayout = Pick<PdfRecord, 'layout' | 'marks'>;

/** One run measures a volume once for each number of digits that the pages of others come to. */
const MEASURED_KEPT = 4;

const { version: typesetter } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler/package.json') as { version: string };

let generator: string | undefined;

/** Digest of all that makes a PDF besides its data: template, fonts, typesetter, the code that finishes it. */
function generatorDigest(): string {
  if (generator) return generator;
  const hash = createHash('sha256');
  hash.update([...fontVersions(), typesetter].join());
  for (const folder of [TEMPLATE_DIR, import.meta.dirname]) {
    const files = readdirSync(folder, { withFileTypes: true }).filter((item) => item.isFile());
    for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) hash.update(name).update(readFileSync(join(folder, name)));
  }
  generator = hash.digest('hex');
  return generator;
}

/** Digest of a PDF's data and pictures, and of what sets it. */
export function printDigest(data: unknown, files: string[]): string {
  const hash = createHash('sha256').update(generatorDigest()).update(JSON.stringify(data));
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** One kept PDF for each name it is published under; another one of the same name takes its place. */
export class PdfCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  file(name: string): string {
    return join(this.#folder, `${name}.pdf`);
  }

  record(name: string, asked: Pick<PdfRecord, 'digest'> | Pick<PdfRecord, 'layout'>): PdfRecord | undefined {
    const file = join(this.#folder, `${name}.json`);
    if (!existsSync(file) || !existsSync(this.file(name))) return undefined;
    const record = JSON.parse(readFileSync(file, 'utf8')) as PdfRecord;
    return Object.entries(asked).every(([key, digest]) => record[key as 'digest' | 'layout'] === digest) ? record : undefined;
  }

  keep(name: string, record: PdfRecord): void {
    this.#write(join(this.#folder, `${name}.json`), record);
  }

  /** Marks of a volume that was measured and not made. */
  measured(name: string, layout: string): FolioMark[] | undefined {
    return this.#measured(name).find((one) => one.layout === layout)?.marks;
  }

  keepMeasured(name: string, measured: MeasuredLayout): void {
    this.#write(join(this.#folder, `${name}.measured.json`), [measured, ...this.#measured(name)].slice(0, MEASURED_KEPT));
  }

  #measured(name: string): MeasuredLayout[] {
    const file = join(this.#folder, `${name}.measured.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as MeasuredLayout[]) : [];
  }

  /** Written whole or not at all: a run that is cut off leaves no record of a PDF it did not finish. */
  #write(file: string, value: unknown): void {
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(`${file}.part`, JSON.stringify(value));
    renameSync(`${file}.part`, file);
  }

  publish(name: string, target: string): void {
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(this.file(name), target);
  }
}
