import { expect, test } from 'vitest';
import { editions } from '../../../src/outputs/pdf/editions.ts';
import { checkResolution, placePicture, volumePictures } from '../../../src/outputs/pdf/pictures.ts';
import { formatProblem } from '../../../src/problem.ts';
import { bookOf, entryText } from '../../small-book.ts';

const picture = (width: number, height: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;

/** A PNG's first bytes, which tell its size. */
function pngHead(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

const book = bookOf({
  '2015/jia/base.md': entryText('![小](small.png)\n\n![大](big.png)\n\n![高](tall.svg)'),
  '2015/jia/small.png': pngHead(400, 300),
  '2015/jia/big.png': pngHead(4000, 3000),
  '2015/jia/tall.svg': picture(300, 3000),
});
const pictures = volumePictures(book, book.yearbooks[0]!);

test('a picture is as wide as its pixels print, between half the measure and the whole', () => {
  const share = (name: string) => placePicture(book, `2015/jia/${name}`, editions.book).share;
  expect(share('small.png')).toBe(0.5);
  expect(share('big.png')).toBeLessThanOrEqual(1);
  expect(share('big.png')).toBeGreaterThan(0.7);
  // Never taller than part of the page.
  expect(share('tall.svg')).toBeLessThan(0.1);
});

test('one that prints below 300 dpi is named for the press', () => {
  expect(checkResolution(book, pictures, editions.press).map((found) => formatProblem(found, 'content'))).toEqual([
    'content/2015/jia/base.md:8:1 图片“small.png”印出来只有 144 dpi，不足 300 dpi；付印前请换成宽 832 像素以上的原图(print/picture-dpi)',
  ]);
});
