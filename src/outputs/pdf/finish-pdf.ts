import { deflateSync, inflateSync } from 'node:zlib';
import { inksOf } from './colours.ts';
import type { Edition } from './editions.ts';
import { POINTS_PER_MILLIMETRE } from './editions.ts';
import { writeFigureBounds, type Corner } from './figure-bounds.ts';
import {
  catalogNumber, editStream, editText, objectsWith, pageNumbers, readObject, readObjects, referenced, writeObjects, type PdfObjects,
} from './pdf-objects.ts';

/**
 * A reading edition as PDF/UA-1 and PDF/A-2a at once. Typst writes either; its PDF/A-2a file has every tag that
 * PDF/UA asks for and lacks only the marks that say so.
 */
export function finishReading(pdf: Uint8Array, corners: Corner[]): Buffer[] {
  const file = readObjects(pdf);
  writeFigureBounds(file, corners);
  sayTraditional(file);
  showTitle(file);
  orderByStructure(file);
  declareAccessible(file);
  return writeObjects(file);
}

/** A sheet for the press: where the page is trimmed, and how far the colour bleeds. */
export function finishPress(pdf: Uint8Array, corners: Corner[], edition: Edition, trim = { width: edition.width, height: edition.height }): Buffer[] {
  const file = readObjects(pdf);
  writeFigureBounds(file, corners);
  sayTraditional(file);
  printInInks(file);
  const points = (millimetres: number) => Number((millimetres * POINTS_PER_MILLIMETRE).toFixed(4));
  const box = (margin: number) =>
    [edition.slug - margin, edition.slug - margin, edition.slug + trim.width + margin, edition.slug + trim.height + margin]
      .map(points)
      .join(' ');
  const boxes = `/TrimBox [${box(0)}]\n  /BleedBox [${box(edition.bleed)}]\n  /MediaBox`;
  for (const number of pageNumbers(file)) editText(file, number, (page) => page.replace('/MediaBox', boxes));
  return writeObjects(file);
}

/** Typst knows two-letter regions only; its template marks Traditional text as region `mo`. */
const MARKED = '(zh-MO)';
const TRADITIONAL = '(zh-Hant)';

function sayTraditional(file: PdfObjects): void {
  for (const number of objectsWith(file, MARKED)) editText(file, number, (text) => text.replaceAll(MARKED, TRADITIONAL));
  editDrawing(file, pageContents(file), MARKED, (text) => text.replaceAll(MARKED, TRADITIONAL));
}

/** A colour of a drawing (SVG) as the typesetter writes it: a space of its own, then a grey or red, green and blue. */
const DRAWN_COLOUR = /\/c\d+ (cs|CS)\n([\d.]+(?: [\d.]+ [\d.]+)?) (?:scn|SCN)(?=\s)/g;

/** Drawings in process inks as the rest of the sheet. Gradients and photographs keep their profile. */
function printInInks(file: PdfObjects): void {
  editDrawing(file, [...pageContents(file), ...objectsWith(file, '/Subtype /Form')], '/c', (text) => text.replace(DRAWN_COLOUR, inInks));
}

function inInks(_: string, operator: string, components: string): string {
  const channels = components.split(' ').map(Number);
  const [red, green = red, blue = red] = channels as [number, number?, number?];
  return `${inksOf([red, green!, blue!]).join(' ')} ${operator === 'cs' ? 'k' : 'K'}`;
}

const pageContents = (file: PdfObjects): number[] =>
  pageNumbers(file).flatMap((page) => referenced(readObject(file, page), 'Contents') ?? []);

/** Changes the operators of pages and groups in which `text` occurs. */
function editDrawing(file: PdfObjects, streams: number[], text: string, edit: (drawing: string) => string): void {
  for (const number of streams) {
    editStream(file, number, (bytes) => {
      const drawing = inflateSync(bytes);
      return drawing.includes(text) ? deflateSync(Buffer.from(edit(drawing.toString('latin1')), 'latin1')) : bytes;
    });
  }
}

function showTitle(file: PdfObjects): void {
  editText(file, catalogNumber(file), (catalog) => catalog.replace('/ViewerPreferences <<', '/ViewerPreferences <<\n    /DisplayDocTitle true'));
}

/** Pages with links are read in the order of their tags. */
function orderByStructure(file: PdfObjects): void {
  for (const number of pageNumbers(file)) {
    editText(file, number, (page) => (page.includes('/Tabs') ? page : page.replace('/MediaBox', '/Tabs /S\n  /MediaBox')));
  }
}

const UA_SCHEMA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of PDF/UA to which the document conforms</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

/** PDF/A allows the `pdfuaid` schema only where the file itself describes it. */
function declareAccessible(file: PdfObjects): void {
  const metadata = referenced(readObject(file, catalogNumber(file)), 'Metadata')!;
  editStream(file, metadata, (bytes) =>
    Buffer.from(
      bytes
        .toString('utf8')
        .replace('<pdfaExtension:schemas><rdf:Bag>', `<pdfaExtension:schemas><rdf:Bag>${UA_SCHEMA}`)
        .replace('<pdfaid:part>', '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part><pdfaid:part>'),
    ),
  );
}
