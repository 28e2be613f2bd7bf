import { editText, objectsWith, pageNumbers, readObject, type PdfObjects } from './pdf-objects.ts';

/** A corner of a picture or chart: points from the left and top of the `page`-th page. */
export interface Corner {
  page: number;
  x: number;
  y: number;
}

/**
 * Gives every Figure tag its bounds. Typst tags pictures and charts without; `corners`, two a figure in the order of the
 * text, come from the template.
 */
export function writeFigureBounds(pdf: PdfObjects, corners: Corner[]): void {
  const figures = figureTags(pdf);
  for (const [index, page] of pageNumbers(pdf).entries()) {
    const drawn = corners.flatMap((corner, at) => (at % 2 === 0 && corner.page === index + 1 ? [{ start: corner, end: corners[at + 1]! }] : []));
    const tagged = (figures.get(page) ?? []).toSorted((a, b) => a.mark - b.mark);
    // Both count down the page: marked content as it is drawn, corners by where they are.
    drawn.sort((a, b) => a.start.y - b.start.y || a.start.x - b.start.x);
    if (drawn.length !== tagged.length) throw new Error(`page ${index + 1} has ${tagged.length} figure tags and ${drawn.length} drawings`);
    const height = pageHeight(pdf, page);
    tagged.forEach(({ number }, order) => {
      const { start, end } = drawn[order]!;
      const bounds = [start.x, height - end.y, end.x, height - start.y].map((value) => Number(value.toFixed(2)));
      editText(pdf, number, (tag) => tag.replace('/O /Layout', `/O /Layout\n/BBox [${bounds.join(' ')}]`));
    });
  }
}

/** Figure tags by the number of their page, each with its first piece of marked content. */
function figureTags(pdf: PdfObjects): Map<number, { number: number; mark: number }[]> {
  const tags = objectsWith(pdf, '/S /Figure\n').map((number) => {
    const text = readObject(pdf, number).toString('latin1');
    const [page, mark] = [/\/Pg (\d+) 0 R/, /\/K \[\s*(\d+)/].map((pattern) => Number(pattern.exec(text)![1]));
    return { number, page: page!, mark: mark! };
  });
  return Map.groupBy(tags, ({ page }) => page);
}

function pageHeight(pdf: PdfObjects, page: number): number {
  return Number(/\/MediaBox \[\s*\S+ \S+ \S+ (\S+?)\s*\]/.exec(readObject(pdf, page).toString('latin1'))![1]);
}
