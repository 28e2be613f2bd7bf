import { expect, test } from 'vitest';
import type { Root } from 'mdast';
import { toMarkup } from '../../../src/outputs/pdf/markup.ts';

const cell = (value: string) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] });

const alignOf = (column: string[]): string[] => {
  const tree: Root = { type: 'root', children: [{ type: 'table', children: ['名', ...column].map((value) => ({ type: 'tableRow', children: [cell(value)] })) }] };
  const [table] = toMarkup(tree, { file: '2015/jia/x.md', level: 3, knows: () => false, tableWidth: 45 });
  return table!.t === 'table' ? table!.align : [];
};

test.each([
  [['1支', '14支'], 'right'],
  [['1.5万元', '−3亿千瓦'], 'right'],
  [['90%', ''], 'right'],
  [['2015年', '2016年'], 'left'],
  [['4月16日'], 'left'],
  [['12家企业'], 'left'],
  [['约5万', '3'], 'left'],
])('a column of %j is set flush %s', (column, side) => {
  expect(alignOf(column)).toEqual([side]);
});
