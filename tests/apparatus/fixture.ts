import type { Files } from '../small-book.ts';
import { entryText } from '../small-book.ts';

/** A small book with one of everything the reference apparatus is made of: two years, three districts, both scripts. */
export const APPARATUS: Files = {
  'site.yaml':
    'title: 改革年鉴\npublisher: 年鉴编辑部\ndescription: 逐区记述改革\nurl: https://yearbook.example.cn/\nlicence: 条目文字以 CC BY 4.0 许可使用\n',
  'districts.yaml':
    '- {slug: jia, code: "100001", name: 甲区, city: 某市, province: 某省}\n' +
    '- {slug: yi, code: "100002", name: 乙区, city: 某市, province: 某省}\n' +
    '- {slug: bing, code: "100003", name: 丙区, city: 他市, province: 他省}\n',
  'glossary.yaml':
    '- {term: 放管服, aliases: [放管服改革], definition: 简政放权、放管结合、优化服务的简称。}\n' +
    '- {term: 社会组织, aliases: [社會組織], definition: 社会团体、基金会和社会服务机构。}\n',
  '2015/yearbook.md':
    '---\ntitle: 改革年鉴 2015\neditors: [甲编辑部, 乙编辑部]\npublisher: 某出版社\nplace: 某市\npublished: 2016-10\nisbn: 978-7-000-00000-2\n---\n\n本卷收两个区篇。\n',
  '2015/events.yaml': '- {date: 2015-07, text: 全市召开改革会议, domain: economy}\n',
  '2015/jia/base.md': entryText('2015年，甲区推进放管服改革，保留事项156项，此前498项。依据《审批制度意见》办理，登记土地300亩。', {
    title: '审批制度改革',
    indexTerms: ['行政审批', { term: '重点事项', sortKey: 'zhong dian shi xiang' }],
    figures: [
      { name: '审批事项', value: '156', before: '498', unit: '项', date: '2015' },
      { name: '登记土地', value: '300', unit: '亩', approx: '余' },
    ],
    events: [{ date: '2015-04-16', text: '甲区公布审批目录。' }, { date: '2015', text: '甲区整理审批事项' }],
    documents: [{ title: '审批制度意见', issuer: '某省人民政府', number: '某政发〔2015〕1号', date: '2015-03' }],
    pilot: { level: 'provincial', name: '审批改革试点', grantedBy: '某省人民政府', date: '2015-05', status: '获批' },
    aliases: ['2015/jia/old-name'],
    errata: [{ date: '2016-11-02', was: '165项', now: '156项' }],
    see: [{ id: '2015/yi/hall', why: '集中办理' }],
  }),
  '2015/yi/district.md': '---\nsource: report\n---\n\n2015年，乙区推进改革。\n',
  '2015/yi/hall.md': entryText('2015年，乙区设立政务大厅，审批事项200项，依据《审批制度意见》。受益15万人。', {
    title: '政务大厅',
    indexTerms: ['政务大厅', '行政审批'],
    figures: [
      { name: '审批事项', value: '200', unit: '项', date: '2015' },
      { name: '受益群众', value: '15', unit: '万人', approx: '约' },
    ],
    documents: [{ title: '审批制度意见' }],
  }),
  '2015/yi/hall-service.md': entryText('2015年，乙区政务大厅延长服务时间，依据《审批制度意见》。', {
    title: '政务大厅延时服务',
    indexTerms: ['政务大厅延时服务'],
    documents: [{ title: '审批制度意见' }],
    pilot: { level: 'national', name: '延时服务试点' },
  }),
  '2018/yearbook.md': '---\ntitle: 改革年鉴 2018\n---\n\n本卷收丙区区篇。\n',
  '2018/bing/district.md': '---\nsource: report\nlang: zh-Hant\n---\n\n2018年，丙區推進改革。\n',
  '2018/bing/society.md': entryText('2018年，丙區培育社會組織，審批事項120項，提供制度保障。', {
    title: '社會組織培育',
    domain: 'governance',
    lang: 'zh-Hant',
    indexTerms: ['社會組織', '行政審批'],
    figures: [{ name: '審批事項', value: '120', unit: '項', date: '2018' }],
    events: [{ date: '2018-09', text: '丙區培育社會組織' }],
  }),
};
