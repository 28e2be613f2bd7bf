import { skeleton } from './sentences.ts';
import type { Block, Notice } from './source.ts';
import { unescapeXml } from './xml.ts';
import type { OfficeZip } from './zip.ts';

interface Paragraph {
  text: string;
  deleted: string;
  equation: string;
  numbered: boolean;
}

/** Parts beside the running text, with what Word calls them. */
const SIDE_PARTS: [RegExp, string][] = [
  [/^word\/comments\.xml$/, '批注'],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/charts\/chart(?:Ex)?\d*\.xml$/, '图表'],
  [/^word\/diagrams\/data\d*\.xml$/, 'SmartArt 图形'],
];

/** What stands in the Word file but in no block: every `w:t`, `m:t` and `w:delText` is held against the output. */
export function findDocxLosses(zip: OfficeZip, document: string, blocks: Block[]): Notice[] {
  // The marks of footnotes are set in by the reader.
  const output = skeleton(blocks.map(({ text }) => text.replace(/（注\d+）/g, '')).join('\n'));
  const notices: Notice[] = [];
  const lose = (at: number, text: string, about: string) => {
    if (text.trim()) notices.push({ rule: 'import/lost', at, text: text.trim(), about });
  };
  const paragraphs = readParagraphs(document);
  paragraphs.forEach(({ text, deleted, equation }, index) => {
    const at = index + 1;
    if (!output.includes(skeleton(text))) lose(at, text, '没有带过来的文字');
    lose(at, deleted, '修订中已删除的文字');
    lose(at, equation, '公式');
  });
  const numbered = paragraphs.flatMap(({ numbered: is, text }, index) => (is && text.trim() ? [{ at: index + 1, text }] : []));
  if (numbered.length > 0) {
    const shown = numbered.slice(0, 5).map(({ text }) => text.slice(0, 12)).join('；');
    lose(numbered[0]!.at, shown, `${numbered.length}段的自动编号没有带过来，需要时请手工补上`);
  }
  for (const part of zip.names) {
    const kind = SIDE_PARTS.find(([pattern]) => pattern.test(part))?.[1];
    if (!kind) continue;
    const text = readParagraphs(zip.text(part) ?? '').map((paragraph) => paragraph.text).filter(Boolean).join('　');
    if (!output.includes(skeleton(text))) lose(0, text, kind);
  }
  const embedded = zip.names.filter((part) => /^word\/embeddings\//.test(part));
  if (embedded.length > 0) lose(0, embedded.map((part) => part.replace(/^.*\//, '')).join('　'), `嵌入的${embedded.length}个对象（多为 Excel 表格），其中的文字没有带过来`);
  for (const { text } of ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((part) => readParagraphs(zip.text(part) ?? ''))) {
    if (!output.includes(skeleton(text))) lose(0, text, '脚注或尾注');
  }
  return notices;
}

/** Paragraphs in file order; a text box inside a paragraph ends the one before it, which only splits the comparison. */
function readParagraphs(xml: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph = { text: '', deleted: '', equation: '', numbered: false };
  const close = () => {
    if (open.text || open.deleted || open.equation) paragraphs.push(open);
    open = { text: '', deleted: '', equation: '', numbered: false };
  };
  for (const [, end, numbering, tag, content] of xml.matchAll(
    /(<\/?(?:w|a):p[ >])|(<w:numPr\b)|<((?:w|m|a|c):(?:t|delText|v)|cx:(?:v|pt))(?: [^>]*)?>([^<]*)</g,
  )) {
    if (end) close();
    else if (numbering) open.numbered = true;
    else if (tag === 'w:delText') open.deleted += unescapeXml(content!);
    else if (tag === 'm:t') open.equation += unescapeXml(content!);
    else open.text += unescapeXml(content!);
  }
  close();
  return paragraphs;
}
