import type { Line } from './draft-frontmatter.ts';
import { findFigures, type FoundFigure } from './find-figures.ts';
import { findTableFigures } from './find-table-figures.ts';
import type { Block } from './source.ts';
import { findUnwrittenCounts } from './unwritten-counts.ts';

/** A count the draft does not hold, and why: for the import report. */
export interface LeftOut {
  at: number;
  text: string;
  about: string;
}

/** The figures of a matter's text and tables, each name once, and what is left out of them. */
export function draftFigures(blocks: Block[], unit: string): { figures: Line[]; leftOut: LeftOut[] } {
  const tables = blocks.flatMap(({ kind, rows, at, text }) => (kind === 'table' && rows ? [{ at, text, ...findTableFigures(rows) }] : []));
  const found = blocks.flatMap(({ kind, text, at }) => {
    const figures = kind === 'text' ? findFigures(text) : (tables.find((table) => table.at === at)?.figures ?? []);
    return figures.map((figure) => ({ ...figure, at }));
  });
  return {
    figures: distinctNames(found).map(({ doubts, at, ...value }) => ({ value, note: [`第${at}${unit}`, ...(doubts.length ? [`待核：${doubts.join('、')}`] : [])].join('，') })),
    leftOut: [
      ...blocks.filter(({ kind }) => kind === 'text').flatMap(({ text, at }) => findUnwrittenCounts(text).map((count) => ({ at, text: count, about: '没有写进草稿的数据：如有确数，请填进 figures' }))),
      ...tables.filter(({ tooMany }) => tooMany).map(({ at, text }) => ({ at, text: text.slice(0, 40), about: '表格里的数太多，没有写进 figures；请挑主要的填进' })),
    ],
  };
}

/** A value told twice stands once; another value of one name gets its year or unit, else a number, and is to be confirmed. */
function distinctNames<T extends FoundFigure>(figures: T[]): T[] {
  const kept: T[] = [];
  for (const figure of figures) {
    const namesakes = kept.filter(({ name }) => name.replace(/（[^（）]*）$/, '') === figure.name);
    if (namesakes.some(({ value, unit, before }) => value === figure.value && unit === figure.unit && before === figure.before)) continue;
    if (namesakes.length === 0) kept.push(figure);
    else if (figure.date && namesakes.every(({ date }) => date?.slice(0, 4) !== figure.date?.slice(0, 4))) kept.push({ ...figure, name: `${figure.name}（${figure.date.slice(0, 4)}年）` });
    else if (figure.unit && namesakes.every(({ unit }) => unit !== figure.unit)) kept.push({ ...figure, name: `${figure.name}（${figure.unit}）` });
    else kept.push({ ...figure, name: `${figure.name}（${namesakes.length + 1}）`, doubts: [...figure.doubts.filter((doubt) => doubt !== '指标名'), '指标名'] });
  }
  return kept;
}
