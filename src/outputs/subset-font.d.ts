declare module 'subset-font' {
  /** Characters of `text` out of `font`, as WOFF2 or TrueType. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: { targetFormat?: 'woff2' | 'woff' | 'truetype' },
  ): Promise<Uint8Array>;
}
