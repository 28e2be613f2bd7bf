import mammoth from 'mammoth';
import { findDocxLosses } from './docx-losses.ts';
import { refuse } from './import-error.ts';
import { readHtml } from './read-html.ts';
import type { Block, Notice } from './source.ts';
import { HEADING_STYLE, mainPart, revealMarkup } from './word-markup.ts';
import { openOfficeZip } from './zip.ts';

/** Heading styles by the names that Chinese Word and WPS give them; mammoth knows the English ones. */
const STYLES = [
  ...[1, 2, 3, 4].flatMap((level) => [`标题 ${level}`, `标题${level}`].map((name) => `p[style-name='${name}'] => h${level}:fresh`)),
  ...[1, 2, 3, 4].map((level) => `p.${HEADING_STYLE}${level} => h${level}:fresh`),
  ...['Title', '标题', '文章标题'].map((name) => `p[style-name='${name}'] => h1:fresh`),
];

/** Said of a picture that Word keeps elsewhere and the file only points to. */
const NOT_INSIDE = '图片不在文件里，只有链接或空位';

async function readPicture(image: { readAsArrayBuffer(): Promise<ArrayBuffer> }): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await image.readAsArrayBuffer());
  } catch {
    return undefined;
  }
}

/**
 * A Word file → its blocks and pictures. Whatever mammoth passes over (auto-numbers, deleted revisions, equations, text
 * boxes, comments) is found by comparing the file with what came out, and becomes a notice.
 * @throws ImportError for anything but a sound .docx
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<{ blocks: Block[]; notices: Notice[] }> {
  const zip = openOfficeZip(bytes, name);
  const part = mainPart(zip) ?? refuse('import/damaged', name);
  const { xml, notices: hidden } = revealMarkup(zip, part) ?? refuse('import/damaged', name);
  const pictures: { extension: string; bytes: Uint8Array }[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const bytes = await readPicture(image);
    if (!bytes) return { src: NOT_INSIDE };
    // Word names the kind as it likes; it becomes part of a file name.
    pictures.push({ extension: /^image\/(?:x-)?([a-z0-9]+)/.exec(image.contentType ?? '')?.[1] ?? 'bin', bytes });
    return { src: String(pictures.length - 1) };
  });
  const { value: html, messages } = await mammoth
    .convertToHtml({ buffer: Buffer.from(zip.repacked({ [part]: xml })) }, { styleMap: STYLES, convertImage, externalFileAccess: false })
    .catch(() => refuse('import/damaged', name));
  const { blocks, notices } = readHtml(html, (src) => pictures[Number(src)], { furniture: false });
  const symbols = messages.flatMap(({ message }) => /w:sym .*char (\S+) in font (.*)/.exec(message)?.slice(1).join(' ') ?? []);
  const lostSymbols: Notice[] = symbols.length > 0 ? [{ rule: 'import/lost', at: 0, text: symbols.join('　'), about: '特殊符号的字符和字体，没有对应的文字' }] : [];
  return { blocks, notices: [...notices, ...hidden, ...lostSymbols, ...findDocxLosses(zip, xml, blocks)] };
}
