import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { refuse } from './import-error.ts';

const LARGEST_UNPACKED = 150 * 1024 * 1024;
/** XML packs about tenfold, an empty page of it up to a hundredfold; a bomb packs a thousandfold. */
const DENSEST = 200;
const HARMLESS = 10 * 1024 * 1024;
const MOST_FILES = 5000;
/** The directory of an empty zip. */
const SMALLEST = 22;

interface ZipItem {
  method: number;
  packed: number;
  size: number;
  offset: number;
}

/** An Office file opened with its sizes known beforehand. */
export interface OfficeZip {
  names: string[];
  /** Text of one part; nothing where there is no such part. */
  text(name: string): string | undefined;
  /** The same parts, some with another text, packed anew without compression: safe for a reader that trusts sizes. */
  repacked(changed?: Record<string, string>): Uint8Array;
}

/**
 * Opens .docx and .xlsx. The directory is read first, so that a bomb is refused unopened; what a part then unpacks to
 * may not exceed what the directory says.
 * @throws ImportError for a protected, damaged, oversized or macro-carrying file
 */
export function openOfficeZip(bytes: Uint8Array, name: string): OfficeZip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < SMALLEST) refuse('import/damaged', name);
  if (buffer.readUInt32BE(0) === 0xd0cf11e0) {
    // A protected Office file is a container with one stream of this name.
    refuse(buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'import/protected' : 'import/damaged', name);
  }
  const items = readDirectory(buffer, name);
  const total = [...items.values()].reduce((sum, { size }) => sum + size, 0);
  const isBomb = total > LARGEST_UNPACKED || items.size > MOST_FILES || (total > HARMLESS && total > bytes.length * DENSEST);
  if (isBomb) refuse('import/bomb', name, { size: Math.round(total / 1024 / 1024), count: items.size });
  if ([...items.keys()].some((part) => /vbaProject\.bin$/i.test(part))) refuse('import/macro', name);
  const unpack = (part: string) => unpackItem(buffer, items.get(part)!, name);
  return {
    names: [...items.keys()],
    text: (part) => (items.has(part) ? decodeXml(unpack(part)) : undefined),
    repacked: (changed = {}) =>
      zipSync(Object.fromEntries([...items.keys()].map((part) => [part, part in changed ? new TextEncoder().encode(changed[part]) : unpack(part)])), { level: 0 }),
  };
}

const decodeXml = (bytes: Uint8Array): string => new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes);

function readDirectory(buffer: Buffer, name: string): Map<string, ZipItem> {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (buffer.readUInt32BE(0) !== 0x504b0304 || end === -1) refuse('import/damaged', name);
  const items = new Map<string, ZipItem>();
  try {
    let at = buffer.readUInt32LE(end + 16);
    for (let left = buffer.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (buffer.readUInt32LE(at) !== 0x02014b50) refuse('import/damaged', name);
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset)) as [number, number, number];
      if (buffer.readUInt16LE(at + 8) & 1) refuse('import/protected', name);
      const part = buffer.toString('utf8', at + 46, at + 46 + nameLength);
      if (!part.endsWith('/')) {
        items.set(part, {
          method: buffer.readUInt16LE(at + 10), packed: buffer.readUInt32LE(at + 20),
          size: buffer.readUInt32LE(at + 24), offset: buffer.readUInt32LE(at + 42),
        });
      }
      at += 46 + nameLength + extra + comment;
    }
  } catch (cause) {
    if (cause instanceof RangeError) refuse('import/damaged', name);
    throw cause;
  }
  return items;
}

function unpackItem(buffer: Buffer, { method, packed, size, offset }: ZipItem, name: string): Uint8Array {
  try {
    const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
    const data = buffer.subarray(start, start + packed);
    if (method === 0) return new Uint8Array(data);
    return size === 0 ? new Uint8Array() : new Uint8Array(inflateRawSync(data, { maxOutputLength: size }));
  } catch {
    return refuse('import/damaged', name);
  }
}
