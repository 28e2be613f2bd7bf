import { splitSentences } from './sentences.ts';
import { simplified } from './simplified.ts';
import { UNIT_PATTERN } from './units.ts';

const SENTENCES_READ = 2;
const SHORTEST = 4;
const LONGEST = 18;
/** When, and whose: no part of a name. */
const OPENING = /^(?:截[至止]到?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底末初]?|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年[度底末初]?(?:以来)?|近年来|今年以?来?|目前|全年|年内|年底前?|(?:我|全|本|该)[省市县区镇旗](?!域)|共|已|累计|先后|相继|率先)+/;
const FIGURE = new RegExp(`(?:近|约|超过|超|共|达)?\\d[\\d,.]*[多余]?[万亿]?[多余]?(?:%|${UNIT_PATTERN})?(?:以上|左右)?`, 'g');
const ADVERB = /全部|全面|已经|共(?:有|计)|累计/g;
/** Clauses that say why, how or how much, and not what. */
const NO_NAME = /(?:说|表示|坦言|介绍道?|指出|强调)$|是[^，]*(?:财富|宗旨|关键|根本|基础|重点|核心|大事)$|^(?:为|面对|走进|说起|谈到|通过|按照|根据|围绕|针对|随着|以|在|从|由|使|让|据|其中|同时|此外|另外|进而|从而|并|同比|环比|比|较|占|平均|增长|下降|达到?|实现了?$|(?:贫困)?人口|人均)/;
/** What is said of a matter behind its name. */
const SAID = /(?<=.{4})(?:(?:扎实|稳步|有序|深入|持续|全面|加快|不断|纵深|有效|顺利|高效|明显|显著|进一步)(?:推进|推开|开展|深化|优化|加强|完善|提升|提高|改善|完成|落实|增强|巩固|铺开|实施|健全|拓展)|更加\p{Script=Han}{2}|取得\p{Script=Han}{0,4}(?:实效|成效|进展|突破)|(?:成效|效果)(?:显著|明显|突出)|有力有效|提质增效|平稳运行|和谐稳定|落地见效|走深走实|(?:任务|基本|全面|圆满)+完成)$/u;

/** 为使体制机制更加健全 is an aim. */
const IS_AIM = /^(?:为|使|让|把|将)/;

/** What the end of a heading says of its matter: 扎实推进. Empty where it only names it. */
export const saidOf = (title: string): string => (IS_AIM.test(simplified(title)) ? '' : title.slice(title.length - (SAID.exec(simplified(title))?.[0].length ?? 0)));

/** A name for a paragraph without a heading: its first clause with a `known` word, else its first that names something, without dates and figures. */
export function proposeTitle(paragraph: string, isKnown: (text: string) => boolean): string | undefined {
  const clauses = splitSentences(paragraph).slice(0, SENTENCES_READ).flatMap((sentence) => sentence.replace(/[。！？；]$/, '').split(/[，：；]/));
  const names = clauses.map(nameIn).filter((name) => name.length >= SHORTEST && name.length <= LONGEST);
  return names.find(isKnown) ?? names[0];
}

function nameIn(clause: string): string {
  const opened = clause.trim().slice(OPENING.exec(simplified(clause.trim()))?.[0].length ?? 0);
  // 在推进“互联网+政务服务”方面
  const aspect = /^在(.{4,})(?:方面|领域|領域)$/.exec(opened)?.[1];
  const plain = simplified(opened);
  if (aspect) return aspect;
  if (NO_NAME.test(plain) || /^[^“”]*(?:”|“[^”]*$)/.test(opened)) return '';
  const bare = opened.slice(0, opened.length - saidOf(opened).length);
  return bare.replace(FIGURE, '').replace(ADVERB, '').replace(/^[的、]+|[、的]+$/g, '');
}
