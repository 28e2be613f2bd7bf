const DATE = /(截[至止]到?\S{0,2})?(\d{4})年(?:(\d{1,2})月|(底|末))?(?!以来|起|以后|以前|开始|的)/g;
/** Years something is measured against, or since which it runs: 比2016年, 自2012年启动以来. */
const NO_DATE = [/[“「『《][^”」』》]*[”」』》]/g, /(?:同?比|较|是|为|相当于|恢复到)\d{4}年[^，。；]*/g, /(?:自|从|以)\d{4}年[^。；]*?(?:以来|至今|开始|起)/g];

/** 截至2015年底 → 2015-12; else the last year or month named before the figure outside of titles, unless it opens a span of years. */
export function figureDate(plain: string, at: number): string | undefined {
  const open = NO_DATE.reduce((rest, pattern) => rest.replace(pattern, ''), plain.slice(0, at));
  const date = [...open.matchAll(DATE)].at(-1);
  if (!date) return undefined;
  const [, until, year, month, end] = date;
  if (month) return `${year}-${month.padStart(2, '0')}`;
  return until && end ? `${year}-12` : year;
}
