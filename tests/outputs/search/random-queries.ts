import { Converter } from 'opencc-js/cn2t';
import { randomFrom } from '../../../scripts/random-from.ts';
import type { SearchRecord } from '../../../src/outputs/search/record.ts';

const toFullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const writings = [
  (text: string) => text,
  Converter({ from: 'cn', to: 't' }),
  Converter({ from: 'cn', to: 'hk' }),
  Converter({ from: 'cn', to: 'tw' }),
  toFullWidth,
  (text: string) => text.toUpperCase(),
];
const TRANSPARENT = ['“', '」', '《', '（', '·', '—'];

/** Stretches that no other punctuation parts; what is transparent may stand in them. */
const STRETCH = /[\p{L}\p{N}+%“”‘’「」『』《》〈〉()（）【】'·—]+/gu;
const isWord = (char: string) => /[\p{L}\p{N}+%]/u.test(char);

/** Queries of 2 to 8 characters out of the texts, across words, some converted, some with punctuation put in. */
export function randomQueries(records: SearchRecord[], number: number): string[] {
  const random = randomFrom(number);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!;
  const queries: string[] = [];
  while (queries.length < number) {
    const { title, runs } = pick(records);
    const stretch = [...(pick(pick([title, ...runs]).match(STRETCH) ?? ['']))];
    const start = Math.floor(random() * stretch.length);
    let query = stretch.slice(start, start + 2 + Math.floor(random() * 7));
    if (query.filter(isWord).length < 2) continue;
    if (random() < 0.2) query = query.toSpliced(1 + Math.floor(random() * (query.length - 1)), 0, pick(TRANSPARENT));
    queries.push(pick(writings)(query.join('')));
  }
  return queries;
}
