import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finishSwap } from '../src/publish.ts';
import { readSettings, settingsEnv, SettingsError } from '../src/settings.ts';
import { run } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

await run(async () => {
  const { settings, options } = readSettings(process.argv.slice(2), process.env, { port: { type: 'string' } });
  await finishSwap(settings.outDir);
  const home = await readFile(join(settings.outDir, 'index.html'), 'utf8').catch(() => undefined);
  if (home === undefined) throw new SettingsError(`“${settings.outDir}”还没有网站；请先运行 npm run build`);
  // A site is shown under the address its links were made for, wherever it was built.
  settings.outDir = resolve(settings.outDir);
  settings.base = /data-base="(\/[^"]*)script\/"/.exec(home)?.[1] ?? settings.base;
  Object.assign(process.env, settingsEnv(settings), { ASTRO_TELEMETRY_DISABLED: '1' });
  const { preview } = await import('astro');
  const server = await preview({ root, server: { port: Number(options['port'] ?? 4321), host: 'localhost' }, logLevel: 'warn' });
  console.log(`网站地址：http://localhost:${server.port}${settings.base}（按 Ctrl+C 结束）`);
  return new Promise<number>(() => {});
});
