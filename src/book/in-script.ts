import type { Entry } from '../entry/parse.ts';

/** The book's own words that may stand within a Traditional entry. */
const TRADITIONAL: Record<string, string> = {
  数: '數', 据: '據', 变: '變', 减: '減', 个: '個', 点: '點', 条: '條', 线: '線', 图: '圖', 试: '試', 级: '級', 国: '國', 万: '萬', 亿: '億',
};

/** Words of the book's own in the script of the entry they stand in. */
export const inScript = (words: string, lang: Entry['lang']): string =>
  lang === 'zh-Hant' ? words.replace(/./gu, (character) => TRADITIONAL[character] ?? character) : words;
