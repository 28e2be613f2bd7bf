import { problem, type Problem } from '../problem.ts';

/** A yearbook entry is a few kilobytes; a file of this size is a picture or a Word file under the wrong name. */
const LARGEST_FILE = 5 * 1024 * 1024;

/**
 * Bytes → text: UTF-8 only (another encoding is named, never guessed at), without byte order mark, line breaks `\n`.
 */
export function readText(bytes: Uint8Array, file: string): { text?: string; problems: Problem[] } {
  const at = { file, line: 1, column: 1 };
  if (bytes.length > LARGEST_FILE) {
    const megabytes = (size: number) => (size / 1024 / 1024).toFixed(0);
    return { problems: [problem('file/size', at, { size: megabytes(bytes.length), limit: megabytes(LARGEST_FILE) })] };
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { problems: [problem('file/encoding', at, { encoding: 'UTF-16（Windows 的“Unicode”）' })] };
  }
  const decoded = decode(bytes, 'utf-8');
  if (decoded === undefined) {
    const encoding = decode(bytes, 'gb18030') === undefined ? '无法识别的编码' : 'GB18030（GBK、ANSI）';
    const before = bytes.findIndex((byte) => byte >= 0x80);
    const line = bytes.subarray(0, before).filter((byte) => byte === 0x0a).length + 1;
    return { problems: [problem('file/encoding', { ...at, line }, { encoding })] };
  }
  const text = decoded.replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    const before = text.slice(0, nul).split('\n');
    return { problems: [problem('file/nul', { file, line: before.length, column: before.at(-1)!.length + 1 })] };
  }
  if (text.trim() === '') return { problems: [problem('file/empty', at)] };
  return { text, problems: [] };
}

/** TextDecoder drops the byte order mark itself. */
function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
