import { refuse } from './import-error.ts';

/** Characters any Chinese report is full of, in both scripts; a wrong decoding meets one in a hundred by chance. */
const COMMON = /[的一是在了和有年个区不人大为中上以会民政府工作建设改革发展务服社全市推进行制度机体管理地方部门成本经济实化法公开各与等月日個區為會務設發實經濟機體開與門進這，。、；：（）“”《》]/g;
const LEAST_COMMON = 0.05;
/** In fewer characters chance has too much say. */
const ENOUGH = 30;
const CONTROL = /[\0\x01-\x08\x0e-\x1a]/;

/**
 * Bytes of a text file → text with line breaks `\n`. UTF-8 and UTF-16 by their signs, else whichever of the usual
 * encodings reads like Chinese, whatever the file declares. @throws ImportError where none does
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: string): string {
  const text = [decode(bytes, markedEncoding(bytes)), decode(bytes, 'utf-8')].find((one) => one !== undefined && !CONTROL.test(one)) ?? guess(bytes, declared);
  if (text === undefined) refuse('import/encoding', name);
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function guess(bytes: Uint8Array, declared: string | undefined): string | undefined {
  const readings = ['gb18030', 'big5', 'utf-16le', 'utf-16be', declared]
    .flatMap((encoding) => decode(bytes, encoding) ?? [])
    .filter((text) => !CONTROL.test(text))
    .map((text) => ({ text, foreign: text.match(/[^\0-\x7f]/g)?.length ?? 0, common: text.match(COMMON)?.length ?? 0 }));
  const [best] = readings.sort((a, b) => b.common / b.foreign - a.common / a.foreign);
  return best && (best.foreign < ENOUGH || best.common / best.foreign > LEAST_COMMON) ? best.text : undefined;
}

function decode(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (!encoding) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
