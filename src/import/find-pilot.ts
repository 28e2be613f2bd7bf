import type { Pilot } from '../entry/schema.ts';
import { simplified } from './simplified.ts';
import { readableSentences } from './sentences.ts';

const KIND = '(?:试点|示范区|示范城市|示范县|示范项目|实验区|试验区|先行区|先导区|创建区)';
/** Only where the text says that the pilot was granted, taken up or is held. */
const HELD = /作为|[是系](?:全国|全省|全市|国家|省|市|自治区).{4,30}(?:试点|示范区|实验区|试验区|先行区)|被.{0,20}(?:确定|列|评|选)为|确定为|列为|列入|入选|获批|申报|授牌|批准|承担|开展.{0,30}试点|试点任务|试点地区|试点改革/;
const LEVELS: [Pilot['level'], RegExp][] = [
  ['national', /(?<!组织|宣传|统战|武装)部(?:办公厅)?(?=确定|列|批准|批复|评为|认定|授)|全国|国家|中央|民政部|教育部|财政部|住建部|国务院|农业农村部|国家林业局|国家发展改革委|部级/],
  ['provincial', /省[^，。；]{2,8}[厅局委办](?=确定|列|批准|批复|评为|认定|授)|自治区|全省|省级|省委|省政府|直辖市/],
  ['city', /全市|市级|市委|市政府/],
];

export interface FoundPilot extends Pick<Pilot, 'level' | 'name' | 'date'> {
  /** Sentence the pilot is read from. */
  sentence: string;
}

const HEADING = new RegExp(`${KIND}(?:工作|工程|改革|建设|项目)*$`);

/** The pilot a heading or text tells of; its level is read from the same sentence, district where none is named. */
export function findPilot(heading: string, paragraphs: string[]): FoundPilot | undefined {
  for (const sentence of [heading, ...paragraphs.flatMap(readableSentences)]) {
    const plain = simplified(sentence).replace(/《[^》]*》/g, (title) => '，'.repeat(title.length));
    const isHeading = sentence === heading;
    if (!(isHeading ? HEADING : HELD).test(plain)) continue;
    const ends = [...plain.matchAll(new RegExp(KIND, 'g'))].map(({ index, 0: kind }) => index + kind.length);
    const name = ends.map((end) => pilotName(sentence, plain, end)).find(Boolean);
    if (!name) continue;
    const whole = isHeading ? plain + simplified(paragraphs[0] ?? '') : plain;
    const level = LEVELS.find(([, pattern]) => pattern.test(whole.replace(/全[国省市区](?:率先|首创|领先)/g, '')))?.[0] ?? 'district';
    const [, year, month] = /(\d{4})年(?:(\d{1,2})月)?[^，。]{0,20}(?:批准|获批|确定|授牌|通过|入选|列)/.exec(plain) ?? [];
    return { level, name, date: year && [year, month?.padStart(2, '0')].filter(Boolean).join('-'), sentence };
  }
  return undefined;
}

/** Verbs that lead up to the name. */
const LEAD_IN = /^.*(?:作为|[区县市旗][是系]|率先|开展了?|推进|推动|承担|申报的?|完成|列为|列入|确定为|评为|选为|成为|获批|入选|启动|深入|抓好|被|从\d{4}年\d{0,2}月?全面)(?=.{4})/u;

/** What is quoted, with 试点 behind it where it is not part of the quotation; else the words that lead up to 试点. */
function pilotName(sentence: string, plain: string, end: number): string | undefined {
  const quoted = new RegExp(`[“「]([^”」]{4,40}${KIND})[”」]`).exec(plain) ?? /[“「]([^”」]{4,30})[”」][^，。；]{0,12}试点/.exec(plain);
  if (quoted) {
    const at = quoted.index + 1;
    const inside = sentence.slice(at, at + quoted[1]!.length);
    return new RegExp(`${KIND}$`).test(quoted[1]!) ? inside : `${inside}试点`;
  }
  let start = end;
  while (start > 0 && !/[，。；：“”‘’（）《》\s]/.test(plain[start - 1]!)) start -= 1;
  const lead = LEAD_IN.exec(plain.slice(start, end))?.[0].length ?? 0;
  const batch = /^(?:\d{4}年度?)?(?:(?:全国|全省|全区|全市|国家|省|市)?(?:首批|第[一二三四五六]批))?/.exec(plain.slice(start + lead, end))![0].length;
  const name = sentence.slice(start + lead + batch, end);
  const isPhrase = /^(?:重点|各项|各类|改革|国家级?|省级|市级|以|在|开始|先行|率先|全面|逐步|启动)*试点$|\d/.test(simplified(name));
  return name.length >= 5 && name.length <= 40 && !isPhrase ? name : undefined;
}
