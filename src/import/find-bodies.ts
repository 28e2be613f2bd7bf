import { splitSentences } from './sentences.ts';
import { simplified } from './simplified.ts';

const BODY = '(?![（(])[\\p{Script=Han}（）()]{1,14}?(?:人民政府|政府|人大常委会|常委会|委员会|管委会|组织部|宣传部|统战部|武装部|改革办|编办|农办|巡察办|信访办|审改办|委办|办公室|(?:发改|卫健|卫计|教|经信|住建|建|国资|农|工信|科|商|民宗|交|城管)委|纪委监委|纪委|政法委|法院|检察院|公安局|管理局|分局|(?<![格布大全结困当僵])局|中心|区委|市委|县委|旗委|党工委|街道办事处|街道办|街道|妇联|工商联|团委|总工会|残联|科协|医院|供销社|大队|支队|公司|集团)';
const AND = '(?:[、和]|以及)';
const LIST = `${BODY}(?:${AND}${BODY})*`;
const LED = new RegExp(
  [
    `(?:由|是)(${BODY})(?:负责)?(?:牵头|主办|承办|负责|主导|组织实施)`,
    `(?:^|[，。；（(])(?![^，。；]{0,12}[由是])(${LIST})(?:作为牵头单位|共同牵头|牵头|主办|承办)`,
    `牵头(?:单位|部门|处室)[：:]\\s*(${LIST})`,
  ].join('|'),
  'gu',
);
/** 会同区财政局、区人社局等部门; 区财政局、区人社局配合; 配合单位：区财政局. */
const JOINED = new RegExp(
  [
    `(?<!联)(?:会同|联合|协同)(${LIST})(?=等|，|。|；|$|开展|制定|出台|印发|建立|推进|组织|成立|对)`,
    `(?:^|[，。；（(])(${LIST})(?:等部门|等单位|等)?(?:积极|密切)?(?:配合|协办|协同|参与)(?=[，。；）)]|$)`,
    `责任(?:单位|部门)为(${LIST})(?=[，。；]|$)`,
    `(?:配合|参与|协办|协同|责任)(?:单位|部门)[：:]\\s*(${LIST})`,
  ].join('|'),
  'gu',
);
/** 为方便群众，区政务服务管理局在…: who acts may stand behind what for. */
const ACTS = new RegExp(`^(?:(?:为|按照|围绕|针对|在)[^，。；]{2,30}，)?(${BODY})(?=(?:自|先后|相继|积极|率先|还|进一步|不断|对|将|以|在|出台|制定|推出|开展|建立|组织|推动|紧扣|整合|设立|制发|会同|联合|成立|完善|深化|实施|探索|打造))`, 'u');
const LARGEST_LEAD = 3;
/** Who acts is named early. */
const FIRST_SENTENCES = 2;

/** Bodies a text names for a matter. */
export interface FoundBodies {
  lead: string[];
  partners: string[];
  /** Nothing says who leads: who acts at the head of a paragraph, to be confirmed. */
  doubtful: boolean;
}

/** Who leads and who joins in, where the text says so. */
export function findBodies(paragraphs: string[]): FoundBodies {
  const lead = named(paragraphs, LED).slice(0, LARGEST_LEAD);
  const partners = named(paragraphs, JOINED).filter((body) => !lead.includes(body));
  if (lead.length > 0) return { lead, partners, doubtful: false };
  const acting = paragraphs.flatMap((paragraph) => splitSentences(paragraph).slice(0, FIRST_SENTENCES)).map((sentence) => sentence.replace(/^【[^】]*】/, '')).flatMap((sentence) => {
    const [opening = '', body] = ACTS.exec(simplified(sentence)) ?? [];
    const isNamed = body && (body.length >= 4 || /^[区县市旗]/.test(body)) && !/^(?:该|本|我|全|各|相关|有关)/.test(body);
    return isNamed ? [sentence.slice(opening.length - body.length, opening.length)] : [];
  });
  return { lead: [...new Set(acting)].slice(0, 1), partners, doubtful: acting.length > 0 };
}

/** Each body once, in the script of the text; 各有关部门 is none. */
function named(paragraphs: string[], pattern: RegExp): string[] {
  const found = paragraphs.flatMap((paragraph) =>
    [...simplified(paragraph).matchAll(pattern)].flatMap((match) => {
      const list = match.slice(1).find(Boolean)!;
      const at = match.index + match[0].indexOf(list);
      return paragraph.slice(at, at + list.length).split(/[、和]|以及/);
    }),
  );
  return [...new Set(found)].filter((body) => !/^(?:各|相关|有关|该|本|我|多个|其他)/.test(simplified(body)));
}
