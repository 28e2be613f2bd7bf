/** What a column of a 改革台账 holds; a column of no known name goes into the draft's text as `列名：值`. */
export type LedgerColumn = 'number' | 'year' | 'district' | 'title' | 'domain' | 'lead' | 'partners' | 'documents' | 'text';

/** Usual column names, the surer one first where a table has two of a kind. */
const NAMES: Record<LedgerColumn, string[]> = {
  number: ['序号', '编号', '号'],
  year: ['年份', '年度', '记述年份'],
  district: ['区', '县区', '区县', '地区', '县市区', '区市县', '旗县区'],
  title: [
    '标题', '任务名称', '改革任务', '改革事项', '改革项目', '事项名称', '项目名称', '重点任务', '工作任务', '改革举措', '具体任务',
    '任务', '事项', '项目', '举措', '条目', '改革内容', '重点工作', '改革任务名称', '创新举措', '案例名称', '名称',
  ],
  domain: ['改革领域', '领域', '所属领域', '专项小组', '改革专项', '改革专题', '专题', '专项', '类别', '分类', '板块'],
  lead: ['牵头单位', '牵头部门', '牵头', '责任单位', '责任部门', '主办单位', '主责单位', '负责单位', '承办单位', '责任主体', '实施单位', '责任领导单位'],
  partners: ['配合单位', '配合部门', '配合', '参与单位', '参与部门', '协办单位', '协同单位', '协同部门', '参加单位'],
  documents: ['出台文件', '政策文件', '文件名称', '制度成果', '印发文件', '成果文件', '文件'],
  text: [
    '进展', '进展情况', '工作进展', '推进情况', '落实情况', '完成情况', '主要做法', '主要内容', '工作内容', '改革内容', '任务内容', '措施',
    '工作措施', '成效', '取得成效', '改革成效', '正文', '摘要', '目标要求', '目标任务', '工作目标', '成果', '情况', '做法',
  ],
};

/** 项目编号, 完成时限, 任务状态 say something about the matter, not what it is. */
const ABOUT = /(?:编号|序号|时间|时限|日期|状态|级别|类型|性质|进度|进展|情况|要求|目标|成效)$/;

const bare = (name: string): string => name.normalize('NFKC').replace(/[（(].*?[）)]|[\s:：、/]/g, '');

/** Which column of a header row holds what; `undefined` for names we do not know. At most one of each but text. */
export function mapColumns(header: string[]): (LedgerColumn | undefined)[] {
  const names = header.map(bare);
  const mapped: (LedgerColumn | undefined)[] = header.map(() => undefined);
  for (const [column, known] of Object.entries(NAMES) as [LedgerColumn, string[]][]) {
    if (column === 'text') {
      names.forEach((name, index) => {
        if (!mapped[index] && known.some((one) => name === one || name.endsWith(one))) mapped[index] = 'text';
      });
      continue;
    }
    const near = (test: (name: string, one: string) => boolean) =>
      known.map((one) => names.findIndex((name, at) => !mapped[at] && one.length > 1 && !ABOUT.test(name) && test(name, one)));
    const index = [...known.map((one) => names.indexOf(one)), ...near((name, one) => name.endsWith(one)), ...near((name, one) => name.startsWith(one))]
      .find((found) => found !== -1 && !mapped[found]);
    if (index !== undefined) mapped[index] = column;
  }
  return mapped;
}

/** A row is the header where it names the matter and one more thing we know. */
export const isHeader = (mapped: (LedgerColumn | undefined)[]): boolean =>
  mapped.includes('title') && mapped.filter(Boolean).length >= 2;
