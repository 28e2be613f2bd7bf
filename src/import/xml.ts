/** An element as the file has it: names with their prefix, text and attributes with their entities. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** Office nests a few dozen deep; a reader that follows thousands runs out of stack. */
const DEEPEST = 400;
const TOKEN = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root element with its descendants, or nothing where the text is no XML or one nested beyond reason. */
export function parseXml(xml: string): XmlElement | undefined {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  for (const [, cdata, closing, name, attributes = '', empty, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(text);
    else if (cdata !== undefined) parent.children.push(escapeXml(cdata));
    else if (closing) {
      if (open.length === 1 || parent.name !== name) return undefined;
      open.pop();
    } else if (name) {
      const element: XmlElement = { name, attributes: {}, children: [] };
      for (const [, key, double, single] of attributes.matchAll(ATTRIBUTE)) element.attributes[key!] = double ?? single!.replace(/"/g, '&quot;');
      parent.children.push(element);
      if (!empty) open.push(element);
      if (open.length > DEEPEST) return undefined;
    }
  }
  return open.length === 1 ? elementsOf(top)[0] : undefined;
}

export const renderXml = (node: XmlElement | string): string => {
  if (typeof node === 'string') return node;
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`).join('');
  return node.children.length === 0 ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${node.children.map(renderXml).join('')}</${node.name}>`;
};

export const elementsOf = (element: XmlElement): XmlElement[] => element.children.filter((child) => typeof child !== 'string');

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsOf(element).find((child) => child.name === name);

/** Every element of this name below, outermost first; those inside one of them too. */
export const descendants = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);

/** `w:val` of a child: how Word writes nearly everything. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined => childNamed(element, name)?.attributes['w:val'];

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, named?: string) => {
    if (named) return ENTITIES[named] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

export const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
