import { advice, type Rule } from '../rule.ts';

/** The 体例 rules. Style is advice, always: it never stops a build. */
export const styleRules = {
  'title/long': advice('标题有{length}个字，超过{limit}个', '请压缩成写明事项的名词短语，细节写进摘要'),
  'title/punctuation': advice('标题中有标点“{value}”', '标题不用标点；专名的引号、书名号和顿号除外'),
  'title/slogan': advice('标题中的“{value}”像口号', '请改成写明事项的名词短语，如“……制度”“……试点”'),
  'title/person': advice('标题中像有人名：“{value}”', '标题写事项，人名和职务写进正文'),

  'style/first-person': advice('“{value}”是第一人称', '请用第三人称，写出全称或“全区”“该区”'),
  'style/vague-time': advice('“{value}”没有确指时间', '请写明年份或日期，如“2015年”“至2015年年底”'),
  'style/praise': advice('“{value}”是评价用语', '请删去，让事实和数据说话'),
  'style/reported': advice('“{value}”是新闻报道的说法', '请删去，直接记述事实；出处写在 source 里'),
  'style/half-width': advice('汉字间有半角标点“{value}”，本段共{count}处', '请改成全角标点（npm run fix 可以代改）'),
  'style/straight-quotes': advice('用了直引号 {value}', '请改成弯引号“……”'),
  'style/space': advice('“{value}”中有多余的空格，本段共{count}处', '汉字与汉字、数字、字母之间不空格（npm run fix 可以代改）'),
  'style/range': advice('起止“{value}”的连接号不对', '请改成“{suggestion}”：数量用～，年月用—（npm run fix 可以代改）'),
  'style/indent': advice('段首有全角空格', '请删去，排版时自动空两格（npm run fix 可以代改）'),
  'style/full-width-digits': advice('“{value}”是全角数字或字母', '请改成半角，全角的检索不到'),
  'style/hectares': advice('面积“{value}”只用亩，没有公顷数', '请括注公顷数，如“{value}（{suggestion}）”'),
  'style/abbreviation': advice('缩写“{value}”没有解释', '首次出现时写全称并括注缩写，或收入 glossary.yaml'),
  'style/short-name-early': advice('“{value}”用在“以下简称{value}”之前', '首次出现时写全称并括注简称，之后再用简称'),
  'style/short-name-unused': advice('“以下简称{value}”之后没有再用这个简称', '请删去括注，或在后文使用简称'),

  'number/sum': advice('{label}是{total}，各项相加是{sum}', '请核对各项和合计；来源本身不合的，在数据的 note 中说明'),
  'number/parts': advice('“其中”各项相加是{sum}{unit}，超过总数{total}{unit}', '请核对各项和总数'),
  'number/change': advice('{from}到{to}，变化应为{expected}，这里写的是“{value}”', '请核对两个数和变化的幅度'),
  'number/times-less': advice('“{value}”：减少不能用倍数', '请改用百分数或分数，如“减少60%”“减少三分之二”'),
  'number/share': advice('{part}与{whole}相比是{expected}%，这里写的是“{value}”', '请核对两个数和百分比；口径不同的，写明与什么相比'),
  'number/shares': advice('各项“{value}”相加是{sum}%，不是100%', '请核对各项'),
  'number/table': advice('“{label}”正文是{value}{unit}，表中是{tabled}{unit}', '请核对，正文和表格应当一致'),
  'number/conflict': advice('“{name}”这里是{value}，{other} 写的是{otherValue}', '请核对；口径不同的，在指标名或 note 中写明'),

  'repeat/passage': advice('与 {other} 有{length}个字相同：“{value}”', '同一内容只在一处详写，另一处改用参见；若是来源重复，请删去一处'),
  'repeat/event': advice('“{value}”与 {other} 记的像是同一件事', '大事记中一事只记一次，请删去一处'),

  'index/none': advice('主题索引中没有词指向这个条目', '请在 indexTerms 写一两个读者会查的词'),
  'index/shallow': advice('本篇主题索引平均每条{depth}个词，少于{limit}个', '请给条目补写 indexTerms'),

  'source/unused': advice('来源“{value}”没有被引用', '请核对条目的 source，或从 sources.yaml 删去'),
  'source/incomplete': advice('来源“{value}”只有题名，读者无从查找', '请补写 author、publication、date 或 url 中知道的项'),

  'markdown/heading': advice('“{value}”不会成为标题', '井号用半角，后面空一格，如“## 标题”'),
  'markdown/list': advice('“{value}”不会成为列表，各行会连成一段', '列表写成“1. 内容”或“- 内容”；小标题写成“## 标题”'),
  'markdown/table': advice('表格用了全角竖线“｜”，不会成为表格', '请改成半角竖线 |'),
  'markdown/bold': advice('“{value}”没有成对，星号会照样显示', '强调写成 **文字**，星号与文字之间不空格'),
  'markdown/tilde': advice('“~~”会把文字划掉', '范围用～；确需删除的文字请直接删去'),
  'markdown/code': advice('行首有四个以上空格，这一段会显示为代码', '请删去行首的空格，段首缩进由排版自动完成'),
  'markdown/paragraph': advice('换行不是分段：这一行会接到上一行之后，本段共{count}处', '要另起一段，请在两行之间空一行'),
  'markdown/underline': advice('文字下一行的“{value}”会把上面的文字变成标题', '分隔线的上下各空一行；不需要就删去'),
} as const satisfies Record<string, Rule>;
