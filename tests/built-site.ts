import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { removeFolder, temporaryFolder } from './content-on-disk.ts';
import { runScript } from './run-script.ts';

/** The site of the repository's own content, built once for all tests that look at pages. */
export interface BuiltSite {
  folder: string;
  base: string;
  origin: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    builtSite: BuiltSite;
  }
}

export default async function buildSite(project: TestProject): Promise<() => Promise<void>> {
  const temporary = await temporaryFolder();
  const site: BuiltSite = { folder: join(temporary, 'dist'), base: '/yearbook/', origin: 'https://example.cn' };
  const { code, output } = await runScript('build', ['--out', site.folder, '--base', site.base, '--site', site.origin, '--pdf', 'none']);
  if (code !== 0) throw new Error(output);
  project.provide('builtSite', site);
  return () => removeFolder(temporary);
}
