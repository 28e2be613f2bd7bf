import { z } from 'zod';
import { date, field, listOf, slug, text, url } from '../entry/fields.ts';

/** A token goes over https only, or to the editor's own machine. */
const FORGE_URL = /^(?:https:\/\/[^\s]+|http:\/\/(?:localhost|127\.0\.0\.1)(?:[:/][^\s]*)?)$/;

/** Where the content is kept, for editing in the browser. */
export const repositorySchema = z.object({
  provider: field(z.enum(['github', 'gitlab', 'gitea']), '平台', 'github、gitlab 或 gitea（Forgejo、Codeberg 也写 gitea）'),
  repo: field(z.string().trim().regex(/^[^\s/:]+(\/[^\s/:]+)+(?<!\.git)$/, { abort: true }), '仓库', '写成 单位/仓库，不写网址，末尾不带 .git'),
  branch: field(text.optional(), '分支', '不写则用默认分支'),
  folder: field(z.string().trim().regex(/^[^\\]+$/).optional(), '稿件文件夹', '稿件在仓库里的文件夹，如 content，几层之间用 /；稿件就在仓库最上层时不写'),
  url: field(z.string().trim().regex(FORGE_URL, { abort: true }).optional(), '平台地址', '自建平台或 Codeberg 的首页，以 https:// 开头；用 github.com 时不写'),
  appId: field(text.optional(), '应用编号', 'GitLab、Gitea 上登记的 OAuth 应用编号；不写则用访问令牌登录'),
  signInUrl: field(url.optional(), '登录服务', 'GitHub 登录服务的网址；不写则用访问令牌登录'),
}).superRefine(({ provider, repo, url: address }, context) => {
  // Only GitLab has groups within groups.
  if (provider !== 'gitlab' && repo.split('/').length > 2) context.addIssue({ code: 'custom', path: ['repo'], input: repo });
  const isRepository = address?.replace(/(?:\.git)?\/*$/, '').endsWith(`/${repo}`);
  const isPublicGithub = provider === 'github' && /^https:\/\/(?:www\.)?github\.com(?:\/|$)/.test(address ?? '');
  if (isRepository || isPublicGithub) context.addIssue({ code: 'custom', path: ['url'], input: address });
});

/** `site.yaml`: the publisher's own card. */
export const siteSchema = z.object({
  title: field(text, '年鉴名', '网站和书的总名'),
  publisher: field(text, '编者', '编纂单位全称'),
  url: field(url.optional(), '网站地址', '完整网址，如 https://yearbook.example.cn/'),
  description: field(text.optional(), '简介', '一两句话，说明收录什么'),
  accent: field(z.string().regex(/^#[0-9a-fA-F]{6}$/).default('#a8301f'), '主色', '六位颜色值，如 #a8301f'),
  licence: field(text.optional(), '许可', '内容的使用许可'),
  contact: field(text.optional(), '联系方式', '电话、邮箱或地址'),
  icp: field(text.optional(), '备案号', 'ICP 备案号'),
  reportUrl: field(z.string().trim().regex(/^(https?:\/\/|mailto:)\S+$/).optional(), '报错地址', '读者报告错误的网址，或 mailto: 开头的邮箱'),
  quiet: field(listOf(text).default([]), '静音规则', '不再提示的建议类规则名'),
  repository: field(repositorySchema.optional(), '稿件仓库', '在线编辑时保存到哪里，写成 {provider: github, repo: 单位/仓库, folder: content}'),
});

/** One line of `districts.yaml`; `code` is the six-digit code of GB/T 2260, since names repeat. */
export const districtSchema = z.object({
  slug: field(slug, '网址名', '小写字母、数字、连字符'),
  code: field(z.string().regex(/^\d{6}$/), '区划代码', 'GB/T 2260 六位数字'),
  name: field(text, '区名', '全称'),
  city: field(text, '市', '所属市全称'),
  province: field(text, '省', '所属省、自治区、直辖市全称'),
});

export const domainSchema = z.object({
  slug: field(slug, '网址名', '小写字母、数字、连字符'),
  name: field(text, '领域名', '如 经济体制改革'),
  description: field(text.optional(), '说明', '一句话说明收哪些事项'),
});

export const sourceSchema = z.object({
  id: field(text, '来源编号', '条目 source 字段引用的编号'),
  title: field(text, '题名', '出版物或报告的题名'),
  publication: field(text.optional(), '刊名', '载于何处'),
  author: field(text.optional(), '责任者', '作者或单位'),
  date: field(date.optional(), '日期', '发布日期'),
  url: field(url.optional(), '网址', '完整网址'),
  accessed: field(date.optional(), '访问日期', '引用网页的日期'),
});

export const termSchema = z.object({
  term: field(text, '名词', '正文中的写法'),
  aliases: field(listOf(text).default([]), '又称', '全称、简称或繁体写法'),
  definition: field(text, '解释', '一两句话'),
  sortKey: field(text.optional(), '排序读音', '多音字的读音'),
});

/** A chronicle item of `<year>/events.yaml` that belongs to no entry. */
export const looseEventSchema = z.object({
  date: field(date, '日期', '写成 2015、2015-04 或 2015-04-16'),
  text: field(text, '事件', '一句完整的话'),
  district: field(text.optional(), '区', 'districts.yaml 中的 slug'),
  domain: field(text.optional(), '改革领域', 'domains.yaml 中的 slug'),
});

export const yearbookSchema = z.object({
  title: field(text, '书名', '这一卷的书名'),
  subtitle: field(text.optional(), '副题', '书名之下的一行'),
  editors: field(listOf(text).default([]), '编纂人员', '单位或姓名，可写多个'),
  publisher: field(text.optional(), '出版者', '出版社；没有则用 site.yaml 的编者'),
  place: field(text.optional(), '出版地', '城市'),
  published: field(date.optional(), '出版日期', '写成 2016 或 2016-10'),
  isbn: field(text.optional(), '书号', 'ISBN'),
  cip: field(text.optional(), 'CIP', '图书在版编目数据'),
  price: field(text.optional(), '定价', '如 128.00元'),
});

export const matterSchema = z.object({
  title: field(text, '标题', '如 凡例、后记'),
  order: field(z.string().regex(/^-?\d+$/).transform(Number).optional(), '次序', '整数，小的在前'),
});

export const chapterSchema = z.object({
  source: field(listOf(text).refine((ids) => ids.length > 0), '来源', 'sources.yaml 中的 id'),
  summary: field(text.optional(), '摘要', '一句话，不超过 80 个字'),
  nameThen: field(text.optional(), '当年名称', '这一年的区名，与现名不同时写'),
  lang: field(z.enum(['zh-Hans', 'zh-Hant']).default('zh-Hans'), '文字', '繁体写 zh-Hant'),
});

export type Site = z.infer<typeof siteSchema>;
export type Repository = z.infer<typeof repositorySchema>;
export type District = z.infer<typeof districtSchema>;
export type Domain = z.infer<typeof domainSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Term = z.infer<typeof termSchema>;
export type LooseEvent = z.infer<typeof looseEventSchema>;
export type YearbookFields = z.infer<typeof yearbookSchema>;
export type MatterFields = z.infer<typeof matterSchema>;
export type ChapterFields = z.infer<typeof chapterSchema>;
