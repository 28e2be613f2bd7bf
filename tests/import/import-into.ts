import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importFiles, type Imported } from '../../src/import/import-files.ts';
import { temporaryFolder, writeContent } from '../content-on-disk.ts';

/** A content folder and a folder of reports beside it. */
export interface Desk {
  content: string;
  /** Writes a report and gives its path. */
  report(name: string, bytes: string | Uint8Array): Promise<string>;
  take(paths: string | string[], options?: { district?: string; year?: string; source?: string }): Promise<Imported[]>;
  read(file: string): Promise<string>;
}

const DOMAINS = ['economy 经济体制改革', 'administration 行政体制改革', 'governance 社会治理改革', 'livelihood 社会事业改革']
  .map((line) => line.split(' ')).map(([slug, name]) => `- {slug: ${slug}, name: ${name}}\n`).join('');

export async function openDesk(): Promise<Desk & { folder: string }> {
  const folder = await temporaryFolder();
  const content = await writeContent(join(folder, 'content'), { 'domains.yaml': DOMAINS });
  return {
    folder, content,
    async report(name, bytes) {
      const path = join(folder, 'reports', name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
      return path;
    },
    take: async (paths, options) => (await importFiles([paths].flat(), { contentDir: content, district: 'yi', year: '2015', ...options })).imported,
    read: (file) => readFile(join(content, file), 'utf8'),
  };
}
