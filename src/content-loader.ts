import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Loader } from 'astro/loaders';
import { parsePart, type Part } from './book/parts.ts';
import { listContentFiles } from './content-folder.ts';
import type { Problem } from './problem.ts';

/** What the store keeps of one file. */
export interface StoredPart extends Record<string, unknown> {
  part?: Part;
  problems: Problem[];
}

/** Astro loader over a content folder: one stored part a file, parsed again only when its bytes change, gone when it is gone. */
export function contentLoader(folder: string, fingerprint: string): Loader {
  const root = resolve(folder);
  return {
    name: 'yearbook-content',
    async load({ store, watcher }) {
      const loadFile = async (file: string) => {
        const bytes = await readFile(resolve(root, file));
        const digest = createHash('sha256').update(fingerprint).update(root).update(bytes).digest('hex');
        if (store.get(file)?.digest === digest) return;
        const data: StoredPart = parsePart(file, bytes);
        store.set({ id: file, data, digest });
      };
      const loadAll = async () => {
        const files = await listContentFiles(root);
        const present = new Set(files);
        for (const id of store.keys()) if (!present.has(id)) store.delete(id);
        for (const file of files) await loadFile(file);
      };
      await loadAll();
      if (!watcher) return;
      watcher.add(root);
      const idOf = (path: string) => relative(root, path).split(sep).join('/');
      const isInside = (id: string) => id !== '' && !id.startsWith('..');
      const changed = async (path: string) => {
        const id = idOf(path);
        if (!isInside(id)) return;
        if ((await listContentFiles(root)).includes(id)) await loadFile(id);
      };
      watcher.on('add', changed);
      watcher.on('change', changed);
      watcher.on('unlink', (path) => {
        if (isInside(idOf(path))) store.delete(idOf(path));
      });
    },
  };
}
