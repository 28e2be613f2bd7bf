import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from './settings.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Digest of the generator itself: what an earlier version has cached is not to be trusted. */
export function generatorFingerprint(root: string): string {
  const files = ['astro.config.mjs', 'package-lock.json'].map((name) => join(root, name));
  const inSrc = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of [...files, ...inSrc]) if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Caches nobody has built with for this many days are another folder's or another address's leftovers. */
const DAYS_KEPT = 14;

/**
 * Folder for everything a build may keep: one for each content folder, site and base, so that nothing of one content
 * folder enters the site of another; emptied when the generator changes.
 */
export function openCache(root: string, settings: Settings): string {
  const caches = join(root, '.cache');
  const key = [resolve(settings.contentDir), settings.site ?? '', settings.base].join('\n');
  const folder = join(caches, digest(key));
  const stamp = join(folder, 'generator');
  const fingerprint = generatorFingerprint(root);
  if (existsSync(stamp) ? readFileSync(stamp, 'utf8') !== fingerprint : existsSync(folder)) {
    rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, fingerprint);
  const tooOld = Date.now() - DAYS_KEPT * 24 * 3600 * 1000;
  for (const other of readdirSync(caches)) {
    const otherStamp = join(caches, other, 'generator');
    if (existsSync(otherStamp) && statSync(otherStamp).mtimeMs < tooOld) rmSync(join(caches, other), { recursive: true, force: true });
  }
  return folder;
}
