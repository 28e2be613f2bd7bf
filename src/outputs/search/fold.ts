/**
 * Folding: writings a reader holds for the same become the same. Simplified and Traditional, full and half width,
 * capitals and small letters, ㎡ and m2. The index and the query are folded by this one file; texts are shown as written.
 */

/** A character → the character it counts as. Characters that count as themselves are left out. */
export type FoldTable = ReadonlyMap<string, string>;

/** One folded character and the stretch of the original text it came from, as UTF-16 offsets `[from, to)`. */
export interface FoldedChar {
  char: string;
  from: number;
  to: number;
}

const MARK = /\p{M}/u;

/** OCR and old typists write the zero of 二〇一五 as a circle. */
const ROUND_ZEROS: Record<string, string> = { '○': '〇', '◯': '〇' };

/**
 * Traditional phrases whose second character counts as another only there, in any script's writing: 批覆 is 批复, while
 * 覆蓋 is not 复盖. Joined everywhere, 全覆 would find 安全复查. From OpenCC's phrases, those of public texts.
 */
const IN_PHRASES = new Map<string, string>([...'答回批反函核申示禀稟'].map((char) => [`${char}覆`, '复'])).set('傢俱', '具');

/** Any string, lone surrogates too. One character may fold to several (㎡), a combining mark to none. */
export function foldText(text: string, table: FoldTable): FoldedChar[] {
  const folded: FoldedChar[] = [];
  let from = 0;
  const chars = [...text];
  chars.forEach((written, at) => {
    const to = from + written.length;
    const inPhrase = IN_PHRASES.get((chars[at - 1] ?? '') + written);
    if (written < '\u0080') folded.push({ char: written.toLowerCase(), from, to });
    else if (inPhrase && !/[盖蓋]/.test(chars[at + 1] ?? '')) folded.push({ char: inPhrase, from, to });
    else {
      for (const part of written.normalize('NFKC').toLowerCase()) {
        if (MARK.test(part)) continue;
        folded.push({ char: table.get(part) ?? ROUND_ZEROS[part] ?? part, from, to });
      }
    }
    from = to;
  });
  return folded;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Numbers as base-32 digits, lowest first; the upper half of the alphabet says that more follow. */
const encodeNumber = (value: number): string => {
  let digits = '';
  let rest = value;
  for (; rest >= 32; rest = Math.floor(rest / 32)) digits += DIGITS[32 + (rest % 32)];
  return digits + DIGITS[rest];
};

function* decodeNumbers(digits: string): Generator<number> {
  let value = 0;
  let scale = 1;
  for (const digit of digits) {
    const part = DIGITS.indexOf(digit);
    value += (part % 32) * scale;
    scale *= 32;
    if (part >= 32) continue;
    yield value;
    [value, scale] = [0, 1];
  }
}

/**
 * The table as text for the browser: steps between the characters in code point order, then steps between those they
 * count as. Steps are small because both scripts are in radical order; gzip takes half of the rest.
 */
export function encodeFoldTable(table: FoldTable): string {
  const pairs = [...table]
    .map(([from, to]): [number, number] => [from.codePointAt(0)!, to.codePointAt(0)!])
    .sort((a, b) => a[0] - b[0]);
  let [from, to] = [0, 0];
  let [fromSteps, toSteps] = ['', ''];
  for (const pair of pairs) {
    const step = pair[1] - to;
    fromSteps += encodeNumber(pair[0] - from);
    toSteps += encodeNumber(step < 0 ? -2 * step - 1 : 2 * step);
    [from, to] = pair;
  }
  return `${fromSteps}.${toSteps}`;
}

/** The reverse of `encodeFoldTable`; text of any other form gives a table that is wrong but no exception. */
export function decodeFoldTable(encoded: string): FoldTable {
  const [fromSteps = '', toSteps = ''] = encoded.trim().split('.');
  const targets = decodeNumbers(toSteps);
  const table = new Map<string, string>();
  let [from, to] = [0, 0];
  for (const fromStep of decodeNumbers(fromSteps)) {
    const step = targets.next().value ?? 0;
    from += fromStep;
    to += step % 2 === 1 ? -(step + 1) / 2 : step / 2;
    table.set(String.fromCodePoint(from), String.fromCodePoint(to));
  }
  return table;
}
