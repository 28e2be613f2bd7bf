/** How a field is written, right and wrong, which a check notices: YAML, as it stands in the file. */
export interface FieldExample {
  good: string;
  bad: string;
}

/** By kind of file and field. Fields of list files are shown as one item. */
export const fieldExamples: Record<string, Record<string, FieldExample>> = {
  entry: {
    title: { good: 'title: 行政审批制度改革', bad: 'title: 大力推进行政审批制度改革，优化营商环境' },
    domain: { good: 'domain: administration', bad: 'domain: 行政体制改革' },
    source: { good: 'source: report-2024', bad: 'source: 示例区2024年改革工作报告' },
    localDomain: { good: 'localDomain: “放管服”改革', bad: 'localDomain: [“放管服”改革, 商事制度改革]' },
    lang: { good: 'lang: zh-Hant', bad: 'lang: 繁体' },
    type: { good: 'type: overview', bad: 'type: 综述' },
    summary: { good: 'summary: 设立政务服务中心，审批事项由498项减至156项', bad: 'summary: 目前,审批事项大幅减少' },
    dates: { good: 'dates: {start: 2024-04, end: 2024-12}', bad: 'dates: {start: 2024年4月}' },
    pilot: {
      good: 'pilot: {level: national, name: 全国相对集中行政许可权改革试点, grantedBy: 国务院办公厅, date: 2024-05}',
      bad: 'pilot: {level: 国家级, name: 相对集中行政许可权改革试点}',
    },
    lead: { good: 'lead: [示例区政务服务管理局]', bad: 'lead: {name: 示例区政务服务管理局}' },
    partners: { good: 'partners: [示例区市场监督管理局, 示例区住房和城乡建设局]', bad: 'partners: {name: 示例区市场监督管理局}' },
    figures: {
      good: 'figures:\n  - {name: 审批事项, value: 156, unit: 项, before: 498, date: 2024-12}\n  - {name: 网上可办率, value: 90, unit: "%", approx: 以上}',
      bad: 'figures:\n  - {name: 审批事项, value: 一百五十六项}',
    },
    events: { good: 'events:\n  - {date: 2024-05-06, text: 示例区政务服务中心启用}', bad: 'events:\n  - {date: 5月6日, text: 示例区政务服务中心启用}' },
    documents: {
      good: 'documents:\n  - {title: 示例区行政审批改革方案, issuer: 示例区人民政府, number: 示政发〔2024〕3号, date: 2024-03}',
      bad: 'documents:\n  - {name: 示例区行政审批改革方案}',
    },
    indexTerms: { good: 'indexTerms: [行政审批, {term: 重点项目, sortKey: zhong dian xiang mu}]', bad: 'indexTerms: []' },
    see: { good: 'see:\n  - {id: 2024/shili/grid, why: 同为基层服务}', bad: 'see:\n  - {id: grid.md}' },
    aliases: { good: 'aliases: [2024/shili/permits]', bad: 'aliases: [2024/shili/grid]' },
    errata: { good: 'errata:\n  - {date: 2025-03-01, was: 156项, now: 165项}', bad: 'errata:\n  - {was: 156项, now: 165项}' },
    order: { good: 'order: 10', bad: 'order: 第一' },
    state: { good: 'state: draft', bad: 'state: 草稿' },
    reviews: { good: 'reviews:\n  - {stage: 初审, by: 区委改革办, date: 2025-02-10}', bad: 'reviews:\n  - {stage: 一审, by: 区委改革办, date: 2025-02-10}' },
  },
  chapter: {
    source: { good: 'source: [report-2024]', bad: 'source: []' },
    summary: { good: 'summary: 2024年推进行政审批和社区治理改革', bad: 'summary: 我区推进行政审批和社区治理改革' },
    nameThen: { good: 'nameThen: 示例县', bad: 'nameThen: {2024: 示例县}' },
    lang: { good: 'lang: zh-Hant', bad: 'lang: 繁体' },
  },
  yearbook: {
    title: { good: 'title: 改革年鉴 2024', bad: 'title: 改革年鉴: 2024' },
    subtitle: { good: 'subtitle: 记述年份：2024年', bad: 'subtitle: 记述年份: 2024年' },
    editors: { good: 'editors: [年鉴编辑部, 某大学改革研究中心]', bad: 'editors: {主编: 年鉴编辑部}' },
    publisher: { good: 'publisher: 某某出版社', bad: 'publisher: [某某出版社, 某某印刷厂]' },
    place: { good: 'place: 北京', bad: 'place: {city: 北京}' },
    published: { good: 'published: 2025-10', bad: 'published: 2025年10月' },
    isbn: { good: 'isbn: 978-7-000-00000-0', bad: 'isbn: ISBN: 978-7-000-00000-0' },
    cip: { good: 'cip: 中国国家版本馆CIP数据核字（2025）第000000号', bad: 'cip: CIP: （2025）第000000号' },
    price: { good: 'price: 128.00元', bad: 'price: 平装: 128.00元' },
  },
  matter: {
    title: { good: 'title: 凡例', bad: 'title: 凡例: 编排和数字' },
    order: { good: 'order: 20', bad: 'order: 二' },
  },
  events: {
    date: { good: 'date: 2024-05-06', bad: 'date: 5月6日' },
    text: { good: 'text: 某市召开全面深化改革工作会议', bad: 'text: 我市召开全面深化改革工作会议' },
    district: { good: 'district: shili', bad: 'district: 示例区' },
    domain: { good: 'domain: administration', bad: 'domain: 行政体制改革' },
  },
  site: {
    title: { good: 'title: 某市改革年鉴', bad: 'title: 某市: 改革年鉴' },
    publisher: { good: 'publisher: 某市改革年鉴编纂委员会', bad: 'publisher: [某市改革年鉴编纂委员会, 某某出版社]' },
    url: { good: 'url: https://yearbook.example.cn/', bad: 'url: yearbook.example.cn' },
    description: { good: 'description: 逐区、逐领域记述改革。', bad: 'description: 记述改革: 逐区、逐领域' },
    accent: { good: 'accent: "#a8301f"', bad: 'accent: 朱红' },
    licence: { good: 'licence: 条目文字以 CC BY 4.0 许可使用', bad: 'licence: 许可: CC BY 4.0' },
    contact: { good: 'contact: 010-00000000', bad: 'contact: 电话: 010-00000000' },
    icp: { good: 'icp: 京ICP备00000000号', bad: 'icp: {number: 京ICP备00000000号}' },
    reportUrl: { good: 'reportUrl: mailto:nianjian@example.cn', bad: 'reportUrl: nianjian@example.cn' },
    quiet: { good: 'quiet: [title/long]', bad: 'quiet: [book/see]' },
    repository: { good: 'repository: {provider: github, repo: nianjian/yearbook, folder: content}', bad: 'repository: {provider: github, repo: "https://github.com/nianjian/yearbook.git"}' },
  },
  districts: {
    slug: { good: 'slug: shili', bad: 'slug: 示例区' },
    code: { good: 'code: "100001"', bad: 'code: 一〇〇〇〇一' },
    name: { good: 'name: 示例区', bad: 'name: [示例区, 示例县]' },
    city: { good: 'city: 某市', bad: 'city: {name: 某市}' },
    province: { good: 'province: 某省', bad: 'province:' },
  },
  domains: {
    slug: { good: 'slug: administration', bad: 'slug: 行政' },
    name: { good: 'name: 行政体制改革', bad: 'name: 行政: 体制改革' },
    description: { good: 'description: 收政府职能、机构、审批和政务服务', bad: 'description: 收录: 政府职能、机构、审批和政务服务' },
  },
  sources: {
    id: { good: 'id: report-2024', bad: 'id: 2024年报告' },
    title: { good: 'title: 示例区2024年改革工作报告', bad: 'title: 示例区: 2024年改革工作报告' },
    publication: { good: 'publication: 某市日报', bad: 'publication: 某市日报: 第2版' },
    author: { good: 'author: 示例区人民政府办公室', bad: 'author: {name: 示例区人民政府办公室}' },
    date: { good: 'date: 2024-12-21', bad: 'date: 2024.12.21' },
    url: { good: 'url: https://www.example.cn/report-2024', bad: 'url: www.example.cn/report-2024' },
    accessed: { good: 'accessed: 2025-03-01', bad: 'accessed: 昨天' },
  },
  glossary: {
    term: { good: 'term: 网格员', bad: 'term: [网格员, 社区网格员]' },
    aliases: { good: 'aliases: [社区网格员, 網格員]', bad: 'aliases: {又称: 社区网格员}' },
    definition: { good: 'definition: 在社区网格中采集信息、服务居民的人员。', bad: 'definition: 释义: 在社区网格中采集信息、服务居民的人员。' },
    sortKey: { good: 'sortKey: wang ge yuan', bad: 'sortKey: [wang, ge, yuan]' },
  },
};
