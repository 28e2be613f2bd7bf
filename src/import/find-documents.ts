import { simplified } from './simplified.ts';
import { readableSentences } from './sentences.ts';

/** A policy document named in a text. */
export interface FoundDocument {
  title: string;
  number?: string;
  date?: string;
}

/** 《意见》 after the full title has been given is that document again. */
const SHORT_FORM = /^(?:意见|办法|通知|方案|规定|条例|规划|决定|纲要|细则|计划|要点|清单|制度|实施意见|实施方案|实施办法)$/;
/** 《…》 of these kinds are publications, laws of one word, works. */
const NO_DOCUMENT = /(?:日报|晚报|时报|晨报|周刊|杂志|新闻联播|焦点访谈|半月谈|求是)$/;
/** 《…》杂志, 刊发《…》: a magazine, an article. */
const IS_WORK = /^(?:杂志|期刊|栏目|节目|专栏|专题片|纪录片|微电影|客户端|周刊|一书|一文|报道|经验文章)|^(?:一剧)?(?:荣?获|斩获|摘得)[^，。；]{0,12}奖/;
/** 编演《…》, 话剧《…》. */
const STAGED = /(?:创作|创排|排演|编排|编演|上演|复排|展演|演唱|拍摄|摄制|剧|戏|曲|舞蹈|小品|电影|影片|短片|图书|绘本|画册|诗集|丛书|读本)[^，。；、《]{0,4}$/;
const PUBLISHED = /(?:刊发|刊登|刊载|发表|登载|播出|报道|撰写)了?(?:的|题为|署名|专题)?[^，。；《]{0,6}$/;
const NUMBER = /[（(]([^（）()]{2,20}[〔[【（(]\d{4}[〕\]】）)][^（）()]{1,8}[号號])[）)]/.source;
/** 以某政发〔2015〕12号文印发《…》. */
const NUMBER_AHEAD = /([^，。；（）()《》\s以由按]{2,16}[〔[【]\d{4}[〕\]】]\d{1,4}[号號])文?件?(?:印发|下发|发布|转发|出台|制定)?了?$/;
const DOCUMENT = new RegExp(`《((?:[^《》]|《[^《》]*》)+)》(?:${NUMBER})?`, 'g');
const KIND = '(?:意见|办法|通知|方案|规定|条例|规划|决定|纲要|细则|规程|指引|计划|要点|制度|规则|措施|批复|通告|公告|清单)(?:（试行）|（暂行）)?';
/** 出台关于……的实施意见, written without marks; or any name with the number of a document behind it. */
const UNMARKED = new RegExp(
  `(?:出台|印发|制定|下发|发布|颁布|通过|转发|修订)了?(关于[^《》，。；：“”]{3,60}?的(?:实施|指导|若干|工作|决定|暂行|管理|补充)*${KIND})(?:${NUMBER})?|([^《》，。；：、“”（）()]{4,50}${KIND})${NUMBER}`,
  'g',
);
/** Words before a name without marks. */
const LEAD_IN = /^.*(?:出台|印发|制定|下发|发布|颁布|通过|转发|修订|根据|依据|按照|落实|执行|实施)(?:了|的)?(?=.{4})/;
/** 于2015年3月底出台《…》: the date of the document where it is said to have been issued then. */
const ISSUED = /(\d{4})年(?:(\d{1,2})月)?[^，。；]{0,20}(?:出台|印发|制定|下发|发布|颁布|通过|实施)[^，。；《]{0,10}(?:《|关于)/;

/** Every 《…》 of a paragraph that is a document, each once. */
export function findDocuments(paragraph: string): FoundDocument[] {
  const found = new Map<string, FoundDocument>();
  for (const sentence of readableSentences(paragraph)) {
    const issued = ISSUED.exec(simplified(sentence));
    const date = issued ? [issued[1], issued[2]?.padStart(2, '0')].filter(Boolean).join('-') : undefined;
    for (const match of sentence.matchAll(DOCUMENT)) {
      const title = match[1]!.replace(/《([^《》]*)》/g, '〈$1〉').trim();
      const plain = simplified(title);
      const [ahead, behind] = [simplified(sentence.slice(0, match.index)), simplified(sentence.slice(match.index + match[0].length))];
      if (SHORT_FORM.test(plain) || NO_DOCUMENT.test(plain) || IS_WORK.test(behind) || PUBLISHED.test(ahead) || STAGED.test(ahead) || found.has(title)) continue;
      const isIssued = issued && match.index < issued.index + issued[0].length;
      found.set(title, { title, number: match[2] ?? NUMBER_AHEAD.exec(sentence.slice(0, match.index))?.[1], date: isIssued ? date : undefined });
    }
    for (const { title, number } of findUnmarked(sentence)) {
      if (!found.has(title)) found.set(title, { title, number, date: issued ? date : undefined });
    }
  }
  return [...found.values()];
}

/** Documents named without 《》, only where an issuing verb or a number says that they are documents. */
function findUnmarked(sentence: string): FoundDocument[] {
  return [...simplified(sentence).matchAll(UNMARKED)].map((match) => {
    const named = match[1] ?? match[3]!;
    const name = match[1] ?? named.replace(LEAD_IN, '');
    const at = match.index + match[0].indexOf(named) + named.length - name.length;
    return { title: sentence.slice(at, at + name.length), number: match[2] ?? match[4] };
  });
}
