/** A kind of file an office sends, with what a clerk does to bring it in. */
export interface FileKind {
  name: string;
  extensions: string[];
  /** Told to whoever has such a file; a kind that is read has none. */
  mend?: string;
  /** Lies beside reports in their folder and is passed over there. */
  beside?: true;
}

const viaWord = '请用 Word 或 WPS 打开，“另存为” .docx，再导入';
const viaExcel = '请用 Excel 或 WPS 打开，“另存为” .xlsx，再导入';

const KINDS = {
  docx: { name: 'Word 文档', extensions: ['.docx'] },
  xlsx: { name: 'Excel 工作簿', extensions: ['.xlsx'] },
  csv: { name: 'CSV 表格', extensions: ['.csv'] },
  html: { name: '网页', extensions: ['.html', '.htm', '.xhtml'] },
  text: { name: '纯文本', extensions: ['.txt', '.md'] },
  doc: { name: '旧版 Word 或 WPS 文档', extensions: ['.doc', '.wps', '.wpt', '.dot'], mend: viaWord },
  template: { name: 'Word 模板', extensions: ['.dotx'], mend: viaWord },
  xls: { name: '旧版 Excel 或 WPS 表格', extensions: ['.xls', '.et', '.ett', '.xlsb', '.xlt'], mend: viaExcel },
  ppt: { name: '演示文稿', extensions: ['.ppt', '.pptx', '.dps', '.odp'], mend: '请把其中的文字复制到 Word 文档，存成 .docx，再导入' },
  rtf: { name: 'RTF 文档', extensions: ['.rtf'], mend: viaWord },
  odt: { name: 'OpenDocument 文档', extensions: ['.odt', '.fodt'], mend: viaWord },
  ods: { name: 'OpenDocument 表格', extensions: ['.ods', '.fods'], mend: viaExcel },
  wordXml: { name: 'Word XML 文档', extensions: [], mend: viaWord },
  excelXml: { name: 'Excel XML 表格', extensions: [], mend: viaExcel },
  pdf: { name: 'PDF 文件', extensions: ['.pdf'], mend: '请向供稿单位要 Word 原稿；没有的，用 Word 打开并“另存为” .docx，扫描件要先识别成文字' },
  ofd: { name: 'OFD 版式文件', extensions: ['.ofd'], mend: '请向供稿单位要 Word 原稿；没有的，用 WPS 打开并转换，“另存为” .docx' },
  pages: { name: '苹果 Pages 文稿', extensions: ['.pages'], mend: '请在 Pages 中选“文件→导出为→Word”，存成 .docx，再导入' },
  numbers: { name: '苹果 Numbers 表格', extensions: ['.numbers'], mend: '请在 Numbers 中选“文件→导出为→Excel”，存成 .xlsx，再导入' },
  mht: { name: '网页存档（MHT）', extensions: ['.mht', '.mhtml'], mend: '请用浏览器打开，“另存为”时保存类型选“网页，仅 HTML”，再导入' },
  epub: { name: '电子书', extensions: ['.epub'], mend: '请把其中的文字复制到 Word 文档，存成 .docx，再导入', beside: true },
  picture: {
    name: '图片', extensions: ['.png', '.jpg', '.jpeg', '.gif', '.bmp', '.tif', '.tiff', '.webp', '.heic'],
    mend: '图片中的文字要先识别成文字，存成 .docx 再导入；照片请放在条目旁边', beside: true,
  },
  archive: { name: '压缩包', extensions: ['.zip', '.rar', '.7z', '.gz'], mend: '请先解压，再导入其中的文件', beside: true },
} satisfies Record<string, FileKind>;

const kinds: Record<string, FileKind> = KINDS;

/** The kind a file's name says; nothing for a name we do not know. */
export const kindOfName = (extension: string): FileKind | undefined => Object.values(kinds).find(({ extensions }) => extensions.includes(extension));

/** Beginnings that no other kind has. */
const SIGNS: [RegExp, FileKind][] = [
  [/^\{\\rtf/, KINDS.rtf],
  [/^%PDF-/, KINDS.pdf],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|BM....\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP)/s, KINDS.picture],
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/, KINDS.archive],
  [/^<\?xml[^]*<\?mso-application progid="Word/, KINDS.wordXml],
  [/^<\?xml[^]*<\?mso-application progid="Excel/, KINDS.excelXml],
  [/^(?:From|MIME-Version|Date|Subject|Content-Type|Snapshot-Content-Location):[^]*^Content-Type:\s*(?:multipart|text\/html)/im, KINDS.mht],
  [/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i, KINDS.html],
];

/** What a zip holds, by a part that no other kind has. */
const PARTS: [string, FileKind][] = [
  ['word/document', KINDS.docx], ['xl/workbook', KINDS.xlsx], ['ppt/presentation', KINDS.ppt], ['OFD.xml', KINDS.ofd],
  ['opendocument.text', KINDS.odt], ['opendocument.spreadsheet', KINDS.ods], ['opendocument.presentation', KINDS.ppt], ['application/epub+zip', KINDS.epub],
  ['Index/CalculationEngine', KINDS.numbers], ['Index/Document.iwa', KINDS.pages],
];

/** Streams of the container in which Office kept files before 2007. */
const STREAMS: [string, FileKind][] = [
  ['WordDocument', KINDS.doc], ['Workbook', KINDS.xls], ['PowerPoint Document', KINDS.ppt], ['Book', KINDS.xls],
];

const LONGEST_SIGN = 4096;
/** OpenDocument and EPUB name themselves in the first part. */
const LONGEST_MIMETYPE = 120;

/** What a file is by its bytes, whatever its name says; nothing where they do not tell. */
export function kindOfBytes(bytes: Uint8Array): FileKind | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 0, 2) === 'PK') {
    // A zip ends with its directory, and files within its files are not in it; one cut off may be anything.
    const end = buffer.lastIndexOf('PK\x05\x06');
    const from = end === -1 ? 0 : buffer.readUInt32LE(end + 16);
    const names = from < end ? buffer.subarray(from, end) : buffer;
    const sign = buffer.subarray(0, LONGEST_MIMETYPE);
    return PARTS.find(([part]) => names.includes(part) || sign.includes(part))?.[1] ?? (end === -1 ? undefined : KINDS.archive);
  }
  if (buffer.length >= 4 && buffer.readUInt32BE(0) === 0xd0cf11e0) return STREAMS.find(([stream]) => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le')))?.[1];
  const start = buffer.toString('latin1', 0, LONGEST_SIGN).replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const text = /^.?\0/s.test(start) ? start.replaceAll('\0', '') : start;
  return SIGNS.find(([sign]) => sign.test(start) || sign.test(text.trimStart()))?.[1];
}
