/** What a spreadsheet would run as a formula; the full-width signs count too in Chinese and Japanese editions. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** Makes Excel read the file as UTF-8. */
const BOM = '\uFEFF';

/**
 * Rows → CSV after RFC 4180. A text that a spreadsheet would run as a formula gets a leading apostrophe; numbers keep
 * their sign.
 */
export function renderCsv(header: string[], rows: (string | undefined)[][]): string {
  return BOM + [header, ...rows].map((row) => `${row.map((cell) => renderCell(cell ?? '')).join(',')}\r\n`).join('');
}

function renderCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
