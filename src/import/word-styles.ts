import { childNamed, descendants, valueOf, type XmlElement } from './xml.ts';

/** What a paragraph style says, its own word before that of the style it is based on. */
export interface WordStyle {
  id: string;
  name: string;
  /** 0 for headings of the first level. */
  outline?: number;
  numId?: string;
  level?: number;
  /** Level of the built-in heading it is based on, 0 for the first. */
  heading?: number;
}

const DEEPEST_BASE = 20;

/** styles.xml → what the style of an id comes to. */
export function readWordStyles(styles: XmlElement | undefined): (id: string | undefined) => WordStyle | undefined {
  const byId = new Map((styles ? descendants(styles, 'w:style') : []).map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const resolve = (id: string | undefined, depth: number): WordStyle | undefined => {
    const style = id === undefined || depth > DEEPEST_BASE ? undefined : byId.get(id);
    if (!style) return undefined;
    const base = resolve(valueOf(style, 'w:basedOn'), depth + 1);
    const properties = childNamed(style, 'w:pPr');
    const numbering = childNamed(properties, 'w:numPr');
    const name = valueOf(style, 'w:name') ?? '';
    const heading = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
    const level = valueOf(numbering, 'w:ilvl');
    return {
      ...base, id: id!, name,
      ...given('outline', number(valueOf(properties, 'w:outlineLvl'))),
      ...given('numId', valueOf(numbering, 'w:numId')),
      ...given('level', number(level)),
      ...given('heading', heading ? Number(heading) - 1 : undefined),
    };
  };
  return (id) => resolve(id, 0);
}

const number = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value));

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => (value === undefined ? {} : ({ [key]: value } as Record<K, V>));
