import { problem, type Problem } from '../problem.ts';
import type { RuleName } from '../rules.ts';
import type { Passage } from './passage.ts';

/** Simplified and Traditional alike; what comes before or after a word and makes it another word is excluded. */
const FIRST_PERSON = [
  '(?<![自])我(?:区(?![分别])|區(?![分別])|市(?!场)|省(?!略)|县|縣|旗|州|盟|自治[区區州县縣旗]|街道|镇|鎮|乡(?!愁)|鄉(?!愁)|局|厅(?!堂)|廳(?!堂)|司|委(?!托)|办(?!理|公)|辦(?!理|公)|院|校|单位|單位)',
  '(?<![根基资資成日样樣版文標标原底副课課书書全整剧劇脚腳范範])本(?:[区區](?![域间間分别別])|市(?![场場])|省|县|縣|旗|街道|镇|鎮|局|委(?![托])|办法?(?=于|於))',
  '我们|我們|咱们|咱們',
];

const VAGUE_TIME = [
  '(?<![临臨接将將邻鄰最附远遠中])近(?:年(?![底末终終关關中轻輕级級龄齡])来?|年來|[几幾两兩三四五]年(?![度级級])(?:[来來])?|日(?!点|點)|期(?!建设|建設|规划|規劃|目标|目標|工程|[和与與]|、[中远遠]|结合|結合))',
  '日前|目前(?![置言])|眼下|当下(?!一)|當下|时下|時下|[当當]前(?!页|頁|用户|位置|值)|现如今|現如今|这几年|這幾年|近段时间|近一(?:段|个)时期|前不久|不久前|前[些几幾]年|现阶段|現階段|现已(?!有)|現已(?!有)|[上下这這][个個]月|如今|最近(?!的|邻|距离|一次|\\d+[个個家处處条條])',
  '(?<![实實体體表出发發呈兑兌涌湧])[现現]在(?!的?基础)|(?<!至)截[至止](?:目前|今)|至今|迄今(?:为止|為止|已)?',
  '今年(?:以来|以來)?|(?<![标標说說表注证證写寫])明年(?!份)|(?<!过|過)去年|本月|上月|下月|本年度?|这一年来|(?<![\\d〇一二三四五六七八九十百])多年[来來]|长期以来|長期以來',
];

const PRAISE = [
  '卓有成效|(?:成效|成果|效果)(?:十分|非常|较为|更加|日益|很)?(?:显著|明显|卓著|顯著|明顯|良好|突出|喜人)|良好的?(?:成效|效果|势头|勢頭|态势|態勢|局面|氛围)|(?:势头|勢頭|态势|態勢)良好|长足|長足|拍手称快|赞不绝口|(?:取得|收到)(?:了)?(?:较|很|良)好的?(?:成效|效果)|成绩(?:斐然|喜人|显著)|硕果累累|碩果累累',
  '显著(?!轻微)|顯著(?!輕微)|可喜|喜人|令人瞩目|令人矚目|举世瞩目|辉煌|輝煌|丰硕|豐碩|骄人|驕人|亮眼|耀眼|璀璨|卓越(?!绩效|績效)|(?:积极|積極|重要|重大|突出|巨大|应有|應有|杰出|傑出)的?(?:贡献|貢獻)(?![奖獎人者])|(?:宝贵|寶貴)(?:的)?(?:经验|經驗)|高度(?:评价|評價|认可|認可|肯定|赞誉|讚譽)|(?:坚实|堅實|重要)(?:的)?步伐|突破性[进進]展|(?:广泛|廣泛|高度)?(?:赞誉|讚譽)',
  '(?:明显|明顯|不断|不斷|持续|持續|稳步|穩步|大幅|大幅度|逐年|有效)(?:提升|提高|增强|增強|改善|优化|優化)(?![^，。；！？\\n]{0,16}\\d)|翻天覆地|蔚然成风|真抓实干|亮点纷呈|亮點紛呈|迈上新台阶|大大(?:提|增|降|减|缩|方|改|縮|減)|极大地?|極大地?|有力地?(?:推动|推動|促进|促進|保障|提升|支撑)|强有力|強有力|突飞猛进|突飛猛進|跨越式|日新月异|日新月異|蒸蒸日上|如火如荼|有声有色|浓墨重彩|轰轰烈烈',
  '可圈可点|前所未有|史无前例|史無前例|空前|走在.{0,6}前列|开创了?.{0,6}先河|開創了?.{0,6}先河|好评如潮|(?:一致|广泛|广受|普遍|社会)好评|廣泛好評|交口称赞|有口皆碑|深入人心|深受.{0,8}(?:欢迎|好评|歡迎|好評)|受到.{0,8}(?:一致|高度|广泛)(?:好评|评价|赞誉|肯定)',
  '高度重视|高度重視|圆满(?:完成|成功|结束|召开)|圓滿(?:完成|成功)|开创了?.{0,8}新局面|開創了?.{0,8}新局面|再上新台阶|再上新臺階|谱写.{0,8}篇章|譜寫.{0,8}篇章|风清气正|風清氣正|勇立潮头|砥砺奋进|砥礪奮進',
  '切实|切實|扎实(?:推进|开展|做好|有效)|紮實推進|大力(?:推进|推動|推动|开展|實施|实施|弘扬|加强|支持|培育|发展|發展|实施)|狠抓|全力以赴|不遗余力|不遺餘力|着力打造|傾力打造|倾力打造',
];

