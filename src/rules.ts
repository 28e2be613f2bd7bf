/**
 * Every rule an editor can meet: a permanent name, its severity and its wording. Names are never reused or renamed:
 * editors silence them in `site.yaml` and look them up in the handbook. `{slots}` are filled by `problem()`.
 */
interface Rule {
  severity: 'error' | 'advice';
  what: string;
  mend: string;
}

const error = (what: string, mend: string): Rule => ({ severity: 'error', what, mend });
const advice = (what: string, mend: string): Rule => ({ severity: 'advice', what, mend });

export const rules = {
  'file/folder': error('内容文件夹“{folder}”不存在或不能读取', '请检查 CONTENT_DIR 或 --content 的写法'),
  'file/missing': error('缺少必需的文件 {name}', '请新建该文件，写法见编辑手册'),
  'file/unreadable': error('文件不能读取（{reason}）', '请检查文件是否损坏或没有读取权限'),
  'file/encoding': error('文件不是 UTF-8 编码，像是 {encoding}', '请在编辑器中“另存为”，编码选 UTF-8'),
  'file/nul': error('文件含有空字符（NUL），可能不是文本文件或已损坏', '请从原稿重新复制文字，另存为 UTF-8 文本'),
  'file/empty': error('文件是空的', '请写入内容，或删除该文件'),
  'file/size': error('文件有 {size} MB，超过文本文件上限 {limit} MB', '请确认没有把图片或 Word 文件存成 .md，过长的条目请拆分'),
  'file/name': error('文件名“{name}”含有小写字母、数字、连字符以外的字符', '请改名为“{suggestion}”'),
  'file/reserved': error('“{name}”是网址中的保留名', '请改用其他名字，如“{suggestion}”'),
  'file/place': advice('不认得这个文件，它不会进入年鉴', '条目应放在 年份/区/ 之下，以 .md 结尾；图片放在条目旁边'),

  'yaml/fence-missing': error('文件开头没有 ---', '第一行写 ---，接着写各字段，再以 --- 结束，正文从下一行开始'),
  'yaml/fence': error('文件开头写成了“{value}”', '第一行只能是 ---，前后不能有其他字符或空格'),
  'yaml/fence-open': error('开头的 --- 没有结束', '在各字段之后、正文之前另起一行写 ---'),
  'yaml/syntax': error('此处的写法不合 YAML 规则：{reason}', '请检查缩进、冒号后的空格和引号；值里有“: ”或“#”时用英文引号括起来'),
  'yaml/duplicate-key': error('字段“{key}”写了两次', '请只保留一处'),
  'yaml/bomb': error('文件中的引用（*）展开后过多', '请不要用 & 和 *，把内容直接写出来'),
  'yaml/shape': error('这里应写{expected}，现在是{actual}', '请按编辑手册中的例子改写'),

  'schema/required': error('缺少必填字段“{field}”（{label}）', '请补写：{description}'),
  'schema/unknown': advice('不认得字段“{field}”，它的内容不会显示', '{suggestion}'),
  'schema/form': error('“{field}”的值“{value}”写法不对', '{description}'),
  'schema/choice': error('“{field}”的值“{value}”不在可选范围内', '{suggestion}'),
  'schema/date': error('“{field}”的日期“{value}”不是实际日期', '写成 2015、2015-04 或 2015-04-16{suggestion}'),
  'schema/date-range': error('“{field}”的日期“{value}”不合情理', '{suggestion}'),
  'schema/too-long': error('“{field}”有 {length} 个字，超过上限 {limit}', '请缩短；详细内容写进正文'),

  'text/raw-html': error('正文中不能写 HTML：{value}', '请删去标签，改用 Markdown 写法（表格用 |，强调用 **）'),
  'text/figure-absent': error('数据“{name}”的值 {value}{unit} 在正文中找不到', '请核对数值，或在正文、表格中写出这个数'),
  'text/before-absent': advice('数据“{name}”的前值 {value}{unit} 在正文中找不到', '请核对数值，或在正文、表格中写出这个数'),
  'text/picture-missing': error('图片“{value}”不存在', '{suggestion}'),
  'text/picture-outside': error('图片“{value}”指到了条目所在文件夹之外', '请把图片放在条目旁边，只写文件名'),
  'text/picture-alt': advice('图片“{value}”没有文字说明', '在 ![] 的方括号里写明图中内容，供读屏和检索使用'),
  'text/empty': error('正文是空的', '请写正文；未写完的条目请加 state: draft'),
  'text/footnote': error('脚注“[^{value}]”没有对应的注文', '在文末另起一行写 [^{value}]: 注文'),

  'book/year': error('“{value}”不是年份文件夹', '顶层文件夹请用四位记述年份命名，如 2015'),
  'book/district': error('districts.yaml 中没有“{value}”', '{suggestion}'),
  'book/domain': error('domains.yaml 中没有领域“{value}”', '{suggestion}'),
  'book/source': error('sources.yaml 中没有来源“{value}”', '{suggestion}'),
  'book/see': error('参见“{value}”不存在', '{suggestion}'),
  'book/see-self': error('参见指向了条目自己', '请删去这一项'),
  'book/see-twice': advice('参见“{value}”写了两次', '请只保留一处'),
  'book/link': error('正文链接“{value}”不存在', '{suggestion}'),
  'book/duplicate': error('{kind}“{value}”重复，已见于 {other}', '请改用不同的写法，或删去一处'),
  'book/same-url': error('与 {other} 的网址相同', '请给其中一个文件改名'),
  'book/alias': error('旧编号“{value}”与现有条目相同', '请删去这一项，或改用真正的旧编号'),
  'book/same-title': advice('标题“{value}”与 {other} 相同', '若是两件事，请在标题中写明区别'),
  'site/no-address': advice('没有写网站地址，不生成站点地图和规范网址', '在 site.yaml 写 url: https://…，或设置 SITE'),
  'site/quiet': advice('quiet 中的“{value}”不是建议类规则的名字', '请照检查结果末尾括号里的名字写；错误不能静音'),

  'book/glossary-unused': advice('名词“{value}”在各条目中都没有出现', '请核对写法，或删去'),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
