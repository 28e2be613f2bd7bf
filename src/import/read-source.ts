import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { decodeText } from './decode-text.ts';
import { kindOfBytes, kindOfName } from './file-kind.ts';
import { refuse } from './import-error.ts';
import { readLedger } from './ledger-rows.ts';
import { readCsv } from './read-csv.ts';
import { readDocx } from './read-docx.ts';
import { readHtml, type PictureFinder } from './read-html.ts';
import { readPlainText } from './read-plain-text.ts';
import { readXlsx, type Sheet } from './read-xlsx.ts';
import type { Notice, Source } from './source.ts';

const LARGEST = 40 * 1024 * 1024;
const LARGEST_TEXT = 5 * 1024 * 1024;

const MACRO = new Set(['.docm', '.xlsm', '.dotm', '.xltm']);
const READERS = new Set(['.docx', '.xlsx', '.csv', '.html', '.htm', '.txt', '.md']);

/** Whether a file of a folder is a report at all: pictures and programs lie beside reports. */
export const isReport = (file: string): boolean => {
  const kind = kindOfName(extname(file).toLowerCase());
  return MACRO.has(extname(file).toLowerCase()) || (kind !== undefined && !kind.beside);
};

/** Reads one report or ledger. @throws ImportError where it cannot be read, with what the editor can do about it */
export async function readSource(path: string): Promise<Source> {
  // It stands in comments and lists, one line each.
  const name = basename(path).normalize('NFC').replace(/\p{Cc}+/gu, ' ');
  const extension = extname(path).toLowerCase();
  if (MACRO.has(extension)) refuse('import/macro', name);
  const { size } = await stat(path);
  const limit = READERS.has(extension) && !/\.(?:docx|xlsx)$/.test(extension) ? LARGEST_TEXT : LARGEST;
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  if (!READERS.has(extension)) refuseKind(name, extension, size > limit ? new Uint8Array() : await readBytes(path, name));
  if (size > limit) refuse('import/too-large', name, { size: megabytes(size), limit: megabytes(limit) });
  const bytes = await readBytes(path, name);
  if (bytes.length === 0) refuse('import/empty', name);
  const kind = kindOfBytes(bytes);
  if (kind && kind !== kindOfName(extension)) refuseKind(name, extension, bytes);
  const source = { name, sha256: createHash('sha256').update(bytes).digest('hex') };
  const read = { ...source, ...(await readKind(bytes, path, extension)) };
  if (read.blocks.length === 0 && !read.rows?.length) refuse('import/empty', name);
  return read;
}

/** @throws ImportError always: what the file is, by its bytes rather than its name, and how to bring it in */
function refuseKind(name: string, extension: string, bytes: Uint8Array): never {
  const [named, real] = [kindOfName(extension), kindOfBytes(bytes) ?? kindOfName(extension)];
  if (!real) return refuse('import/format', name, { extension: extension || '没有扩展名' });
  const mend = real.mend ?? `请把扩展名改成 ${real.extensions[0]}，再导入`;
  return real === named ? refuse('import/old-format', name, { kind: real.name, mend }) : refuse('import/misnamed', name, { extension: extension ? `扩展名是 ${extension}` : '没有扩展名', kind: real.name, mend });
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path).catch((cause: NodeJS.ErrnoException) => refuse('import/unreadable', name, { reason: cause.code ?? cause.message })));
}

/** @throws ImportError for a page nested thousands deep, which no browser shows either */
function readPage(html: string, findPicture: PictureFinder, name: string): ReturnType<typeof readHtml> {
  try {
    return readHtml(html, findPicture);
  } catch (cause) {
    if (cause instanceof RangeError) refuse('import/damaged', name);
    throw cause;
  }
}

const SHORTEST_ARTICLE = 50;

