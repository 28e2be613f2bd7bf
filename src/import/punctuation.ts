const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** Full-width digits, letters and per cent signs, which belong to no Chinese sentence. */
const WIDE_LATIN = /[０-９Ａ-Ｚａ-ｚ％＋]/g;
const BESIDE_HAN = /(?<=[\p{Script=Han}”’」』》）%])\s*([,;:?!])\s*|\s*([,;:?!])\s*(?=[\p{Script=Han}“‘「『《（])/gu;

/**
 * GB/T 15834 punctuation for a line whose marks were flattened to half width. Numbers stay whole: `10,000`, `24:00`,
 * `1+5+3`, `7×24` and web addresses are not touched.
 */
export function restorePunctuation(line: string): string {
  if (!/\p{Script=Han}/u.test(line)) return line;
  return line
    .replace(WIDE_LATIN, (char) => char.normalize('NFKC'))
    .split(/(https?:\/\/[\w\-./?%&=#:@!~+]+)/)
    .map((piece, index) => (index % 2 === 1 ? piece : restorePiece(piece)))
    .join('')
    .replace(/(?<=《[^》]{0,100})[<〈]([^<>《》〈〉]{1,100})[>〉](?=[^《]{0,100}》)/g, '〈$1〉');
}

const restorePiece = (piece: string): string =>
  pairQuotes(piece)
    .replace(/(?<!\.)\.{3,6}(?!\.)|。{2,}/g, '……')
    .replace(/(?<=[\p{Script=Han}”）])--+|--+(?=[\p{Script=Han}“（])/gu, '——')
    .replace(/(?<=[\p{Script=Han}”’》）%])\.(?=[\p{Script=Han}“《\s]|$)/gu, '。')
    .replace(/\(([^()]*)\)/g, (whole, inner: string, offset: number, all: string) => {
      const beside = `${all[offset - 1] ?? ''}${inner}${all[offset + whole.length] ?? ''}`;
      return /\p{Script=Han}/u.test(beside) ? `（${inner}）` : whole;
    })
    // Half of a pair stands on another line.
    .replace(/(?<=\p{Script=Han})\(|\((?=\p{Script=Han})/gu, '（')
    .replace(/(?<=\p{Script=Han})\)(?![\w.])/gu, '）')
    .replace(BESIDE_HAN, (_, after?: string, before?: string) => WIDE[(after ?? before)!]!)
    .replace(/\s*([，。；：、！？》）])\s*/g, '$1')
    .replace(/\s+(?=[《（])|(?<=[《（])\s+/g, '')
    .replace(/(?<=\p{Script=Han}) +(?=[\dA-Za-z])|(?<=[\dA-Za-z%]) +(?=\p{Script=Han})/gu, '')
    .replace(/(?<=\d) *([+×]) *(?=\d)/g, '$1');

/** Straight double quotes come in pairs; an odd one stays as it is, for the editor to see. */
function pairQuotes(piece: string): string {
  const count = piece.split('"').length - 1;
  if (count === 0 || count % 2 === 1) return piece;
  let opening = false;
  return piece.replace(/"/g, () => ((opening = !opening) ? '“' : '”'));
}
