import { join } from 'node:path';
import { writeContent, removeFolder, temporaryFolder } from '../content-on-disk.ts';
import { runScript } from '../run-script.ts';
import { serve } from '../browser/serve.ts';
import { APPARATUS } from './fixture.ts';

export const BASE = '/yearbook/';

/** The fixture built as a site under a sub-path, and served. */
export async function buildApparatus(): Promise<{ folder: string; origin: string; close(): Promise<void> }> {
  const parent = await temporaryFolder();
  const content = await writeContent(join(parent, 'content'), APPARATUS);
  const folder = join(parent, 'dist');
  const { code, output } = await runScript('build', ['--content', content, '--out', folder, '--base', BASE, '--pdf', 'none']);
  if (code !== 0) throw new Error(output);
  const server = await serve(folder, BASE);
  return {
    folder,
    origin: server.origin,
    close: async () => {
      await server.close();
      await removeFolder(parent);
    },
  };
}
