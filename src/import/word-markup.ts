import type { Notice } from './source.ts';
import { countWordNumbers } from './word-numbers.ts';
import { readWordStyles } from './word-styles.ts';
import { childNamed, descendants, elementsOf, escapeXml, parseXml, renderXml, unescapeXml, valueOf, type XmlElement } from './xml.ts';
import type { OfficeZip } from './zip.ts';

/** Style given to paragraphs that are headings by their outline level or by the style theirs is based on. */
export const HEADING_STYLE = 'ImportedHeading';
const DEEPEST_HEADING = 4;
const LONGEST_HEADING = 60;
/** Elements around runs that mammoth passes over with all they hold. */
const WRAPPERS = new Set(['w:fldSimple', 'w:bdo', 'w:dir', 'w:rubyBase']);

/** The part with the running text, which need not be `word/document.xml`. */
export function mainPart(zip: OfficeZip): string | undefined {
  const relationships = parseXml(zip.text('_rels/.rels') ?? '');
  const target = relationships && elementsOf(relationships).find(({ attributes }) => /\/officeDocument$/.test(attributes['Type'] ?? ''))?.attributes['Target'];
  return [target?.replace(/^\//, ''), 'word/document.xml'].find((part) => part !== undefined && zip.names.includes(part));
}

/**
 * Writes into the running text what Word shows and mammoth does not see: the numbers of lists and headings, headings
 * told by their outline level, text boxes without an old-style twin, text inside fields. Hidden text is taken out.
 */
export function revealMarkup(zip: OfficeZip, part: string): { xml: string; notices: Notice[] } | undefined {
  const document = parseXml(zip.text(part) ?? '');
  if (!document) return undefined;
  const beside = (name: string) => parseXml(zip.text(part.replace(/[^/]*$/, name)) ?? '');
  const styleOf = readWordStyles(beside('styles.xml'));
  const numberOf = countWordNumbers(beside('numbering.xml'), styleOf);
  const notices: Notice[] = [];
  let at = 0;
  const lose = (text: string, about: string) => {
    if (text.trim()) notices.push({ rule: 'import/lost', at: Math.max(at, 1), text: text.trim(), about });
  };

  const reveal = (element: XmlElement): (XmlElement | string)[] => {
    if (element.name === 'mc:AlternateContent') return elementsOf(shownOf(element)).flatMap(reveal);
    if (element.name === 'w:altChunk') lose(element.attributes['r:id'] ?? '附件', '插入的另一份文件，其中的文字没有带过来');
    if (element.name === 'w:ruby') {
      lose(textOf(childNamed(element, 'w:rt')), '注音');
      return elementsOf(element).filter(({ name }) => name === 'w:rubyBase').flatMap(reveal);
    }
    if (element.name === 'w:r' && isOn(childNamed(childNamed(element, 'w:rPr'), 'w:vanish')) && textOf(element)) {
      lose(textOf(element), '原文中的隐藏文字');
      return [];
    }
    if (element.name === 'w:p') {
      if (textOf(element)) at += 1;
      number(element);
    }
    element.children = element.children.flatMap((child) => (typeof child === 'string' ? [child] : reveal(child)));
    if (WRAPPERS.has(element.name)) return element.children;
    if (element.name === 'w:sdt') return childNamed(element, 'w:sdtContent')?.children ?? [];
    const boxes = element.name === 'w:drawing' ? outermost(element, 'w:txbxContent') : [];
    return boxes.length > 0 ? [element, make('w:pict', boxes)] : [element];
  };

  const number = (paragraph: XmlElement) => {
    const properties = childNamed(paragraph, 'w:pPr');
    const text = textOf(paragraph);
    // A list item that was deleted does not count; an empty one does.
    const label = text || descendants(paragraph, 'w:delText').length === 0 ? numberOf(properties) : undefined;
    const level = headingLevel(properties, text);
    if (level !== undefined) setStyle(properties!, `${HEADING_STYLE}${level}`);
    const numbering = childNamed(properties, 'w:numPr');
    if (numbering && label !== undefined) properties!.children.splice(properties!.children.indexOf(numbering), 1);
    if (!label || !text) return;
    // 1. before 5万户 would read as 1.5万户.
    const shown = /[\w.．]$/.test(label) && /^[\w%]/.test(text) ? `${label} ` : label;
    const run = make('w:r', [{ ...make('w:t', [escapeXml(shown)]), attributes: { 'xml:space': 'preserve' } }]);
    paragraph.children.splice(properties ? paragraph.children.indexOf(properties) + 1 : 0, 0, run);
  };

  const headingLevel = (properties: XmlElement | undefined, text: string): number | undefined => {
    const style = styleOf(valueOf(properties, 'w:pStyle'));
    if (!properties || /^(?:heading|标题)\s*\d$|^(?:subtitle|副标题)$/i.test(style?.name ?? '') || text.length > LONGEST_HEADING || /[。；]$/.test(text)) return undefined;
    const own = valueOf(properties, 'w:outlineLvl');
    const level = own === undefined ? style?.outline ?? style?.heading : Number(own);
    return level !== undefined && level < DEEPEST_HEADING ? level + 1 : undefined;
  };

  reveal(document);
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>${renderXml(document)}`, notices };
}

/** Of several versions of one thing the old-style one, which mammoth reads, unless it says less. */
function shownOf(element: XmlElement): XmlElement {
  const [choice, fallback] = [childNamed(element, 'mc:Choice'), childNamed(element, 'mc:Fallback')];
  if (!choice || !fallback) return choice ?? fallback ?? element;
  const saysLess = textOf(choice).length > textOf(fallback).length || (fallback.children.length === 0 && choice.children.length > 0);
  return saysLess ? choice : fallback;
}

const outermost = (element: XmlElement, name: string): XmlElement[] => elementsOf(element).flatMap((child) => (child.name === name ? [child] : outermost(child, name)));

const textOf = (element: XmlElement | undefined): string => (element ? unescapeXml(descendants(element, 'w:t').flatMap(({ children }) => children).join('')) : '');

const isOn = (toggle: XmlElement | undefined): boolean => toggle !== undefined && !/^(?:0|false|off)$/.test(toggle.attributes['w:val'] ?? '');

const make = (name: string, children: (XmlElement | string)[]): XmlElement => ({ name, attributes: {}, children });

function setStyle(properties: XmlElement, id: string): void {
  const old = childNamed(properties, 'w:pStyle');
  if (old) old.attributes['w:val'] = id;
  else properties.children.unshift({ name: 'w:pStyle', attributes: { 'w:val': id }, children: [] });
}
