const HAN = '\\p{Script=Han}';
const FULL_WIDTH: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const HALF_WIDTH_MARK = new RegExp(`(?<=[${HAN}”》）])([,;:?!])(?=[${HAN}“《（]|$)`, 'gu');

/** C0 controls but tab and line feed, C1 controls, bidirectional controls, zero-width marks, soft hyphens, specials. */
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]/gu;

/** `ISO 9001`, `PM 2.5`: a name and its number stay on one line. */
const NUMBERED_NAME = /(?<=[A-Za-z]) (?=\d)/g;

/** GB/T 15834: ～, a single — and · join two words and begin no line. A word joiner before them says so. */
const JOINING_MARK = /(?<=\S)(?<!—)([～·]|—(?!—))/gu;

/** A word no line can hold may break anywhere. */
const ENDLESS_WORD = /[A-Za-z0-9_]{40,}/g;
const BREAK_HERE = '\u200B';

/**
 * Text as it is set: characters that print nothing are dropped, half-width marks between Han characters made full
 * width, a name kept with its number, a joining mark with the word before it.
 */
export function printText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\t\n]+/g, ' ')
    .replace(HALF_WIDTH_MARK, (mark) => FULL_WIDTH[mark]!)
    .replace(NUMBERED_NAME, '\u00A0')
    .replace(JOINING_MARK, '\u2060$1')
    .replace(ENDLESS_WORD, (word) => word.replace(/.{10}/g, `$&${BREAK_HERE}`));
}
