/** Measure words and units by which reports count. */
const UNITS = `
个百分点 个工作日 个小时 个月 个基点 基点 个 平方公里 平方千米 平方米 立方米 公里 千米 厘米 毫米 公顷 亩 公斤 千克 毫克 微克 千瓦时 千瓦 兆瓦 千伏安 千伏 吨标准煤 吨 升 毫升 分贝 摄氏度 ℃ ‰
人次 轮次 家次 例次 人天 件次 场次 户次 班次 车次 批次 台次 课时 学时 小时 分钟 秒 工作日 天 周 年
美元 港元 欧元 元 标准箱 标箱 家 项 名 位 人 户 件 份 支 条 座 所 间 处 套 台 辆 艘 架 列 株 棵 头 只 匹 羽 倍 分 类 种 场 宗 例 起 班 册 篇 部 幅 张 枚 块 片 门 层 栋
幢 级 米 次 席 盏 对 组 道 卷 本 笔 单 趟 桩 期 轮 大 频次 档 股 岁
`.trim().split(/\s+/);

/** Words that begin with a measure word and are none: 条例, 人均, 分别, 部门, 年度. */
const NO_UNIT: Record<string, string> = {
  条: '例|件', 人: '均|才|大|民|士|员', 分: '别|之|类|管|局|校|步|级', 级: '别', 门: '户|槛', 部: '门|分|委|署', 所: '有|属|在',
  年: '度|代|级|底|初|末|来|内|间|月', 起: '到|来', 处: '理|置|于', 对: '于|接', 组: '织', 名: '列|单|称', 次: '日', 场: '所',
  位: '于|居|置', 道: '路', 本: '区|市', 类: '似', 件: '数', 台: '阶', 层: '面|级|次', 张: '贴', 班: '子', 片: '区', 期: '间|限|末|初|待', 轮: '流|候|岗|训', 单: '位|独|一|元|项|方', 大: '以来|报告|精神|学|厅|道|街|桥|数|幅|力|量|约|型', 股: '份|权|东|金', 块: '状', 周: '年|岁|边|围|期',
};

const ONE_UNIT = `(?:${UNITS.sort((a, b) => b.length - a.length)
  .map((unit) => (NO_UNIT[unit] ? `${unit}(?!${NO_UNIT[unit]})` : unit))
  .join('|')})`;

/** Source of a pattern for one unit in Simplified text, `微克/立方米` and `元/月` too; the longest unit wins. */
export const UNIT_PATTERN = `(?:${ONE_UNIT}(?:/\\d*[万千百每]?(?:${ONE_UNIT}|月|日|床))?)`;