/** What a page shows inside itself or hands out instead of an article. */
const articleElsewhere = (html: string): string | undefined =>
  /<(?:i?frame|embed|object)\b[^>]*\s(?:src|data)=["']?([^"'\s>]+)/i.exec(html)?.[1] ?? /href=["']?([^"'\s>]+\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar))\b/i.exec(html)?.[1];

type Read = Omit<Source, 'name' | 'sha256'>;

async function readKind(bytes: Uint8Array, path: string, extension: string): Promise<Read> {
  const name = basename(path);
  switch (extension) {
    case '.docx':
      return { unit: '段', ...(await readDocx(bytes, name)) };
    case '.xlsx': {
      const { sheets, notices } = await readXlsx(bytes, name);
      return readSheets(sheets, name, notices);
    }
    case '.csv':
      return readSheets([{ sheet: '', rows: readCsv(decodeText(bytes, name), name) }], name, []);
    case '.html':
    case '.htm': {
      const declared = /<meta[^>]+charset=["']?([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1];
      const html = decodeText(bytes, name, declared);
      const page = readPage(html, await picturesBeside(path, html), name);
      const elsewhere = page.blocks.reduce((sum, { text }) => sum + text.length, 0) < SHORTEST_ARTICLE && articleElsewhere(html);
      if (elsewhere) refuse('import/no-article', name, { where: elsewhere });
      return { unit: '段', ...page };
    }
    default:
      return { unit: '行', blocks: readPlainText(decodeText(bytes, name), { markdown: extension === '.md' }), notices: [] };
  }
}

/** A workbook may hold several ledgers; sheets that are none (notes, lists of values) are named and left out. */
function readSheets(sheets: Sheet[], name: string, notices: Source['notices']): Read {
  const ledgers = sheets.map(({ rows }) => readLedger(rows));
  if (ledgers.every((ledger) => !ledger)) refuse(sheets.some(({ rows }) => rows.flat().some(Boolean)) ? 'import/no-header' : 'import/empty', name);
  // Rows are counted anew in each sheet.
  const named = (sheet: string, notice: Notice): Notice => (sheets.length > 1 ? { ...notice, about: [`工作表“${sheet}”`, notice.about].filter(Boolean).join('，') } : notice);
  const ofSheets = sheets.flatMap(({ sheet, rows }, index) => {
    const others = ledgers[index]
      ? ledgers[index].notices
      : rows.flatMap((row, at): Notice[] => (row.some(Boolean) ? [{ rule: 'import/column', at: at + 1, text: row.filter(Boolean).join('　'), about: '这张表没有台账的表头，没有生成草稿' }] : []));
    return others.map((notice) => named(sheet, notice));
  });
  return { unit: '行', blocks: [], rows: ledgers.flatMap((ledger) => ledger?.rows ?? []), notices: [...notices, ...ofSheets] };
}

/** Pictures a browser saved beside the page; none from elsewhere on the disk, none from the network. */
async function picturesBeside(path: string, html: string): Promise<PictureFinder> {
  const folder = dirname(path);
  const sources = [...html.matchAll(/<img[^>]+?src=(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/gi)].map(([, double, single, bare]) => (double ?? single ?? bare)!);
  const found = new Map<string, { extension: string; bytes: Uint8Array }>();
  for (const src of new Set(sources)) {
    const data = /^data:image\/([a-z]+);base64,([A-Za-z0-9+/=\s]+)$/.exec(src);
    if (data) found.set(src, { extension: data[1]!, bytes: new Uint8Array(Buffer.from(data[2]!, 'base64')) });
    if (/^[a-z]+:|^\/|\\/i.test(src)) continue;
    const file = join(folder, safeDecode(src));
    if (relative(folder, file).startsWith('..')) continue;
    const content = await readFile(file).catch(() => undefined);
    if (content && content.length <= LARGEST) found.set(src, { extension: /^\.([a-z0-9]+)/i.exec(extname(file))?.[1]?.toLowerCase() ?? 'bin', bytes: new Uint8Array(content) });
  }
  return (src) => found.get(src);
}

function safeDecode(src: string): string {
  try {
    return decodeURIComponent(src.replace(/[?#].*$/, ''));
  } catch {
    return src;
  }
}
