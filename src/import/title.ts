import type { DomainWords } from './domain.ts';
import { stripNumbering } from './headings.ts';
import { proposeTitle, saidOf } from './propose-title.ts';
import { simplified } from './simplified.ts';
import { TITLE_LIMIT } from '../entry/schema.ts';

/** 改革案例：家庭医生签约服务: a word for what follows. */
const LABEL = /^(?:改革|典型|经验|创新|实践)*(?:案例|做法|专栏|链接|经验|样本)[一二三四五六七八九十\d]*$/;
/** 【服务】 before the matter's own name. */
const IN_BRACKETS = /^[【［[][^】］\]]{1,8}[】］\]](?=.{2})/;
/** Without a heading a whole paragraph is given. */
const LONGEST_READ = 200;
/** Clauses of a heading that urge rather than name. */
const SLOGAN = /新局面|新台阶|新突破|新面貌|落地生根|开花结果|再上|惠民生|暖民心|齐发力|见实效|快速发展|成效/;

/** A draft's title, and what is doubtful about it: of its heading, else of its text. */
export function titleOf(heading: string, paragraphs: string[], vocabulary: DomainWords[]): { title: string; doubt: string } {
  if (!heading) return { title: proposeTitle(paragraphs[0] ?? '', knownWords(vocabulary)) ?? draftTitle(paragraphs[0] ?? '', vocabulary), doubt: '原文没有标题，取自正文' };
  const whole = draftTitle(heading, vocabulary);
  const said = saidOf(whole);
  const title = whole.slice(0, whole.length - said.length);
  return { title, doubt: doubtTitle(title, paragraphs, vocabulary) || (said && `原标题还有“${said}”`) };
}

/** A draft's title: of a heading of several clauses the one that best names the matter. The editor has the last word. */
function draftTitle(text: string, vocabulary: DomainWords[]): string {
  const heading = text.slice(0, LONGEST_READ);
  const clauses = stripNumbering(heading).replace(IN_BRACKETS, '').replace(/^在(.{4,})(?:领域|領域|领城|領城)$/, '$1').split(/[，。；：！？\s]+/).map((clause) => clause.trim()).filter((clause) => clause.length >= 2);
  const weight = (clause: string) => {
    const plain = simplified(clause);
    const known = vocabulary.flatMap(({ weights }) => [...weights]).filter(([word]) => plain.includes(word));
    return Math.min(6, Math.max(0, ...known.map(([, points]) => points))) + (clause.length >= 4 && clause.length <= 18 ? 2 : 0) - (SLOGAN.test(plain) ? 6 : 0) - (LABEL.test(plain) ? 6 : 0);
  };
  const best = clauses.reduce<string | undefined>((chosen, clause) => (chosen === undefined || weight(clause) > weight(chosen) ? clause : chosen), undefined);
  return (best ?? stripNumbering(heading)).slice(0, TITLE_LIMIT) || '待拟标题';
}

/** What ends in a word for an arrangement is a name, whether or not its other words are known. */
const NAME = /(?:服务|制度|机制|改革|保障|建设|管理|平台|体系|中心|试点|工程|监管|办法|计划|模式|清单|目录|标准|规划|方案|项目|行动|基金|贷款|补贴|补助|救助|评估|考核|审批|审计|登记|培训|整治|治理|改造|搬迁|执法|普查|队伍|窗口|系统|流程|制|证)$/;
const URGES = /[让更惠暖润聚齐]|一流|跑出|擦亮|绘就|奏响|筑牢|按下/;
const LONGEST_PROPOSED = 20;

/** Whether a text has a word of any matter. */
function knownWords(vocabulary: DomainWords[]): (text: string) => boolean {
  const known = [...new Set(vocabulary.flatMap(({ weights }) => [...weights.keys()]))];
  return (text) => known.some((word) => simplified(text).includes(word));
}

/** What is doubtful about a title none of whose words belongs to any matter: 活水润百业. Empty where nothing is. */
export function doubtTitle(title: string, paragraphs: string[], vocabulary: DomainWords[]): string {
  const names = knownWords(vocabulary);
  if (names(title) || (NAME.test(simplified(title)) && !URGES.test(simplified(title)))) return '';
  const clause = (paragraphs[0] ?? '').split(/[，。；：！？]/).find((one) => one.length >= 4 && one.length <= LONGEST_PROPOSED && !/\d|牵头|负责$/.test(one) && names(one));
  return clause ? `像口号，可参考正文“${clause}”` : '像口号，请写事项的名称';
}
