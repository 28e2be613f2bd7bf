import { simplified } from './simplified.ts';

const BODY = '[\\p{Script=Han}（）()]{1,14}?(?:人民政府|政府|人大常委会|常委会|委员会|组织部|宣传部|统战部|改革办|委办|办公室|纪委监委|纪委|政法委|法院|检察院|管理局|分局|(?<![格布大全结困当僵])局|中心|区委|市委|县委|党工委|街道办事处|街道办|街道|妇联|工商联|团委|公司|集团)';
const LED = new RegExp(`(?:由|是)(${BODY})(?:负责)?(?:牵头|主办|承办|负责|主导|组织实施)|(?:^|[，。；])(${BODY})(?:作为牵头单位|牵头|主办|承办)`, 'gu');
const ACTS = new RegExp(`^(${BODY})(?=(?:先后|相继|积极|率先|还|进一步|不断|对|将|以|在|出台|制定|推出|开展|建立|组织|推动|紧扣|会同|联合|成立|完善|深化|实施|探索|打造))`, 'u');

/** Who leads, where the text says so; else who acts at the head of a paragraph, to be confirmed. */
export function findLead(paragraphs: string[]): { lead: string[]; doubtful: boolean } {
  const said = paragraphs.flatMap((paragraph) =>
    [...simplified(paragraph).matchAll(LED)].map((match) => {
      const body = match[1] ?? match[2]!;
      const at = match.index + match[0].indexOf(body);
      return paragraph.slice(at, at + body.length);
    }),
  );
  if (said.length > 0) return { lead: [...new Set(said)].slice(0, 3), doubtful: false };
  const acting = paragraphs.flatMap((paragraph) => {
    const body = ACTS.exec(simplified(paragraph))?.[1];
    return body && body.length >= 4 && !/^(?:该|本|我|全|各)/.test(body) ? [paragraph.slice(0, body.length)] : [];
  });
  return { lead: [...new Set(acting)].slice(0, 1), doubtful: acting.length > 0 };
}
