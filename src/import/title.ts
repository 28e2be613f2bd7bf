import type { DomainWords } from './domain.ts';
import { stripNumbering } from './headings.ts';
import { simplified } from './simplified.ts';
import { TITLE_LIMIT } from '../entry/schema.ts';

/** 改革案例：家庭医生签约服务: a word for what follows. */
const LABEL = /^(?:改革|典型|经验|创新|实践)*(?:案例|做法|专栏|链接|经验|样本)[一二三四五六七八九十\d]*$/;
/** Without a heading a whole paragraph is given. */
const LONGEST_READ = 200;
/** Clauses of a heading that urge rather than name. */
const SLOGAN = /新局面|新台阶|新突破|新面貌|落地生根|开花结果|再上|惠民生|暖民心|齐发力|见实效|快速发展|成效/;

/** A draft's title: of a heading of several clauses the one that best names the matter. The editor has the last word. */
export function draftTitle(text: string, vocabulary: DomainWords[]): string {
  const heading = text.slice(0, LONGEST_READ);
  const clauses = stripNumbering(heading).replace(/^在(.{4,})(?:领域|領域|领城|領城)$/, '$1').split(/[，。；：！？\s]+/).map((clause) => clause.trim()).filter((clause) => clause.length >= 2);
  const weight = (clause: string) => {
    const plain = simplified(clause);
    const known = vocabulary.flatMap(({ weights }) => [...weights]).filter(([word]) => plain.includes(word));
    return Math.min(6, Math.max(0, ...known.map(([, points]) => points))) + (clause.length >= 4 && clause.length <= 18 ? 2 : 0) - (SLOGAN.test(plain) ? 6 : 0) - (LABEL.test(plain) ? 6 : 0);
  };
  const best = clauses.reduce<string | undefined>((chosen, clause) => (chosen === undefined || weight(clause) > weight(chosen) ? clause : chosen), undefined);
  return (best ?? stripNumbering(heading)).slice(0, TITLE_LIMIT) || '待拟标题';
}

const LONGEST_PROPOSED = 20;

/** What is doubtful about a title none of whose words belongs to any matter: 活水润百业. Empty where nothing is. */
export function doubtTitle(title: string, paragraphs: string[], vocabulary: DomainWords[]): string {
  const known = [...new Set(vocabulary.flatMap(({ weights }) => [...weights.keys()]))];
  const names = (text: string) => known.some((word) => simplified(text).includes(word));
  if (names(title)) return '';
  const clause = (paragraphs[0] ?? '').split(/[，。；：！？]/).find((one) => one.length >= 4 && one.length <= LONGEST_PROPOSED && !/\d|牵头|负责$/.test(one) && names(one));
  return clause ? `像口号，可参考正文“${clause}”` : '像口号，请写事项的名称';
}
