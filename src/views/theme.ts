/** The publisher's one colour, made legible: text in it keeps 4.5:1 (WCAG 2.2 AA) on paper, light and dark. */

type Rgb = [number, number, number];

const PAPER: Rgb = [251, 248, 241];
const NIGHT: Rgb = [22, 20, 16];
const LEGIBLE = 4.6;

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;

const write = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio after WCAG 2.2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function until(colour: Rgb, towards: Rgb, background: Rgb): string {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = colour.map((part, index) => part + (towards[index]! - part) * share) as Rgb;
    if (contrast(write(mixed), write(background)) >= LEGIBLE) return write(mixed);
  }
  return write(towards);
}

/** The stylesheet of a site's accent. */
export function themeCss(accent: string): string {
  const light = until(parse(accent), [0, 0, 0], PAPER);
  const dark = until(parse(accent), [255, 255, 255], NIGHT);
  // `html:root` outweighs the defaults of base.css, whichever is loaded first; a choice made by hand outweighs the system's.
  const system = `html:root{--accent:${light};--seal:${accent}}@media (prefers-color-scheme:dark){html:root{--accent:${dark}}}`;
  return `${system}html:root[data-theme=light]{--accent:${light}}html:root[data-theme=dark]{--accent:${dark}}\n`;
}
