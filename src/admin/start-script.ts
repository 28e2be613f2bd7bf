import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRY = 'src/admin/browser/start.ts';

/** The script that teaches the editor program our content files and starts it: a plain script, as that program is one. */
export async function startScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entryFile()],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

/** This module may run bundled from a folder below the generator's own, so its source is looked for upwards. */
function entryFile(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, ENTRY)) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, ENTRY);
}
