import type { OfficeZip } from './zip.ts';

/** Numbers of Excel's own formats for percentages. */
const BUILT_IN = new Set(['9', '10']);

/** Cells of one sheet that Excel shows as percentages, as `B2`: their value is a fraction, 0.687 for 68.7%. */
export function readPercentCells(zip: OfficeZip, sheetPart: string): Set<string> {
  const styles = percentStyles(zip.text('xl/styles.xml') ?? '');
  if (styles.size === 0) return new Set();
  const cells = (zip.text(sheetPart) ?? '').matchAll(/<c\b([^>]*)/g);
  return new Set([...cells].flatMap(([, attributes = '']) => (styles.has(attribute(attributes, 's')) ? [attribute(attributes, 'r')] : [])));
}

/** Indexes of the cell styles whose number format shows a per cent sign. */
function percentStyles(xml: string): Set<string> {
  const own = [...xml.matchAll(/<numFmt\b([^>]*)/g)].filter(([, tag = '']) => /%/.test(attribute(tag, 'formatCode'))).map(([, tag = '']) => attribute(tag, 'numFmtId'));
  const formats = new Set([...BUILT_IN, ...own]);
  const styles = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? '';
  return new Set([...styles.matchAll(/<xf\b([^>]*)/g)].flatMap(([, tag = ''], index) => (formats.has(attribute(tag, 'numFmtId')) ? [String(index)] : [])));
}

const attribute = (tag: string, name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
