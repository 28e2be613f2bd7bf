import { simplified } from './simplified.ts';
import { UNIT_PATTERN } from './units.ts';

/** What an editor's table can show. */
export const LONGEST_NAME = 30;
const LONGEST_CLAUSE = 24;
/** Patterns that end at a number look back no further. */
const LOOKED_BACK = 100;
const BREAK = /[，。；：、！？,;:（）()《》【】\s]/;
/** Words right before a number that are no part of what is counted. */
const LEADING = /(?:已经|已有|已达|已|共有|共计|共|合计|累计|达到了|达到|达|不超过|超过|超|约|近|(?<![行作])为|有|是|了|的|仅|(?:全年)?(?:累计)?(?<=值|入|资|额|出|量|售)(?:完成|实现)|(?<!实|表)现|将|则|也|至|到|由|从|在|其中|每人|每月|每年|高达|目前|全年|(?<!占)全区|截至|截止|年底|年末|不低于|不少于|至少|突破|介于|(?<=.{2})(?:控制|稳定|保持|维持)|大概|大约|不到|多达|(?<=.{2})全部|(?<=.{2})获|以)$|(?<![会合统设总])计$/;
/** 审批时限压减至, 事项扩充至: the verb of a change that says only where to. */
const CHANGED = /(?:已)?(?:提升|提高|增加|扩充|扩大|上升|增长|猛增|增|升|减少|压减|压缩|缩短|下降|降低|减|降)$/;
/** Words at the head of a clause that lead up to what is counted. */
const OPENING = /^(?:其中|还|并|也|但|虽|而|相继|先后|累计|现已|已|共|全年|年内|目前|至今|今年|去年|上半年|下半年|当年|本次|又|近[一二三四五六七八九十\d]+年来?|以来|就(?!业|医|学|诊|餐)|仅|的|加上|及(?!时|早)|以(?=占))+|^[^，。]{0,3}[省市区县旗](?:已|共|累计|先后|现|有)+(?=.{2})|^[^了]{1,8}了(?=.{2})|^(?:将|把|对(?!口|外|接|标|公|象|应)|据)(?=.{4})|^特为(?=.{4})|^[^，。]{0,6}[两二三四五六七八九十]部门(?=联合|共同)|^村(?:抱团|结对)(?=.{4})|^(?:预计|力争)(?:完成|实现)?(?=.{2})/;
/** Whose: no name of what is measured. */
const SCOPE = /^(?:我|全|本|该|各)(?:省|市|区|县|旗|盟|州|镇|街道|乡|院|局|自治区)$/;
/** 从以前的38人到现在的24人. */
const NO_NAME = new RegExp(`${SCOPE.source}|^平均(?:每年)?$|^最[长高低多少短快慢]$|^(?:从|比)?(?:以前|原来|过去|现在|改革前|改革后)$`);
/** Verbs that need the thing counted behind them. */
const VERB = /(?:新增加|新增|增加|新建成|新建|建设完成|建成|建立|设立|设有|注册成立|成立|入驻|进驻|搭建|投入|引进|引导|帮助|派出|选派|处置|发展|培养|推出|实施|完成|开展|布局开设|开设|制定出台|制定下发|制定|出台|受理|化解|解决|办理|查处|出动|检查|登记|安装|配备|取缔|拆除|招聘|清理|保留|优化减少|减少|压缩|改造|吸纳|吸引|签约|举办|组织|评选|梳理出|梳理|收集|走访|聘请|培育|栽植|形成|分配|选取|选定|选择|确定|获|拥有|开行|下放|取消|承接|整合|购置|辖|阻止|安排|公布|推动|带动|惠及|涉及|覆盖|服务)$/;
/** The noun counted ends where the sentence goes on about it. */
const GOES_ON = /免[予于]|试行|推行|成立(?!以来)|设立|组建|抱团|结成|先行|进行|实现|成为|通过|参加|参与|加入|建立|获得|得到|荣获|获评|获此|获批|入选|上榜|提供|组成|达到|压缩|提升|提高|增加|减少|下降|降低|缩短|集中|明显|全部|先后|相继|分别|作出|跻身|积极|高效|完成|办结|之一|需|突破|开展|落实|实行|纳入|接入|享受|率先|整建制|承担|中共有|全覆盖|(?<!初|高)中(?=$|有|排名|位|居)|(?<=[者员事户家人业])中(?![心小学医药层介央国])|将(?=从|在|$)|加快|发放|达(?!标)|分(?=[两二三四五六\d])|占(?!地|用|比)|带(?=.{1,4}下沉)|被|(?<!平|人|户|地|年|亩)均(?!价|产|值|衡)|都(?!市|会)|已|在|与|等|用于|(?<![行作])为|从|到|由|以(?![上下内外])|至(?!少)/;
const DOES = '(?:新?选任|设立|撤除|建成|建立|组建|新建|核减|排查|整合|出台|印发|下放|取消|办理|受理|审结|开设|开通|推出|公布|梳理|购置|投入|举办|培训)';
/** Who acts at the head of a clause is not what is counted: 区国税局设立专窗, 区图书馆在街道建成分馆. */
const ACTOR = new RegExp(`^\\p{Script=Han}{1,14}?(?:[局委办]|中心|法院|检察院|政府|图书馆|文化馆|医院|集团)(?:在\\p{Script=Han}{2,8}?)?(?=(?:${DOES}|将|把|對|对)\\p{Script=Han}{2})`, 'u');
const LAST_DONE = new RegExp(`${DOES}\\p{Script=Han}{3,18}$`, 'u');
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** What a body of people or firms has: 纳税人平均税负, 贫困村集体经济收入. */
const HAS = /^(\p{Script=Han}{1,6}?[村县乡镇区人户家民工员企业校])(?=(?:\p{Script=Han}{0,3}(?:人均|户均|平均|年均)|集体(?:经济|经营性?)|就近)\p{Script=Han}*(?:收入|税负|产值|利润|率|成本|工资|支出|面积)$)/u;
/** Units that measure: what is measured stands before the number. Measure words count what stands behind. */
const MEASURES = /%|百分点|元|米|公里|公顷|亩|吨|斤|倍|小时|分钟|天|年|月|工作日|瓦/;
/** 7个市、县, 19个村: places too short to be a name. */
const PLACES = /^(?:[省市县區区旗鄉乡镇鎮村縣](?:、[省市县區区旗鄉乡镇鎮村縣])*)(?![\p{Script=Han}]{0,2}级)/u;

