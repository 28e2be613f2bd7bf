import { gunzipSync, gzipSync } from 'node:zlib';

/** In front of what Pagefind 1.6.0 packs: its browser program takes a file without it for one the server unpacked wrongly. */
const SIGNATURE = 'pagefind_dcd';

/** The content of one of Pagefind's files. Throws on another signature. */
export function unpack(file: Uint8Array): Buffer {
  const bytes = gunzipSync(file);
  if (bytes.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) throw new Error('Pagefind: a file has another signature than in 1.6.0');
  return bytes.subarray(SIGNATURE.length);
}

export const pack = (content: Uint8Array): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(SIGNATURE), content]), { level: 9, memLevel: 9 });
