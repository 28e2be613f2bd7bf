import { pinyin } from 'pinyin-pro';

/**
 * Pinyin order of a Chinese reference work: by syllables without tone, then tone, then the text itself.
 * `sortKey` (syllables such as `chong qing`) overrides the reading, which no library gets right for every name.
 */
export function pinyinKey(text: string, sortKey?: string): string {
  const syllables = (toneType: 'none' | 'num') =>
    pinyin(text.normalize('NFKC'), { toneType, type: 'array', nonZh: 'consecutive', v: true }).join(' ').toLowerCase();
  return `${sortKey?.toLowerCase() ?? syllables('none')}\u0001${syllables('num')}\u0001${text}`;
}

export function sortByPinyin<T>(items: T[], keyOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}

/** Letter under which a pinyin key is filed; `#` for digits and signs. */
export const pinyinInitial = (key: string): string => {
  const letter = /^[a-z]/.exec(key)?.[0];
  return letter ? letter.toUpperCase() : '#';
};
