import { posix } from 'node:path';
import type { Body } from '../entry/body.ts';
import { suggest } from '../entry/nearest.ts';
import { problem, type Problem } from '../problem.ts';
import type { Parts } from './part.ts';

/** Pictures that are not there, or lie outside the folder of the text that shows them. */
export function checkPictures(parts: Parts): Problem[] {
  const pictures = new Set(parts.picture.map(({ file }) => file));
  const bodies: { file: string; body: Body }[] = [
    ...parts.entry.map(({ entry }) => entry), ...parts.chapter, ...parts.yearbook, ...parts.matter,
  ];
  return bodies.flatMap(({ file, body }) => {
    const folder = posix.dirname(file);
    return body.pictures.flatMap(({ target, line, column }) => {
      const at = { file, line, column };
      const path = picturePath(file, target);
      if (path === undefined) return [problem('text/picture-outside', at, { value: target })];
      if (pictures.has(path)) return [];
      const beside = [...pictures].filter((picture) => posix.dirname(picture) === folder).map((picture) => posix.basename(picture));
      const suggestion = suggest(target, beside, '请把图片放在条目旁边，并核对文件名和大小写');
      return [problem('text/picture-missing', at, { value: target, suggestion })];
    });
  });
}

/** Path of a picture in the content folder, or nothing where it leads out of its file's folder. */
export function picturePath(file: string, target: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(target)) return undefined;
  let name = target;
  try {
    name = decodeURIComponent(target);
  } catch {
    // A lone % is part of the name.
  }
  const folder = posix.dirname(file);
  const path = posix.normalize(posix.join(folder, name));
  return path.startsWith(`${folder}/`) ? path : undefined;
}
