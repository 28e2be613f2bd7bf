import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { editText, objectsWith, pageNumbers, readObject, readObjects, writeObjects } from '../../../src/outputs/pdf/pdf-objects.ts';

async function twoPages(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([100, 200]);
  pdf.addPage([300, 200]);
  return pdf.save({ useObjectStreams: false });
}

test('objects are found by what they hold, and pages in the order of the book', async () => {
  const file = readObjects(await twoPages());
  const pages = pageNumbers(file);
  expect(pages.map((number) => /\[ 0 0 (\d+)/.exec(readObject(file, number).toString('latin1'))![1])).toEqual(['100', '300']);
  expect(objectsWith(file, '/MediaBox').sort()).toEqual(pages.toSorted());
  expect(objectsWith(file, 'nowhere')).toEqual([]);
});

test('a changed object moves those behind it, and the file still reads', async () => {
  const file = readObjects(await twoPages());
  for (const number of pageNumbers(file)) editText(file, number, (page) => page.replace('/MediaBox', '/Tabs /S\n/MediaBox'));
  const written = await PDFDocument.load(Buffer.concat(writeObjects(file)), { updateMetadata: false });
  expect(written.getPages().map((page) => [page.getWidth(), page.node.toString().includes('/Tabs /S')])).toEqual([[100, true], [300, true]]);
});
