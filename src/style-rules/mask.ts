/** Stands for a character that style leaves alone; no rule's pattern matches it by name. */
export const HIDDEN = '\uFFFC';

/** What is no prose: code, pictures, link targets, addresses, footnote marks, HTML, escapes, quoted paragraphs, table rules. */
const NO_PROSE = [
  /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[^\n]*$|(?![\s\S]))/gm,
  /(?<=(?:^|\n)[ \t]*\n)(?: {4}|\t)[^\n]*(?:\n(?: {4}|\t)[^\n]*)*/g,
  /(?<!`)(`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))*?(?<!`)\1(?!`)/g,
  /^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*/gm,
  /!\[[^\]\n]{0,500}\]\([^)\n]{0,1000}\)/g,
  /\]\([^)\n]{0,1000}\)/g,
  /\[\^[^\]\n]+\]:?/g,
  /(?:https?:\/\/|(?<![\w.])www\.)[^\s\p{Script=Han}）。，；、》”<>]+/gu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /<\/?[a-zA-Z!][^>\n]{0,1000}>/g,
  /&#?\w+;|\\[!-/:-@[-`{-~]/g,
  /^ {0,3}>[^\n]*/gm,
  /^[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*$/gm,
];

/** Words of others: titles, quotations, names in quotation marks. A quotation ends with its paragraph; one that is never closed must not be sought to the end of the text from each of its marks. */
const QUOTED = [
  /《(?:[^《》\n]|《[^《》\n]{0,200}》){0,400}》/g,
  /〈[^〈〉\n]{0,2000}〉/g,
  /“(?:[^”\n]|\n(?!\s*\n)){0,2000}”/g,
  /「(?:[^」\n]|\n(?!\s*\n)){0,2000}」/g,
  /『[^』\n]{0,2000}』/g,
  /‘[^’\n]{0,2000}’/g,
  /"[^"\n]*"/g,
];

const hide = (text: string, patterns: RegExp[]): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => found.replace(/[^\n]/gu, (c) => HIDDEN.repeat(c.length))), text);

/** The text, as long as before, without what is no prose. */
export const hideMarkup = (text: string): string => (/[`[<>@|~&\\]|\/\/|www\.|(?:^|\n)(?: {4}|\t)/.test(text) ? hide(text, NO_PROSE) : text);

/** The text, as long as before, without quotations and titles either. */
export const hideQuotations = (text: string): string => (/[《〈“「『‘"]/.test(text) ? hide(text, QUOTED) : text);

const HALF_WIDTH: Record<string, string> = { ',': '，', ';': '；', ':': '：' };

/** The text, as long as before, with the commas and colons between words full width; 10,000 and 1:3 stay. */
export const foldMarks = (text: string): string =>
  /[,;:]/.test(text) ? text.replace(/(?<=[\p{Script=Han}%％）)”》])[,;:]|[,;](?=\p{Script=Han})/gu, (mark) => HALF_WIDTH[mark]!) : text;
