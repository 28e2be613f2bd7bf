import { posix, join } from 'node:path';
import type { Book, Yearbook } from '../../book/book.ts';
import { picturePath } from '../../book/pictures.ts';
import type { Body } from '../../entry/body.ts';
import { problem, type Place, type Problem } from '../../problem.ts';
import { measure, type Edition } from './editions.ts';
import type { PlacedPicture } from './print-data.ts';

/** A picture of a volume and the first place that shows it. */
export interface VolumePicture {
  path: string;
  place: Place;
  /** As the editor wrote it. */
  target: string;
}

/** Every picture that stands in a volume, once. */
export function volumePictures(book: Book, yearbook: Yearbook): VolumePicture[] {
  const { year } = yearbook;
  const bodies: { file: string; body: Body }[] = [
    yearbook,
    ...yearbook.front.map(({ slug, body }) => ({ file: `${year}/front/${slug}.md`, body })),
    ...yearbook.chapters,
    ...yearbook.entries,
    ...yearbook.back.map(({ slug, body }) => ({ file: `${year}/back/${slug}.md`, body })),
  ];
  const found = new Map<string, VolumePicture>();
  for (const { file, body } of bodies) {
    for (const { target, line, column } of body.pictures) {
      const path = picturePath(file, target);
      if (path === undefined || found.has(path) || !book.pictures.has(path)) continue;
      found.set(path, { path, target, place: { file, line, column } });
    }
  }
  return [...found.values()];
}

const PRINT_DPI = 300;
const MILLIMETRES_PER_INCH = 25.4;
const NARROWEST = 0.5;
const TALLEST = 0.42;
/** For a drawing that does not tell its size. */
const USUAL = 0.7;

/** A picture is as wide as its pixels allow in print, between half the measure and the whole. */
export function placePicture(book: Book, path: string, edition: Edition): PlacedPicture {
  const { width, height } = book.pictures.get(path)!;
  if (!width || !height) return { share: USUAL };
  const full = measure(edition);
  const natural = (width / PRINT_DPI) * MILLIMETRES_PER_INCH;
  const tallest = (edition.height - edition.top - edition.bottom) * TALLEST;
  const printed = Math.min(Math.max(natural, full * NARROWEST), full, (tallest * width) / height);
  return { share: Math.round((printed / full) * 1000) / 1000 };
}

/** Formats the typesetter cannot set. */
const UNPRINTABLE = /\.avif$/i;

export function checkPictureFormats(pictures: VolumePicture[]): Problem[] {
  return pictures
    .filter(({ path }) => UNPRINTABLE.test(path))
    .map(({ target, place }) => problem('print/picture', place, { value: target, reason: '印刷不支持 AVIF 格式' }));
}

/** Pictures that print below 300 dpi, named for whoever sends the volume to the press. */
export function checkResolution(book: Book, pictures: VolumePicture[], edition: Edition): Problem[] {
  return pictures.flatMap(({ path, target, place }) => {
    const { width } = book.pictures.get(path)!;
    if (!width || posix.extname(path).toLowerCase() === '.svg') return [];
    const inches = (placePicture(book, path, edition).share * measure(edition)) / MILLIMETRES_PER_INCH;
    const dpi = Math.round(width / inches);
    if (dpi >= PRINT_DPI) return [];
    return [problem('print/picture-dpi', place, { value: target, dpi, width: Math.ceil(inches * PRINT_DPI) })];
  });
}

export const pictureFile = (contentDir: string, path: string): string => join(contentDir, ...path.split('/'));
