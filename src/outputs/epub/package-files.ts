import { createHash } from 'node:crypto';
import type { VolumeData } from '../pdf/volume.ts';
import type { EpubPart } from './parts.ts';
import { escape, xhtmlDocument } from './xhtml.ts';

/** A picture inside the EPUB. */
export interface EpubPicture {
  name: string;
  mediaType: string;
}

export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

export const STYLE = `body { line-height: 1.7; margin: 0 1em; }
h1, h2, h3 { line-height: 1.3; text-align: left; }
h1 { font-size: 1.7em; margin: 2em 0 1em; }
h2 { font-size: 1.3em; margin: 2em 0 0.8em; }
h3 { font-size: 1.05em; margin: 1.6em 0 0.5em; }
p { margin: 0; text-indent: 2em; text-align: justify; }
table { border-collapse: collapse; margin: 1em auto; font-size: 0.9em; border-top: 2px solid; border-bottom: 2px solid; }
caption { font-size: 0.95em; padding: 0.4em; }
th, td { padding: 0.3em 0.7em; text-align: left; font-weight: normal; }
thead { border-bottom: 1px solid; }
.right { text-align: right; }
.center { text-align: center; }
figure { margin: 1em 0; text-align: center; }
img { max-width: 100%; }
figcaption, .small, .tail { font-size: 0.9em; }
.tail, .small, .counts, figcaption { text-indent: 0; }
.tail { margin-top: 0.4em; }
.plain, .headline { list-style: none; padding: 0; }
.plain li { margin: 0.4em 0; }
.title-page { text-align: center; }
.title-page p { text-align: center; text-indent: 0; }
`;

/** The package document: who made it, what is in it, in which order it is read. */
export function packageDocument(volume: VolumeData, parts: EpubPart[], pictures: EpubPicture[], isbn: string | undefined): string {
  const [year, month, day] = volume.date;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const digits = isbn?.replace(/[^\dXx]/g, '') ?? '';
  const identifier = /^(?:\d{13}|\d{9}[\dXx])$/.test(digits) ? `urn:isbn:${digits}` : `urn:uuid:${uuidOf([volume.title, volume.year, volume.publisher])}`;
  const creators = (volume.editors.length > 0 ? volume.editors : [volume.publisher]).map((name) => `<dc:creator>${escape(name)}</dc:creator>`);
  const languages = ['zh-Hans', ...(volume.chapters.some(hasTraditional) ? ['zh-Hant'] : [])];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-Hans">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifier}</dc:identifier>
<dc:title>${escape(volume.title)}</dc:title>
${languages.map((language) => `<dc:language>${language}</dc:language>`).join('\n')}
${creators.join('\n')}
<dc:publisher>${escape(volume.publisher)}</dc:publisher>
<dc:date>${date}</dc:date>
${volume.licence ? `<dc:rights>${escape(volume.licence)}</dc:rights>` : ''}
<meta property="dcterms:modified">${date}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${parts.map(({ file }) => `<item id="${fileId(file)}" href="${file}" media-type="application/xhtml+xml"/>`).join('\n')}
${pictures.map(({ name, mediaType }, index) => `<item id="picture-${index + 1}" href="pictures/${escape(name)}" media-type="${mediaType}"/>`).join('\n')}
</manifest>
<spine>
${spine(parts).map((id) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}

/** The contents stand where they stand in print: after the title, the 编辑说明 and other front matter. */
function spine(parts: EpubPart[]): string[] {
  const ids = parts.map(({ file }) => fileId(file));
  const front = parts.filter(({ isFront }) => isFront).length;
  return ids.toSpliced(front, 0, 'nav');
}

/** 目录: parts, domains, entries. */
export function navDocument(parts: EpubPart[]): string {
  const item = (href: string, title: string, inner = '', lang = '') => `<li><a href="${href}"${lang}>${escape(title)}</a>${inner}</li>`;
  const list = (items: string[]) => (items.length > 0 ? `<ol>\n${items.join('\n')}\n</ol>` : '');
  const contents = parts.map(({ file, title, sections }) =>
    item(
      file,
      title,
      list(
        sections.map((section) =>
          item(
            `${file}#${section.anchor}`,
            section.title,
            list(section.entries.map((entry) => item(`${file}#${entry.anchor}`, entry.title, '', entry.lang === 'zh-Hant' ? ' lang="zh-Hant" xml:lang="zh-Hant"' : ''))),
          ),
        ),
      ),
    ),
  );
  return xhtmlDocument('目录', `<nav epub:type="toc" role="doc-toc"><h1>目录</h1>\n${list(contents)}</nav>`, 'frontmatter');
}

const fileId = (file: string): string => `part-${file.replace(/\.xhtml$/, '')}`;

const hasTraditional = ({ sections }: VolumeData['chapters'][number]): boolean =>
  sections.some(({ entries }) => entries.some(({ lang }) => lang === 'zh-Hant'));

/** The same volume has the same identifier on every machine. */
function uuidOf(parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
