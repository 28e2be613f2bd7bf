import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { adaptScript, VendorError, vendoredFiles } from '../../src/admin/vendored-cms.ts';
import { ROOT } from '../run-script.ts';

const source = readFileSync(join(ROOT, 'node_modules/@sveltia/cms/dist/sveltia-cms.js'), 'utf8');

describe('the editor program', () => {
  it('names no CDN any more, and is a whole script', () => {
    const script = adaptScript(source, '/nianjian/');
    expect(script).not.toMatch(/unpkg\.com|cdn\.jsdelivr|fonts\.g/);
    expect(script).toContain('url(/nianjian/admin/icons.woff2)');
    expect(() => new Script(script)).not.toThrow();
  });

  it('stops the build when it is another version', () => {
    expect(() => adaptScript(source.replace('@5.3.7', '@5.4.0'), '/')).toThrow(VendorError);
    expect(() => adaptScript(`${source}\n"https://unpkg.com/new"`, '/')).toThrow(/应有4处，实有5处/);
  });

  it('comes with its language, fonts and version, within 2.7 MB', async () => {
    const files = await vendoredFiles('/');
    expect(files.map(({ name }) => name)).toEqual(['sveltia-cms.js', 'zh-CN.json', 'version.json', 'text.woff2', 'code.woff2', 'icons.woff2']);
    const contents = await Promise.all(files.map(({ read }) => read()));
    expect(contents.reduce((sum, content) => sum + Buffer.byteLength(content), 0)).toBeLessThan(2.7e6);
  });

  it('speaks Chinese throughout', async () => {
    const files = await vendoredFiles('/');
    const chinese = JSON.parse((await files.find(({ name }) => name === 'zh-CN.json')!.read()) as string) as object;
    const english = JSON.parse(readFileSync(join(ROOT, 'node_modules/@sveltia/cms/locales/en-US.json'), 'utf8')) as object;
    const paths = (words: object, path = ''): string[] =>
      Object.entries(words).flatMap(([key, text]) => (typeof text === 'string' ? `${path}${key}` : paths(text as object, `${path}${key}.`)));
    const spoken = new Set(paths(chinese));
    // Faults of a configuration are ours to avoid, and no editor meets the storage of other companies.
    expect(paths(english).filter((path) => !spoken.has(path) && !/^(config|cloud_storage)\./.test(path))).toEqual([]);
  });
});
