import { Converter } from 'opencc-js/t2cn';
import type { SearchRecord } from '../../../src/outputs/search/record.ts';

/**
 * What a query should find, worked out the plain way and by none of the code under test: OpenCC's own conversion of
 * whole texts, and `includes`.
 */
const fromHongKong = Converter({ from: 'hk', to: 'cn' });
const fromTraditional = Converter({ from: 't', to: 'cn' });

const plain = (text: string): string =>
  fromTraditional(fromHongKong(text.normalize('NFKC').toLowerCase()))
    // Taiwan's forms of two common characters; its converter takes Simplified 么 for 幺.
    .replaceAll('著', '着')
    .replaceAll('麼', '么')
    .replace(/[\s“”‘’「」『』《》〈〉()【】"'·—-]/g, '');

export interface PlainRecord {
  id: string;
  runs: string[];
}

export const plainRecord = (id: string, { title, runs }: SearchRecord): PlainRecord => ({ id, runs: [title, ...runs].map(plain) });

/** Ids of the records that contain the one word, sorted. The word holds no punctuation but the transparent. */
export function idsWith(records: PlainRecord[], word: string): string[] {
  const wanted = plain(word);
  return records.filter(({ runs }) => runs.some((run) => run.includes(wanted))).map(({ id }) => id).sort();
}