/** 地区生产总值在2012年突破2000亿元: the date stands between the thing and its value. */
const DATED = /[在于到至]?(?:19|20)\d{2}年(?:\d{1,2}月)?(?:底|末|初)?(?:突破|达到?|为|超过|就)?$/;
const UNIT_AHEAD = new RegExp(`^(?:[年月日号]|[多余]?(?:[万亿百]|千(?![瓦克米伏]))*[多余]?(?:%|${UNIT_PATTERN})?)(?:底|初|末|以上|以下|左右)?`);
/** PM2.5浓度: digits that belong to a name. */
const IN_NAME = /[A-Za-z]+[\d.]+$/;

const stripEnd = (text: string): string => {
  const shorter = text.slice(0, simplified(text).replace(LEADING, '').length);
  return shorter === text ? text.replace(/^(?:总数|總數|总计|總計)$/, '') : stripEnd(shorter);
};

/**
 * A name for the value at `from`–`to` of a sentence: what stands before the number in its clause, and behind a measure
 * word what it counts. `已入驻19个研发中心` → `入驻研发中心`; `交易额90亿元` → `交易额`. Nothing where neither is a word.
 */
export function nameFigure(sentence: string, from: number, to: number, unit: string): string | undefined {
  const clause = clauseBefore(sentence, from);
  const before = clause.slice(ACTOR.exec(simplified(clause))?.[0].length ?? 0);
  const plain = simplified(before);
  const verb = VERB.exec(plain)?.[0].length ?? 0;
  if (/^[镇乡县省]$/.test(unit)) return `${before.slice(before.length - verb)}${unit}${verb > 0 ? '' : '数'}`;
  const thing = countedThing(sentence.slice(to), unit, verb > 0 ? '' : '数');
  const counted = MEASURES.test(unit) ? thing : (HAS.exec(simplified(thing))?.[0] ?? thing);
  // 搬迁户1870户 is counted before its number.
  const isTold = verb === 0 && /[户人家]/.test(unit) && plain.endsWith(unit);
  const measured = before.length - verb >= 2 && (MEASURES.test(unit) || isTold) && !SCOPE.test(plain);
  const name = counted.length > 0 && !measured ? before.slice(before.length - verb) + counted : shorten(withoutChange(before, sentence.slice(0, from))) || shorten(clauseBeforeLast(sentence, from));
  if (/连续$/.test(plain) && /[年月]$/.test(unit)) return `连续${/^[^，。；、（）\d]{2,18}/.exec(sentence.slice(to))?.[0] ?? ''}年数`;
  const sorted = /^(.{2,})(?:划分为|分为|分成)/.exec(name)?.[1];
  if (sorted && unit === '类') return `${sorted}分类`;
  const bare = wholeQuotes(name.slice(name.length - simplified(name).replace(OPENING, '').length)).replace(/(?:[及和与與]|(?<![合兼吞归歸])[并並])$/, '');
  return (bare.length >= 2 || /^[占佔]$/.test(bare)) && !NO_NAME.test(simplified(bare)) ? bare.slice(0, LONGEST_NAME) : undefined;
}

/** 事项扩充至53项 counts 事项. */
const withoutChange = (clause: string, head: string): string =>
  /[至到为為]$/.test(head) ? clause.slice(0, simplified(clause).replace(CHANGED, (found, at: number) => (at >= 2 ? '' : found)).length) : clause;

