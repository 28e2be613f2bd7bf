/** Pieces of text that end a statement, their closing quotes with them. */
const SENTENCE = /[^。！？!?；;\n]*[。！？!?；;]+[”’」』）)]*|[^。！？!?；;\n]+/gu;

/** Sentences as written; a semicolon ends one, since a list of measures is a list of statements. */
export const splitSentences = (text: string): string[] =>
  (text.match(SENTENCE) ?? []).map((sentence) => sentence.trim()).filter((sentence) => skeleton(sentence) !== '');

/** Letters, digits and Han only: two texts with one skeleton say the same, whatever became of the punctuation. */
export const skeleton = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