const REPORTED = [
  '(?<![依根数數证證占])[据據](?:悉|了解|介绍(?!信)|介紹(?!信)|报道|報導|记者|記者)',
  '(?<![依根数數证證占])[据據](?=[^，。；！？\\n\uFFFC]{1,18}(?:介绍|介紹|透露|表示))[^，。；！？\\n]{1,18}(?:介绍|介紹|透露|表示)',
  '(?:告诉|告訴|向)(?:记者|記者)(?![站节節证證协協])|(?:负责人|負責人|工作人员|工作人員)(?:介绍|介紹|表示)(?:[说說道]|，|：|,|:)|(?<![书小])记者(?:获悉|从|在|走进|走访|来到|发现|了解到|采访|看到|日前)|記者(?:獲悉|從|了解到|採訪|看到)|笔者|筆者|小编|小編',
];

const compile = (alternatives: string[]): RegExp => new RegExp(alternatives.join('|'), 'gu');

const WORDS: [RuleName, RegExp][] = [
  ['style/first-person', compile(FIRST_PERSON)],
  ['style/vague-time', compile(VAGUE_TIME)],
  ['style/praise', compile(PRAISE)],
  ['style/reported', compile(REPORTED)],
];

/** Words a yearbook does not use: 第一人称, 时间代词, 评价用语, 新闻套语. */
export function checkWords(passage: Passage): Problem[] {
  return WORDS.flatMap(([rule, pattern]) =>
    // Praise in a title is a slogan, and told as one.
    rule === 'style/praise' && passage.role === 'title'
      ? []
      : [...passage.open.matchAll(pattern)]
          .filter(({ 0: value, index }) => rule !== 'style/vague-time' || isWhole(passage.open, index, value.length))
          .map(({ 0: value, index }) => problem(rule, passage.place(index), { value })),
  );
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
const AROUND = 12;

/** 项目前期、开放日前往、改造去年代久远的线路: what stands across two words of the dictionary is no word. */
function isWhole(text: string, index: number, length: number): boolean {
  const start = Math.max(0, index - AROUND);
  const clause = /[^，。；：！？、\n\uFFFC]*$/u.exec(text.slice(start, index))![0];
  const borders = new Set<number>();
  for (const { index: at, segment } of SEGMENTER.segment(clause + text.slice(index, index + length + AROUND))) borders.add(at).add(at + segment.length);
  return borders.has(clause.length) && borders.has(clause.length + length);
}
