import order from 'cnchar-order';
import { toSimplified } from './simplified.ts';

/**
 * Stroke order of a Chinese reference work after GB 13000.1 字序（笔画序）: by number of strokes, then by the kinds of
 * the strokes in writing order (横 竖 撇 点 折). Strokes come from cnchar-order, which knows the characters of
 * 现代汉语通用字表. A Traditional character is filed under its Simplified form, so that 黨建 stands beside 党建.
 */
const strokes = (order as unknown as { dict: { orders: Record<string, string> } }).dict.orders;

/** cnchar-order's stroke letters by the standard's five kinds; 提 counts as 横, 竖钩 as 竖, 捺 as 点, the rest as 折. */
const KIND: Record<string, string> = { j: '1', i: '1', f: '2', g: '2', s: '3', k: '4', l: '4', d: '4' };
const FOLDED = '5';

/** Characters whose strokes are not known, Latin letters and digits are filed last. */
const LAST = '99';

const strokesOf = (character: string): string | undefined => strokes[character];

/** Key that sorts a term in stroke order, character by character. */
export function strokeKey(text: string): string {
  const characters = [...toSimplified(text.normalize('NFKC'))].map((character) => {
    const letters = strokesOf(character);
    if (letters === undefined) return LAST + character;
    const kinds = [...letters].map((letter) => KIND[letter] ?? FOLDED).join('');
    return String(letters.length).padStart(2, '0') + kinds + character;
  });
  return [...characters, text].join('\u0001');
}

/** Number of strokes under which a key is filed; absent for Latin letters, digits and rare characters. */
export function strokeCount(key: string): number | undefined {
  const count = key.slice(0, 2);
  return count === LAST ? undefined : Number(count);
}
