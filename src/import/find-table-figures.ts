import type { FoundFigure } from './find-figures.ts';
import { simplified } from './simplified.ts';
import { UNIT_PATTERN } from './units.ts';

/** More cells than an entry's figures can hold: the table itself stays in the body. */
const LARGEST_TABLE = 40;
const NUMBER = /^(?:约|近|超)?(\d[\d,]*(?:\.\d+)?)$/;
const MEASURED = new RegExp(`^(?:约|近|超)?(\\d[\\d,]*(?:\\.\\d+)?)((?:万亿|亿|万)?(?:%|${UNIT_PATTERN}))$`);
/** 接待（万人次）, 单位：万元. */
const UNIT_IN_HEAD = new RegExp(`[（(](?:单位[：:])?((?:万亿|亿|万)?(?:%|${UNIT_PATTERN}))[）)]$`);
/** Columns that tell of a row and measure nothing. */
const COUNTING = /序号|编号|排序|代码|文号|页码|年份|年度|时间|日期|时限要求|电话|联系|备注/;
const WERE = /^(?:改革|调整|优化|压减|精简|整合|实施)前$|^(?:原|原来|上年|去年|上年同期)$/;
const ARE = /^(?:改革|调整|优化|压减|精简|整合|实施)后$|^(?:现|现在|本年|今年|目前)$/;
const YEAR = /^((?:19|20)\d{2})年?$/;

/** The cells of a table whose rows and columns have names, each a figure; `tooMany` where there are more than can be taken. */
export function findTableFigures(rows: string[][]): { figures: FoundFigure[]; tooMany: boolean } {
  const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, '')));
  const plain = head.map(simplified);
  const columnOfUnits = plain.findIndex((name) => /^(?:计量)?单位$/.test(name) && body.every((row) => new RegExp(`^(?:万亿|亿|万)?(?:%|${UNIT_PATTERN})$`).test(simplified(row[head.findIndex((one) => simplified(one) === name)] ?? ''))));
  const labels = plain.findIndex((name, column) => !COUNTING.test(name) && body.every((row) => row[column] && !NUMBER.test(row[column])));
  if (labels === -1 || head.length < 2 || new Set(head).size < head.length) return { figures: [], tooMany: false };
  const were = plain.findIndex((name) => WERE.test(name));
  const are = plain.findIndex((name) => ARE.test(name));
  const figures = body.flatMap((row) =>
    head.flatMap((name, column): FoundFigure[] => {
      if (column === labels || column === columnOfUnits || COUNTING.test(plain[column]!) || (column === were && are !== -1)) return [];
      const cell = readCell(row[column], plain[column]!, row[columnOfUnits]);
      if (!cell) return [];
      const before = column === are && were !== -1 ? readCell(row[were], plain[were]!, row[columnOfUnits]) : undefined;
      const year = YEAR.exec(name)?.[1];
      const told = year || column === are || /^(?:数值|数量|完成情况|完成数|实绩|指标值)$/.test(plain[column]!) ? '' : name.replace(/[（(][^（）()]*[）)]$/, '');
      return [{
        name: `${row[labels]}${told}`.slice(0, 30), value: cell.value, ...(cell.unit ? { unit: cell.unit } : {}),
        ...(before?.unit === cell.unit && before ? { before: before.value } : {}), ...(year ? { date: year } : {}), doubts: cell.unit ? [] : ['单位'],
      }];
    }),
  );
  return figures.length > LARGEST_TABLE ? { figures: [], tooMany: true } : { figures, tooMany: false };
}

/** A cell's value, its unit from the cell, its column's head or the column of units. */
function readCell(cell: string | undefined, head: string, unitOfRow: string | undefined): { value: string; unit?: string | undefined } | undefined {
  const plain = simplified(cell ?? '');
  const [, measured, own] = MEASURED.exec(plain) ?? [];
  if (measured) return { value: measured, unit: cell!.slice(cell!.length - own!.length) };
  const value = NUMBER.exec(plain)?.[1];
  return value === undefined ? undefined : { value, unit: UNIT_IN_HEAD.exec(head)?.[1] ?? unitOfRow };
}
