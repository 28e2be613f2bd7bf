import type { Example } from '../example.ts';

/** An import speaks of the source file, so its examples are told, not run. */
const told = (bad: string, good: string, message: Example['message'] = {}): Example => ({ bad: {}, good: {}, shown: { bad, good }, message });

/** 导入. */
export const importExamples = {
  'import/format': told('npm run import -- 报告.rtf', '另存为“报告.docx”再导入', { extension: '.rtf' }),
  'import/old-format': told('npm run import -- 报告.doc', '用 Word 打开，“另存为”报告.docx', { kind: '旧版 Word 或 WPS 文档', mend: '请用 Word 或 WPS 打开，“另存为” .docx，再导入' }),
  'import/misnamed': told('网站下载的 报告.doc，实为网页', '改名为 报告.html', { extension: '扩展名是 .doc', kind: '网页', mend: '请把扩展名改成 .html，再导入' }),
  'import/unreadable': told('Word 正打开着的 报告.docx', '关闭 Word 之后的 报告.docx', { reason: 'EBUSY' }),
  'import/too-large': told('报告.docx，内有原大照片40张', '在 Word 中压缩图片，或把照片放在条目旁边', { size: 62, limit: 50 }),
  'import/empty': told('扫描件直接存成的 报告.docx', '文字识别之后的 报告.docx'),
  'import/no-article': told('只嵌着一份 PDF 的 通知.html', '从网页下载附件，另存为 .docx 再导入', { where: '/upload/2015.pdf' }),
  'import/encoding': told('旧系统导出的 报告.txt', '“另存为”时编码选 UTF-8'),
  'import/protected': told('打开时要密码的 台账.xlsx', '取消密码后另存的 台账.xlsx'),
  'import/macro': told('报告.docm', '“另存为”报告.docx'),
  'import/bomb': told('来路不明、解压后异常大的 报告.docx', '用 Word 打开后另存的 报告.docx', { size: 900, count: 12 }),
  'import/damaged': told('没有下载完的 报告.docx', '重新下载，能用 Word 打开的 报告.docx'),
  'import/quotes': told('1,"推进"一窗受理"改革,区政务局', '1,"推进“一窗受理”改革",区政务局', { line: 3 }),
  'import/no-header': told('序号 | 内容 | 备注', '序号 | 任务 | 牵头单位 | 进展'),
  'import/chrome': told('分享到：　打印　关闭窗口', '不写进条目'),
  'import/byline': told('来源：某市日报　作者：某某　2024-12-21', 'sources.yaml：{id: report-2024, title: …, publication: 某市日报, date: 2024-12-21}'),
  'import/caption': told('图为政务服务中心大厅', '![政务服务中心大厅](hall.jpg)'),
  'import/repeat': told('同一段话在报告中出现两次', '条目里只写一次；第二处本应是别的内容的，向供稿单位补要'),
  'import/truncated': told('全年办理事项3万件，其中网上办理', '全年办理事项3万件，其中网上办理2万件。'),
  'import/rejoined': told('设立政务服务\n中心，设窗口36个。', '设立政务服务中心，设窗口36个。'),
  'import/two-line-heading': told('纪律检查\n体制改革', '## 纪律检查体制改革'),
  'import/empty-heading': told('三、文化体制改革\n四、社会治理改革', '三、文化体制改革\n至2024年，……'),
  'import/title': told('示例区2024年改革工作报告', 'sources.yaml：{id: report-2024, title: 示例区2024年改革工作报告}'),
  'import/lost': told('写在文本框里的一段话', '把这段话写进条目的正文'),
  'import/picture': told('Word 中的图形、图表', '在 Word 中右键“另存为图片”，放在条目旁边'),
  'import/formula': told('=SUM(B2:B9)', '296（对照台账核对）'),
  'import/hidden': told('台账中隐藏的“内部评价”一列', '取消隐藏，核对后再导入；或从草稿中删去'),
  'import/column': told('台账的“备注”一列', '正文：“备注：……”，改写成句子或删去'),
  'import/domain-doubt': told('domain: governance（由标题推定）', '核对后的 domain'),
  'import/title-doubt': told('title: 活水润百业', 'title: 中小企业转贷资金池'),
  'import/figure-doubt': told('“新增三五处”', '查明确数，或不写进 figures'),
  'import/lead-doubt': told('“由有关部门牵头”', 'lead: [示例区政务服务管理局]'),
  'import/pilot-doubt': told('“列为试点”', 'pilot: {level: city, name: 一窗受理改革试点, grantedBy: 某市人民政府}'),
  'import/unplaced': told('导入报告末尾列出的句子', '写进相应的条目'),
  'import/nothing': told('台账全是乙区的，却用了 --district jia', 'npm run import -- 台账.xlsx --district yi --year 2024'),
  'import/other-chapter': told('导入甲区时，台账里夹有乙区的行', '另用 --district yi 再导入一次'),
} satisfies Record<string, Example>;
