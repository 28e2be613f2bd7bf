import { refuse } from './import-error.ts';

/** Characters any Chinese report is full of, in both scripts; a wrong decoding has hardly one. */
const COMMON = /[的一是在了和有年个個区區，。、]/g;

/**
 * Bytes of a text file → text with line breaks `\n`. UTF-8 and UTF-16 by their signs, else whichever of GB18030 and
 * Big5 reads like Chinese. @throws ImportError where none does
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: string): string {
  const text = decode(bytes, markedEncoding(bytes)) ?? decode(bytes, 'utf-8') ?? decode(bytes, declared) ?? guess(bytes);
  if (text === undefined || /[\0\x01-\x08\x0e-\x1a]/.test(text)) refuse('import/encoding', name);
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function guess(bytes: Uint8Array): string | undefined {
  const readings = ['gb18030', 'big5'].flatMap((encoding) => decode(bytes, encoding) ?? []);
  const likeness = (text: string) => text.match(COMMON)?.length ?? 0;
  return readings.sort((a, b) => likeness(b) - likeness(a))[0];
}

function decode(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (!encoding) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
