/** A colour as Typst takes it: components from 0 to 1. */
export interface Colour {
  space: 'rgb' | 'cmyk';
  components: number[];
}

/** The colours of one edition. */
export interface Palette {
  ink: Colour;
  /** Secondary text; 4.5 : 1 and more on paper. */
  grey: Colour;
  rule: Colour;
  tint: Colour;
  accent: Colour;
  /** On the accent: white, or ink where the accent is light. */
  onAccent: Colour;
  /** The accent a shade deeper, for the cover's ornament. */
  accentShade: Colour;
  paper: Colour;
}

const rgb = (...components: number[]): Colour => ({ space: 'rgb', components });
const cmyk = (...components: number[]): Colour => ({ space: 'cmyk', components });

/** Palette of a volume. A press takes pure black text and the accent as inks; reading editions stay in sRGB. */
export function palette(accent: string, press: boolean): Palette {
  const channels = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16) / 255);
  const light = contrastWithWhite(channels) < 4.5;
  const shade = channels.map((channel) => channel * 0.86);
  if (press) {
    return {
      ink: cmyk(0, 0, 0, 1),
      grey: cmyk(0, 0, 0, 0.66),
      rule: cmyk(0, 0, 0, 0.4),
      tint: cmyk(0, 0, 0, 0.14),
      accent: toInks(channels),
      onAccent: light ? cmyk(0, 0, 0, 1) : cmyk(0, 0, 0, 0),
      accentShade: toInks(shade),
      paper: cmyk(0, 0, 0, 0),
    };
  }
  return {
    ink: rgb(0.08, 0.08, 0.08),
    grey: rgb(0.38, 0.37, 0.35),
    rule: rgb(0.62, 0.6, 0.57),
    tint: rgb(0.86, 0.84, 0.8),
    accent: rgb(...channels),
    onAccent: light ? rgb(0.08, 0.08, 0.08) : rgb(1, 1, 1),
    accentShade: rgb(...shade),
    paper: rgb(1, 1, 1),
  };
}

/** Channels that differ by less are a grey. */
const NEUTRAL = 0.02;

/** sRGB → process inks: a grey in black alone, of a colour half of the grey, so a warm one stays warm on press. */
export function inksOf([red, green, blue]: number[]): number[] {
  const inks = [1 - red!, 1 - green!, 1 - blue!];
  const round = (ink: number) => Math.round(ink * 100) / 100;
  if (Math.max(...inks) - Math.min(...inks) < NEUTRAL) return [0, 0, 0, round(inks[1]!)];
  const black = Math.min(...inks) * 0.5;
  return [...inks.map((ink) => round((ink - black) / (1 - black))), round(black)];
}

const toInks = (channels: number[]): Colour => cmyk(...inksOf(channels));

/** WCAG contrast ratio of a colour with white. */
function contrastWithWhite(channels: number[]): number {
  const [red, green, blue] = channels.map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}
