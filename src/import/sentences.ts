/** Pieces of text that end a statement, their closing quotes with them. */
const SENTENCE = /[^。！？!?；;\n]*[。！？!?；;]+[”’」』）)]*|[^。！？!?；;\n]+/gu;

/** Sentences as written; a semicolon ends one, since a list of measures is a list of statements. */
export const splitSentences = (text: string): string[] =>
  (text.match(SENTENCE) ?? []).map((sentence) => sentence.trim()).filter((sentence) => skeleton(sentence) !== '');

const LONGEST_READ = 2000;

/** Sentences to look for facts in: a run of text that never ends is read piece by piece, since patterns search it as a whole. */
export const readableSentences = (text: string): string[] =>
  splitSentences(text).flatMap((sentence) => (sentence.length <= LONGEST_READ ? [sentence] : (sentence.match(new RegExp(`[^]{1,${LONGEST_READ}}`, 'g')) ?? [])));

/** Letters, digits and Han only: two texts with one skeleton say the same, whatever became of the punctuation. */
export const skeleton = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
