import tsCharacters from 'opencc-js/dict/TSCharacters';

const table = new Map(
  tsCharacters.split('|').flatMap((line) => {
    const [from = '', to = ''] = line.split(' ');
    return from.length === 1 && to.length === 1 ? [[from, to] as const] : [];
  }),
);

const TRADITIONAL = new RegExp(`[${[...table.keys()].join('')}]`, 'g');

/** Simplified form of every character, offsets unchanged: what the patterns are written in and match against. */
export const simplified = (text: string): string => text.replace(TRADITIONAL, (char) => table.get(char)!);

/** Whether a text is written in Traditional script: more than one Han in twenty has another Simplified form. */
export function isTraditional(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return han.filter((char) => table.has(char)).length > han.length / 20;
}
