import { Resvg } from '@resvg/resvg-js';

/** What stands on an OpenGraph picture. */
export interface PictureText {
  /** Large, at most three lines. */
  title: string;
  /** Above the title: where it belongs. */
  above?: string;
  /** Below the title. */
  below?: string;
  /** The yearbook's name, at the foot. */
  site: string;
  accent: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 96;
const SIZES = [112, 96, 80, 64];
const MOST_LINES = 3;

/**
 * The picture a shared link shows: paper, a spine of the accent, the title in the book's own face. PNG bytes. The fonts of
 * the machine are not looked at; `fontFile` is the book's, whole or cut down.
 */
export function renderPicture(text: PictureText, fontFile: string): Uint8Array {
  const svg = new Resvg(pictureSvg(text), { font: { fontFiles: [fontFile], loadSystemFonts: false, defaultFontFamily: 'Noto Serif SC' } });
  return svg.render().asPng();
}

export function pictureSvg({ title, above, below, site, accent }: PictureText): string {
  const size = SIZES.find((one) => breakLines(title, one).length <= MOST_LINES - 1) ?? SIZES.at(-1)!;
  const lines = breakLines(title, size).slice(0, MOST_LINES);
  const leading = size * 1.35;
  const first = (HEIGHT - leading * lines.length) / 2 + size * 0.9;
  const write = (x: number, y: number, fontSize: number, fill: string, words: string) =>
    `<text x="${x}" y="${Math.round(y)}" font-size="${fontSize}" fill="${fill}">${escape(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Noto Serif SC" font-weight="700">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbf8f1"/><rect width="36" height="${HEIGHT}" fill="${accent}"/>`,
    above ? write(MARGIN, first - size - 28, 36, '#655f54', above) : '',
    ...lines.map((line, index) => write(MARGIN, first + index * leading, size, '#1d1b18', line)),
    below ? write(MARGIN, first + (lines.length - 1) * leading + 76, 36, '#655f54', below) : '',
    `<rect x="${MARGIN}" y="${HEIGHT - 88}" width="24" height="24" fill="${accent}"/>`,
    write(MARGIN + 40, HEIGHT - 64, 32, '#1d1b18', site),
    '</svg>',
  ].join('');
}

/** Lines of equal width: a Han character is as wide as the type is high, a Latin one about half. */
function breakLines(text: string, size: number): string[] {
  const most = (WIDTH - 2 * MARGIN) / size;
  const lines = [''];
  let width = 0;
  for (const character of text) {
    const step = character < '\u2000' ? 0.58 : 1;
    if (width + step > most) {
      lines.push('');
      width = 0;
    }
    lines[lines.length - 1] += character;
    width += step;
  }
  return lines;
}

const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