/** A clause too long for a name loses its beginning: up to a 的 or to what was done, else whole words. */
function shorten(clause: string): string {
  if (clause.length <= LONGEST_CLAUSE) return clause;
  const end = /的([^的]{4,20})$/.exec(clause)?.[1] ?? LAST_DONE.exec(simplified(clause))?.[0];
  if (end) return clause.slice(-end.length);
  const starts = [...WORDS.segment(clause)].map(({ index }) => index);
  return clause.slice(starts.find((at) => at >= clause.length - LONGEST_CLAUSE));
}

/** 受理案件首次破万，达到1204件: the clause with the number only says how many. */
function clauseBeforeLast(sentence: string, from: number): string {
  const [, said, verb] = /([^，。；：、\d]{3,})，((?:已|共|就)?(?:达到?|達到?|为|為|有|超过|超過|约|約|突破|增长到|上升到|增加到)了?)$/.exec(sentence.slice(Math.max(0, from - LOOKED_BACK), from)) ?? [];
  return said && verb ? stripEnd(said).replace(/(?:首次|再次|已经|已)?(?:破|突破|创|再创|超|實現|实现|明显|大幅|持续|稳步|快速).*$/u, '') : '';
}

/** Quotation marks that lost their other half go. */
const wholeQuotes = (name: string): string => (/^[^“”]*(?:“[^“”]*”[^“”]*)*$/.test(name) ? name : name.replace(/[“”]/g, ''));

/** What stands in parentheses is told besides: 预算收入（含内列）31.2亿元. */
const withoutAsides = (text: string): string => text.replace(/[（(][^（）()]*[）)]/g, '');

function clauseBefore(sentence: string, from: number): string {
  // 完成率：68.7%; 护士居多（220人）
  if (/[：:（(]/.test(sentence[from - 1] ?? '')) return clauseBefore(sentence, from - 1);
  const dated = withoutAsides(sentence.slice(0, from)).replace(/(?:近|过去|這|这|前)?(?<!\d)\d{1,2}年[来來间間]?(?=\p{Script=Han}+$)/u, '');
  const head = dated.replace(DATED, '').replace(/(?<=[比较較与與])(?:19|20)\d{2}(?=年)/g, toWide);
  let start = head.length;
  while (start > 0 && !isBreak(head, start - 1)) start -= 1;
  const named = IN_NAME.exec(head.slice(Math.max(0, start - LOOKED_BACK), start));
  if (named) return stripEnd(named[0] + head.slice(start));
  const text = head.slice(start);
  // The unit of the number before is no part of this one's name.
  const unit = start > 0 && /[\d%]/.test(head[start - 1]!) ? (UNIT_AHEAD.exec(simplified(text))?.[0].length ?? 0) : 0;
  return stripEnd(text.slice(unit).replace(/^的/, '')).replace(/^在(?=.{4})/, '').replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
}

/** Digits that break no clause: 较2019年同期. */
const toWide = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** A mark, a number, or a 、 that joins no list of short words: 乡、村、组三级干部; 登记、税务等信息. */
function isBreak(head: string, at: number): boolean {
  if (/[\d%]/.test(head[at]!)) return true;
  if (head[at] !== '、') return BREAK.test(head[at]!);
  const [, number = '', last = ''] = /(\d?)([^、，。；：\d]*)$/.exec(head.slice(Math.max(0, at - LOOKED_BACK), at))!;
  const next = /^[^、]*/.exec(head.slice(at + 1))![0];
  const joins = number === '' && last !== '' && (last.length === 1 || next.length === 1 || /[^、，。；：\d]、[^、\d]{1,8}等(?!于|級|级)[^、]*$/.test(head.slice(at - 1)));
  return !joins;
}

/** Up to the verb that goes on about it; after a 的 something else is spoken of, unless it only says which: 有专长的干部. */
function countedThing(behind: string, unit: string, number: string): string {
  const text = withoutAsides(behind.replace(/^(?:以上|左右|以下|以内|余|餘|多(?![晶元样樣功媒种種个個次层層方边邊]))/, '')).replace(/^24小[时時]/, '');
  const after = /^(?:“[^”]*”)?[^，。；：、！？,;:（）()\d\s“「]*/.exec(text)![0].replace(/[“”‘’「」]/g, '');
  const plain = simplified(after);
  const which = /^(?:的(?=.{2})|(?:有|符合|具备|涉及|从事|无|未)[^，的]{0,12}的(?=.{2}))/.exec(plain)?.[0].length ?? 0;
  const rest = plain.slice(which);
  const thing = after.slice(which, which + rest.split(GOES_ON)[0]!.split('的')[0]!.length);
  const places = PLACES.exec(text)?.[0];
  if (places && (thing.length <= places.length || places.includes('、'))) return places + number;
  // 21人获得证书
  if (thing === '' && /[人名]$/.test(unit) && /^(?:获|入选|参加|参与|通过|被|享受)/.test(plain)) return `${after.slice(0, 16)}人数`;
  return thing !== '' && /平方|公顷|亩/.test(simplified(unit)) && !/面积|[地田]$/.test(simplified(thing)) && which > 0 ? `${thing}面积` : thing;
}
