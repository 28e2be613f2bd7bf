import { z } from 'zod';
import { date, field, listOf, shortFor, text, textUpTo, url } from './fields.ts';

/** A measured value as written, with its unit: the yearbook's 数据. */
export const figureSchema = z.object({
  name: field(text, '指标名', '写清计的是什么，如“社会组织总数”'),
  value: field(text.regex(/\d/), '数值', '照原文写阿拉伯数字，如 1457、19.2 或 3～5；万、亿写在单位里'),
  unit: field(text.optional(), '单位', '如 家、万元、%'),
  before: field(text.regex(/\d/).optional(), '前值', '变化之前的数值，单位与数值相同'),
  date: field(date.optional(), '截至日期', '这个数所属的日期，如 2015 或 2015-12'),
  approx: field(z.enum(['多', '余', '约', '以上']).optional(), '约数', '原文是约数时写 多、余、约 或 以上'),
  note: field(text.optional(), '说明', '口径、前值年份等需要说明的话'),
});

export const eventSchema = z.object({
  date: field(date, '日期', '写成 2015、2015-04 或 2015-04-16'),
  text: field(text, '事件', '一句完整的话，谁做了什么，句末不加句号'),
});

export const documentSchema = z.object({
  title: field(text.transform((title) => title.replace(/^《(.*)》$/s, '$1')), '文件名', '文件全名，不写书名号'),
  issuer: field(text.optional(), '发文机关', '发文的机关全称'),
  number: field(text.optional(), '文号', '如 国发〔2015〕1号'),
  date: field(date.optional(), '成文日期', '写成 2015、2015-04 或 2015-04-16'),
  url: field(url.optional(), '网址', '以 http:// 或 https:// 开头的完整网址'),
});

export const pilotLevels = ['national', 'provincial', 'city', 'district'] as const;

export const pilotSchema = z.object({
  level: field(z.enum(pilotLevels), '级别', 'national 国家级、provincial 省级、city 市级 或 district 区级'),
  name: field(text, '试点名称', '批复中的名称'),
  grantedBy: field(text.optional(), '批准机关', '批准或授牌的机关'),
  date: field(date.optional(), '批准日期', '写成 2015、2015-04 或 2015-04-16'),
  status: field(text.optional(), '状态', '如 获批、试点中、通过验收'),
});

export const indexTermSchema = z.object({
  term: field(text, '索引词', '读者会查的词'),
  sortKey: field(text.optional(), '排序读音', '多音字的读音，如 chong qing'),
});

export const seeSchema = z.object({
  id: field(text, '条目编号', '年份/区/文件名，不带 .md'),
  why: field(text.optional(), '缘由', '用一个词或短语说明为什么参见'),
});

export const erratumSchema = z.object({
  date: field(date, '日期', '更正的日期'),
  was: field(text, '原文', '更正之前的文字'),
  now: field(text, '更正', '更正之后的文字'),
});

export const reviewSchema = z.object({
  stage: field(z.enum(['初审', '复审', '终审']), '审次', '初审、复审 或 终审'),
  by: field(text, '审稿人', '单位或职务'),
  date: field(date, '日期', '写成 2015-04-16'),
});

/** Longest title that still fits a contents line; 18 and more is a matter of style, not of truth. */
export const TITLE_LIMIT = 100;

/** Frontmatter of one entry, as an editor writes it. Year and district come from the path. */
export const entrySchema = z.object({
  title: field(textUpTo(TITLE_LIMIT), '标题', '写明事项的名词短语，不超过 18 个字'),
  domain: field(text, '改革领域', 'domains.yaml 中的 slug'),
  source: field(listOf(text).refine((ids) => ids.length > 0), '来源', 'sources.yaml 中的 id；有几个来源时写成列表'),
  localDomain: field(text.optional(), '原领域名', '来源自己的领域标题'),
  lang: field(z.enum(['zh-Hans', 'zh-Hant']).default('zh-Hans'), '文字', '繁体条目写 zh-Hant'),
  type: field(z.enum(['overview', 'composite', 'single']).default('single'), '条目类型', 'overview 综述、composite 综合 或 single 单一'),
  summary: field(text.optional(), '摘要', '一句话，不超过 60 个字'),
  dates: field(
    z
      .object({
        start: field(date.optional(), '起始', '写成 2015、2015-04 或 2015-04-16'),
        end: field(date.optional(), '结束', '写成 2015、2015-04 或 2015-04-16'),
      })
      .optional(),
    '起止日期',
    '写成 {start: 2015-04, end: 2015-12}',
  ),
  pilot: field(pilotSchema.optional(), '试点', '写成 {level: national, name: …}'),
  lead: field(listOf(text).default([]), '牵头单位', '单位全称，可写多个'),
  partners: field(listOf(text).default([]), '参与单位', '单位全称，可写多个'),
  figures: field(z.array(figureSchema).default([]), '数据', '每项写 name、value、unit'),
  events: field(z.array(eventSchema).default([]), '事件', '每项写 date、text'),
  documents: field(z.array(documentSchema).default([]), '文件', '每项写 title，可加 issuer、number、date、url'),
  indexTerms: field(z.array(shortFor('term', indexTermSchema)).default([]), '索引词', '约一两个，读者会查的词'),
  see: field(z.array(shortFor('id', seeSchema)).default([]), '参见', '每项写 id 和 why'),
  aliases: field(listOf(text).default([]), '旧编号', '条目改名前的编号'),
  errata: field(z.array(erratumSchema).default([]), '勘误', '每项写 date、was、now'),
  order: field(z.string().regex(/^-?\d+$/).transform(Number).optional(), '次序', '整数，小的在前'),
  state: field(z.enum(['draft', 'final']).default('final'), '状态', 'draft 未定稿（不发布）或 final 定稿'),
  reviews: field(z.array(reviewSchema).default([]), '审稿', '每项写 stage、by、date'),
});

export type Figure = z.infer<typeof figureSchema>;
export type Event = z.infer<typeof eventSchema>;
export type Document = z.infer<typeof documentSchema>;
export type Pilot = z.infer<typeof pilotSchema>;
export type IndexTerm = z.infer<typeof indexTermSchema>;
export type See = z.infer<typeof seeSchema>;
export type Erratum = z.infer<typeof erratumSchema>;
export type EntryFields = z.infer<typeof entrySchema>;
