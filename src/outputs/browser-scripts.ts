import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build } from 'esbuild';

const SOURCES = fileURLToPath(new URL('../browser/', import.meta.url));

/** Where the scripts of `src/browser/` stand in the built site. */
export const SCRIPT_FOLDER = 'script';

/** Inlined in every page, or part of another script. */
const NOT_LOADED = new Set(['boot.ts', 'parse-csv.ts']);

/**
 * Bundles each script that pages load on the reader's first action. They are no `<script>`s of Astro's: those are
 * fetched with the page, and an entry page fetches nothing before the reader acts.
 */
export async function writeBrowserScripts(outDir: string): Promise<void> {
  const scripts = (await readdir(SOURCES)).filter((name) => name.endsWith('.ts') && !NOT_LOADED.has(name));
  await build({
    entryPoints: scripts.map((name) => join(SOURCES, name)),
    outdir: join(outDir, SCRIPT_FOLDER),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
  });
}
