import { problem, type Problem } from '../problem.ts';
import type { Passage } from './passage.ts';

/** A line of the contents holds this many characters; the marks of names are not counted. */
export const TITLE_LENGTH = 18;

const NAME_MARKS = /[“”‘’「」『』《》〈〉]/g;
const SLOGAN =
  /大力|扎实|扎實|切实|切實|着力|著力|奋力|奮力|努力|全力|狠抓|积极(?:推|开|探|打)|積極(?:推|開|探|打)|稳步推|穩步推|深入推|纵深|縱深|再上新|新台阶|新臺階|新局面|新篇章|新成效|新突破|新跨越|新作为|显著|顯著|成效明[显顯]|硕果|碩果|谱写|譜寫|争创一流|勇当|勇立|砥砺|砥礪|敢为人先|敢為人先|再出发|再出發|最后一公里|最後一公里|擦亮|激发|激發|迸发|迸發|跑出|按下|快进键|快進鍵|加速度|新动能|新動能|底色|赋能|賦能|[点點]亮|绘就|繪就|绽放|綻放|^(?:[让讓](?![与與渡利步])|向.{1,6}要(?!素)|以.{1,8}(?:促|推动|推動|带动|帶動|引领|引領))/g;

/** The hundred commonest surnames; before an office or 同志 they show a name. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蔣葉蘇魏呂盧鐘譚陸賈韋鄒';
const OFFICE = '(?:书记|書記|[省市区區县縣镇鎮乡鄉]长|[省市區縣鎮鄉]長|主任|局长|局長|部长|部長|主席|委员|委員)';
const ACT = '(?:调研|調研|视察|視察|检查|檢查|督导|督導|考察|慰问|慰問|会见|會見|出席|主持|率队|率隊|当选|當選|赴|强调|強調|讲话|講話)';
/** The last character of an organisation or area, which no given name has before an act: 高新区调研. */
const NO_NAME = '[区區市县縣镇鎮乡鄉办辦局委厅廳部处處科室组組队隊会會厂廠院校园園站所点點团團级級]';
const PERSON = new RegExp(
  `(?<=${OFFICE})[${SURNAMES}]\\p{Script=Han}{1,2}?(?=(?:同志)?${ACT})(?<!${NO_NAME})|(?<!\\p{Script=Han})[${SURNAMES}]\\p{Script=Han}{1,2}?(?:同志|先生|女士|(?:副?(?:书记|書記|区长|區長|市长|市長|县长|縣長|主任|局长|局長|部长|部長|省长|主席|委员|委員))(?=[调調视視检檢慰会會出率到赴在主作]))`,
  'gu',
);

/** 条目标题: a noun phrase that names the matter. */
export function checkTitle(passage: Passage): Problem[] {
  if (passage.role !== 'title') return [];
  const { text, open } = passage;
  const length = [...text.replace(NAME_MARKS, '')].length;
  const marks = [...open.matchAll(/——|\p{P}/gu)].filter(({ 0: mark }) => !/^[“”‘’「」『』《》〈〉"、·\-—～~/%％&＆#]$/u.test(mark));
  return [
    ...(length > TITLE_LENGTH ? [problem('title/long', passage.place(0), { length, limit: TITLE_LENGTH })] : []),
    ...marks.slice(0, 1).map(({ 0: value, index }) => problem('title/punctuation', passage.place(index), { value })),
    ...[...open.matchAll(SLOGAN)].slice(0, 1).map(({ 0: value, index }) => problem('title/slogan', passage.place(index), { value })),
    ...[...open.matchAll(PERSON)].slice(0, 1).map(({ 0: value, index }) => problem('title/person', passage.place(index), { value })),
  ];
}
