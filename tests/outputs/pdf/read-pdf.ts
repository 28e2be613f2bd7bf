import { readFile } from 'node:fs/promises';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on one line of a page, in points from the lower left corner. */
export interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** Number in the PDF, from 1. */
  page: number;
}

export const openPdf = async (file: string): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise;

/** Lines of one page from top to bottom; what stands far apart on one height (a table's cells) is a line each. */
export async function readLines(pdf: PDFDocumentProxy, page: number): Promise<Line[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  const lines: Line[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [, , , size = 0, left = 0, y = 0] = item.transform as number[];
    const last = lines.at(-1);
    const follows = last && Math.abs(last.y - y) < 2 && left - last.right < size * 0.9 && left >= last.left;
    if (follows) {
      last.text += item.str;
      last.right = left + item.width;
    } else if (item.str.trim() !== '') lines.push({ text: item.str, left, right: left + item.width, y, size, page });
  }
  return lines;
}

export async function readAllLines(pdf: PDFDocumentProxy): Promise<Line[][]> {
  const pages: Line[][] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) pages.push(await readLines(pdf, page));
  return pages;
}

/** Text without the spaces a typesetter puts in: for finding words wherever they stand. */
export const squeeze = (text: string): string => text.replace(/[\s\u00A0\u2060]/g, '');

export const pageText = (lines: Line[]): string => squeeze(lines.map(({ text }) => text).join(''));

export interface OutlineItem {
  title: string;
  page: number;
  items: OutlineItem[];
}

/** Bookmarks with the pages they lead to. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<OutlineItem[]> {
  type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
  const resolve = async (nodes: Node[]): Promise<OutlineItem[]> =>
    Promise.all(
      nodes.map(async ({ title, dest, items }) => {
        const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
        return { title, page: (await pdf.getPageIndex(target![0])) + 1, items: await resolve(items as Node[]) };
      }),
    );
  return resolve((await pdf.getOutline()) ?? []);
}

/** Lines of a page joined by height: a contents line with its leader and page is one row. */
export function rowsOf(lines: Line[]): string[] {
  const rows: { y: number; lines: Line[] }[] = [];
  for (const line of lines) {
    const row = rows.find(({ y }) => Math.abs(y - line.y) < 3);
    if (row) row.lines.push(line);
    else rows.push({ y: line.y, lines: [line] });
  }
  rows.sort((a, b) => b.y - a.y);
  return rows.map((row) => squeeze(row.lines.toSorted((a, b) => a.left - b.left).map(({ text }) => text).join('')));
}
