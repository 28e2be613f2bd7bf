import { createHash } from 'node:crypto';
import { transformSync } from 'esbuild';
import source from './browser/boot.ts?raw';

const sources = import.meta.glob<string>(['./browser/*.ts', './outputs/script-switch/convert.ts'], { query: '?raw', import: 'default', eager: true });

/** The inline script of every page, and the hash by which the content security policy knows it. */
export const bootScript: string = transformSync(source.replace(/^export \{\};$/m, ''), { loader: 'ts', format: 'iife', minify: true, target: 'es2022' }).code.trim();

export const bootHash = `sha256-${createHash('sha256').update(bootScript).digest('base64')}` as const;

/** Changes with the scripts that pages load later, so that none comes from an older visit's cache. */
export const scriptVersion: string = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 8);
