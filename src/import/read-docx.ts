import mammoth from 'mammoth';
import { findDocxLosses } from './docx-losses.ts';
import { refuse } from './import-error.ts';
import { readHtml } from './read-html.ts';
import type { Block, Notice } from './source.ts';
import { openOfficeZip } from './zip.ts';

/** Heading styles by the names that Chinese Word and WPS give them; mammoth knows the English ones. */
const STYLES = [
  ...[1, 2, 3, 4].flatMap((level) => [`标题 ${level}`, `标题${level}`].map((name) => `p[style-name='${name}'] => h${level}:fresh`)),
  ...['Title', '标题', '文章标题'].map((name) => `p[style-name='${name}'] => h1:fresh`),
];

/**
 * A Word file → its blocks and pictures. Whatever mammoth passes over (auto-numbers, deleted revisions, equations, text
 * boxes, comments) is found by comparing the file with what came out, and becomes a notice.
 * @throws ImportError for anything but a sound .docx
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<{ blocks: Block[]; notices: Notice[] }> {
  const zip = openOfficeZip(bytes, name);
  if (!zip.names.includes('word/document.xml')) refuse('import/damaged', name);
  const pictures: { extension: string; bytes: Uint8Array }[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    pictures.push({ extension: image.contentType.replace(/^image\/(?:x-)?/, ''), bytes: new Uint8Array(await image.readAsArrayBuffer()) });
    return { src: String(pictures.length - 1) };
  });
  const html = await mammoth
    .convertToHtml({ buffer: Buffer.from(zip.repacked()) }, { styleMap: STYLES, convertImage, externalFileAccess: false })
    .then(({ value }) => value, () => refuse('import/damaged', name));
  const { blocks, notices } = readHtml(html, (src) => pictures[Number(src)]);
  return { blocks, notices: [...notices, ...findDocxLosses(zip, blocks)] };
}
