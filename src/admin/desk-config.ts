import { basename, resolve } from 'node:path';
import type { Book } from '../book/book.ts';
import type { DeskConfig } from './browser/start.ts';
import { cmsConfig, contentRoot, formatName } from './cms-config.ts';
import { fileShapes } from './content-shape.ts';

/** All that the page of the browser editor is told, as `config.json` beside it. */
export function deskConfig(book: Book, { base, contentDir }: { base: string; contentDir: string }): DeskConfig {
  const shapes = fileShapes();
  return {
    cms: cmsConfig(book, { base, folder: basename(resolve(contentDir)) }),
    shapes,
    formats: Object.fromEntries(Object.keys(shapes).map((kind) => [kind, formatName(kind)])),
    onDisk: book.site.repository === undefined,
    root: contentRoot(book),
  };
}
