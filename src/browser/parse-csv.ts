/** Our own CSV (RFC 4180, BOM, header) → rows by column name; an apostrophe before a would-be formula is taken off. */
export function parseCsv(text: string): Record<string, string>[] {
  const cells = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.replace(/^\uFEFF/, '').matchAll(cells)) {
    const value = quoted === undefined ? bare : quoted.replaceAll('""', '"');
    rows.at(-1)!.push(/^'[=+\-@＝＋－＠\t\r]/.test(value) ? value.slice(1) : value);
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  // After the last line end there is nothing.
  if (rows.at(-1)!.length === 1 && rows.at(-1)![0] === '') rows.pop();
  const [header = [], ...records] = rows;
  return records.filter((record) => record.length === header.length).map((record) => Object.fromEntries(record.map((value, index) => [header[index]!, value])));
}
