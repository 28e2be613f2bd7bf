/** The tests' own encoder: Node has none for GBK. */
export function gbk(text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0xa1; high <= 0xf7; high += 1) for (let low = 0xa1; low <= 0xfe; low += 1) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : codes.get(char)!)));
}
