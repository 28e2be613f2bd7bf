import type { Block, Picture } from './source.ts';

/** A picture with the file name it gets beside the draft. */
export interface PlacedPicture {
  name: string;
  picture: Picture;
}

/** Characters Markdown reads as marks, wherever they stand. */
const MARKS = /[\\`*_[\]<>~|]/g;

/** Plain text that Markdown shows as it is. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(MARKS, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(#{1,6}\s|[-+=]|\d{1,9}[.)](?=\s))/, (mark) => (/^\d/.test(mark) ? mark.replace(/[.)]$/, '\\$&') : `\\${mark}`));

/** Blocks → Markdown: paragraphs, GFM tables, pictures named after the draft. */
export function renderBody(blocks: Block[], slug: string): { body: string; pictures: PlacedPicture[] } {
  const pictures: PlacedPicture[] = [];
  const parts = blocks.map((block) => {
    if (block.kind === 'table') return renderTable(block.rows!);
    if (block.kind === 'text') return escapeMarkdown(block.text);
    const picture = block.picture!;
    const name = `${slug}-${pictures.length + 1}.${picture.extension === 'jpeg' ? 'jpg' : picture.extension}`;
    pictures.push({ name, picture });
    return `![${escapeMarkdown(picture.alt)}](${name})`;
  });
  return { body: parts.join('\n\n'), pictures };
}

function renderTable(rows: string[][]): string {
  const width = Math.max(...rows.map(({ length }) => length));
  const line = (row: string[]) => `| ${Array.from({ length: width }, (_, i) => escapeMarkdown(row[i] ?? '')).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
}
