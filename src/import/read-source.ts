import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { decodeText } from './decode-text.ts';
import { refuse } from './import-error.ts';
import { readLedger } from './ledger-rows.ts';
import { readCsv } from './read-csv.ts';
import { readDocx } from './read-docx.ts';
import { readHtml, type PictureFinder } from './read-html.ts';
import { readPlainText } from './read-plain-text.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Source } from './source.ts';

const LARGEST = 40 * 1024 * 1024;
const LARGEST_TEXT = 5 * 1024 * 1024;

/** Formats an editor can save anew, and as what. */
const SAVE_AS: Record<string, string> = {
  '.doc': '.docx', '.wps': '.docx', '.rtf': '.docx', '.odt': '.docx', '.pdf': '.docx', '.ofd': '.docx', '.pages': '.docx',
  '.dotx': '.docx', '.wpt': '.docx', '.xlsb': '.xlsx', '.mht': '.html', '.mhtml': '.html', '.xls': '.xlsx', '.et': '.xlsx', '.ods': '.xlsx', '.numbers': '.xlsx',
};
const MACRO = new Set(['.docm', '.xlsm', '.dotm', '.xltm']);
const READERS = new Set(['.docx', '.xlsx', '.csv', '.html', '.htm', '.txt', '.md']);

/** Whether a file of a folder is a report at all: pictures and programs lie beside reports. */
export const isReport = (file: string): boolean => {
  const extension = extname(file).toLowerCase();
  return READERS.has(extension) || extension in SAVE_AS || MACRO.has(extension);
};

/** Reads one report or ledger. @throws ImportError where it cannot be read, with what the editor can do about it */
export async function readSource(path: string): Promise<Source> {
  const name = basename(path);
  const extension = extname(path).toLowerCase();
  if (MACRO.has(extension)) refuse('import/macro', name);
  if (extension in SAVE_AS) refuse('import/old-format', name, { as: SAVE_AS[extension]! });
  if (!READERS.has(extension)) refuse('import/format', name, { extension: extension || '没有扩展名' });
  const { size } = await stat(path);
  const limit = /\.(?:docx|xlsx)$/.test(extension) ? LARGEST : LARGEST_TEXT;
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  if (size > limit) refuse('import/too-large', name, { size: megabytes(size), limit: megabytes(limit) });
  const bytes = new Uint8Array(await readFile(path));
  const source = { name, sha256: createHash('sha256').update(bytes).digest('hex') };
  if (bytes.length === 0) refuse('import/empty', name);
  const read = { ...source, ...(await readBytes(bytes, path, extension)) };
  if (read.blocks.length === 0 && !read.rows?.length) refuse('import/empty', name);
  return read;
}

type Read = Omit<Source, 'name' | 'sha256'>;

async function readBytes(bytes: Uint8Array, path: string, extension: string): Promise<Read> {
  const name = basename(path);
  switch (extension) {
    case '.docx':
      return { unit: '段', ...(await readDocx(bytes, name)) };
    case '.xlsx': {
      const { sheets, notices } = await readXlsx(bytes, name);
      return readSheets(sheets.map(({ rows }) => rows), name, notices);
    }
    case '.csv':
      return readSheets([readCsv(decodeText(bytes, name), name)], name, []);
    case '.html':
    case '.htm': {
      const declared = /<meta[^>]+charset=["']?([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1];
      return { unit: '段', ...readHtml(decodeText(bytes, name, declared), await picturesBeside(path, bytes)) };
    }
    default:
      return { unit: '行', blocks: readPlainText(decodeText(bytes, name), { markdown: extension === '.md' }), notices: [] };
  }
}

/** A workbook may hold several ledgers; sheets that are none (notes, lists of values) are named and left out. */
function readSheets(sheets: string[][][], name: string, notices: Source['notices']): Read {
  const ledgers = sheets.map(readLedger);
  if (ledgers.every((ledger) => !ledger)) refuse(sheets.flat(2).some(Boolean) ? 'import/no-header' : 'import/empty', name);
  const others = sheets.flatMap((sheet, index) =>
    ledgers[index] ? [] : sheet.flatMap((row, at) => (row.some(Boolean) ? [{ rule: 'import/column' as const, at: at + 1, text: row.filter(Boolean).join('　'), about: '这张表没有台账的表头，没有生成草稿' }] : [])),
  );
  return {
    unit: '行',
    blocks: [],
    rows: ledgers.flatMap((ledger) => ledger?.rows ?? []),
    notices: [...notices, ...ledgers.flatMap((ledger) => ledger?.notices ?? []), ...others],
  };
}

/** Pictures a browser saved beside the page; none from elsewhere on the disk, none from the network. */
async function picturesBeside(path: string, bytes: Uint8Array): Promise<PictureFinder> {
  const folder = dirname(path);
  const sources = [...new TextDecoder().decode(bytes).matchAll(/<img[^>]+src=["']([^"']+)["']/gi)].map(([, src]) => src!);
  const found = new Map<string, { extension: string; bytes: Uint8Array }>();
  for (const src of new Set(sources)) {
    const data = /^data:image\/([a-z]+);base64,([A-Za-z0-9+/=\s]+)$/.exec(src);
    if (data) found.set(src, { extension: data[1]!, bytes: new Uint8Array(Buffer.from(data[2]!, 'base64')) });
    if (/^[a-z]+:|^\/|\\/i.test(src)) continue;
    const file = join(folder, safeDecode(src));
    if (relative(folder, file).startsWith('..')) continue;
    const content = await readFile(file).catch(() => undefined);
    if (content && content.length <= LARGEST) found.set(src, { extension: extname(file).slice(1).toLowerCase(), bytes: new Uint8Array(content) });
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
