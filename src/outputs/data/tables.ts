import { districtOf, domainOf, type Book, type BookDocument } from '../../book/book.ts';
import { measureChange } from '../../book/figure-change.ts';
import { collectFigures, type BookFigure } from '../../book/indicators.ts';
import { perBook } from '../../book/per-book.ts';
import { pilotLevelName } from '../../book/pilot-levels.ts';
import { collectPilots, type BookPilot } from '../../book/pilots.ts';
import { convertFigure } from '../../book/unit-conversion.ts';
import { compileChronicle, type ChronicleItem } from '../../book/chronicle.ts';
import type { Entry } from '../../entry/parse.ts';
import { renderCsv } from './csv.ts';

/** One column of an open-data table: what stands in it, for people and for programs. */
export interface Column {
  name: string;
  title: string;
  description: string;
  type: 'string' | 'number' | 'integer';
  /** Always filled. */
  required?: boolean;
}

/** An open-data table, ready to be written, described and previewed. */
export interface DataTable {
  name: 'figures' | 'documents' | 'events' | 'pilots';
  title: string;
  description: string;
  columns: Column[];
  rows: (string | undefined)[][];
}

type Cell = string | number | undefined;
type ColumnOf<Row> = Column & { value(row: Row): Cell };

/** Makes columns of one kind of row. */
const columnOf =
  <Row>() =>
  (
    name: string,
    title: string,
    description: string,
    value: (row: Row) => Cell,
    { type = 'string', required = false }: { type?: Column['type']; required?: boolean } = {},
  ): ColumnOf<Row> => ({ name, title, description, type, required, value });

const ofEntry = columnOf<{ entry?: Entry }>();
const ofFigure = columnOf<BookFigure>();
const ofDocument = columnOf<BookDocument>();
const ofEvent = columnOf<ChronicleItem>();
const ofPilot = columnOf<BookPilot>();

/** Columns that lead back to the entry; an event of a volume may have none. */
const entryColumns = (book: Book): ColumnOf<{ entry?: Entry }>[] => [
  ofEntry('entry_id', '条目编号', '条目网址中的路径：年份/区/文件名', ({ entry }) => entry?.id),
  ofEntry('entry_title', '条目', '条目标题', ({ entry }) => entry?.title),
  ofEntry('lang', '文字', 'zh-Hans 简体，zh-Hant 繁体', ({ entry }) => entry?.lang),
  ofEntry('year', '记述年份', '条目所在卷的年份', ({ entry }) => entry?.year, { type: 'integer' }),
  ofEntry('district', '区', '区的网址名', ({ entry }) => entry?.district),
  ofEntry('district_code', '区划代码', 'GB/T 2260 六位代码', ({ entry }) => entry && districtOf(book, entry).code),
  ofEntry('district_name', '区名', '区的现名', ({ entry }) => entry && districtOf(book, entry).name),
  ofEntry('domain', '领域', '改革领域的网址名', ({ entry }) => entry?.domain),
  ofEntry('domain_name', '领域名', '改革领域', ({ entry }) => entry && domainOf(book, entry).name),
];

const DATE = '2015、2015-04 或 2015-04-16，来源写到哪一级就写到哪一级';

function table<Row>(about: Pick<DataTable, 'name' | 'title' | 'description'>, columns: ColumnOf<Row>[], rows: Row[]): DataTable {
  return {
    ...about,
    columns: columns.map(({ value: _, ...described }) => described),
    rows: rows.map((row) => columns.map(({ value }) => value(row)?.toString())),
  };
}

/** Every table of the open data, made once for a Book. */
export const dataTables = perBook((book: Book): DataTable[] => [
  table(
    { name: 'figures', title: '数据', description: '条目中的每一项数据，数值照来源' },
    [
      ofFigure('name', '指标名', '计的是什么', ({ figure }) => figure.name, { required: true }),
      ofFigure('value', '数值', '照来源的写法，可以是范围，如 2～3', ({ figure }) => figure.value, { required: true }),
      ofFigure('unit', '单位', '含万、亿', ({ figure }) => figure.unit),
      ofFigure('approx', '约数', '来源是约数时写多、余、约或以上', ({ figure }) => figure.approx),
      ofFigure('amount', '数量', '把万、亿乘开的数；数值是范围或比的空着', ({ amount }) => (Number.isFinite(amount) ? Number(amount.toPrecision(12)) : undefined), { type: 'number' }),
      ofFigure('before', '前值', '变化之前的数值，单位相同', ({ figure }) => figure.before),
      ofFigure('difference', '增减', '数值减前值，由程序计算', ({ figure }) => measureChange(figure)?.difference, { type: 'number' }),
      ofFigure('percent', '增减百分比', '增减占前值的百分比，由程序计算；单位是 % 的不计', ({ figure }) => measureChange(figure)?.percent, { type: 'number' }),
      ofFigure('converted', '换算', '亩合公顷、亿合万、万合个，由程序计算', ({ figure }) => convertFigure(figure)),
      ofFigure('date', '截至日期', `${DATE}；来源未载的取记述年份`, ({ date }) => date, { required: true }),
      ofFigure('note', '说明', '口径等', ({ figure }) => figure.note),
      ...entryColumns(book),
    ],
    collectFigures(book.entries),
  ),
  table(
    { name: 'documents', title: '文件', description: '条目引用的文件，一份一行' },
    [
      ofDocument('title', '文件名', '不带书名号', ({ title }) => title, { required: true }),
      ofDocument('issuer', '发文机关', '照来源', ({ issuer }) => issuer),
      ofDocument('number', '文号', '如 国发〔2015〕1号', ({ number }) => number),
      ofDocument('date', '成文日期', DATE, ({ date }) => date),
      ofDocument('url', '网址', '文件全文的网址', ({ url }) => url),
      ofDocument('cited_count', '引用条目数', '引用这份文件的条目数', ({ citedBy }) => citedBy.length, { type: 'integer', required: true }),
      ofDocument('cited_by', '引用条目', '条目编号，用分号隔开', ({ citedBy }) => citedBy.map(({ id }) => id).join(';'), { required: true }),
    ],
    book.documents,
  ),
  table(
    { name: 'events', title: '大事', description: '有日期的事，按日期排列' },
    [
      ofEvent('date', '日期', DATE, ({ date }) => date, { required: true }),
      ofEvent('text', '事件', '一句话', ({ text }) => text, { required: true }),
      ...entryColumns(book),
    ],
    compileChronicle(book.yearbooks).flatMap(({ months }) => months.flatMap(({ items }) => items)),
  ),
  table(
    { name: 'pilots', title: '试点', description: '条目所记的改革试点，按级别和状态排列' },
    [
      ofPilot('name', '试点名称', '批复中的名称', ({ name }) => name, { required: true }),
      ofPilot('level', '级别', 'national、provincial、city 或 district', ({ level }) => level, { required: true }),
      ofPilot('level_name', '级别名', '国家级、省级、市级或区级', ({ level }) => pilotLevelName(level), { required: true }),
      ofPilot('granted_by', '批准机关', '批准或授牌的机关', ({ grantedBy }) => grantedBy),
      ofPilot('date', '批准日期', DATE, ({ date }) => date),
      ofPilot('status', '状态', '照来源，如 获批、通过验收', ({ status }) => status),
      ...entryColumns(book),
    ],
    collectPilots(book.entries),
  ),
]);

/** A table as the bytes that are published: UTF-8 with BOM. */
export const tableCsv = ({ columns, rows }: DataTable): string => renderCsv(columns.map(({ name }) => name), rows);
