declare module 'subset-font' {
  /** Characters of `text` out of `font`, as WOFF2 or TrueType; an axis given a number is fixed to it. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: { targetFormat?: 'woff2' | 'woff' | 'truetype'; variationAxes?: Record<string, number> },
  ): Promise<Uint8Array>;
}
