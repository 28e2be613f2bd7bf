/** Forms a volume is printed in (版本). */
export type EditionName = 'book' | 'a4' | 'press' | 'large';

/** Page and type of an edition; lengths in millimetres, type in points. */
export interface Edition {
  name: EditionName;
  /** As printed on the copyright page. */
  format: string;
  width: number;
  height: number;
  top: number;
  bottom: number;
  inside: number;
  /** Type size of the text, and characters to a line: the measure is their product. */
  size: number;
  characters: number;
  /** Space between lines in em; the line itself is one em. */
  leading: number;
  /** Sheet around the trimmed page for bleed and crop marks. */
  slug: number;
  bleed: number;
  /** Left out where the cover is a file of its own. */
  cover: boolean;
}

const book: Edition = {
  name: 'book',
  format: '185 mm×260 mm　1/16',
  width: 185,
  height: 260,
  top: 27,
  bottom: 25,
  inside: 23.5,
  size: 10.5,
  characters: 38,
  leading: 0.62,
  slug: 0,
  bleed: 0,
  cover: true,
};

export const editions: Record<EditionName, Edition> = {
  book,
  a4: { ...book, name: 'a4', format: '210 mm×297 mm　A4', width: 210, height: 297, top: 31, bottom: 29, inside: 26.5, size: 12 },
  press: { ...book, name: 'press', slug: 10, bleed: 3, cover: false },
  large: {
    ...book,
    name: 'large',
    format: '210 mm×297 mm　大字本',
    width: 210,
    height: 297,
    top: 27,
    bottom: 25,
    inside: 24.5,
    size: 17,
    characters: 27,
    leading: 0.64,
  },
};

export const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Width of the text in millimetres. */
export const measure = ({ size, characters }: Edition): number => (size * characters) / POINTS_PER_MILLIMETRE;

/** Tables are set this much smaller than the text. */
const TABLE_TYPE = 0.84;

/** Em of table type to a line. */
export const tableWidth = ({ characters }: Edition): number => characters / TABLE_TYPE;

/** Folios cited anywhere are those of this edition. */
export const CITED_EDITION: EditionName = 'book';
