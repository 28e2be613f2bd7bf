import { fileURLToPath } from 'node:url';
import { checkContent } from '../src/check-content.ts';
import { refreshEditorFiles } from '../src/vscode/editor-files.ts';
import { readSettings, settingsEnv } from '../src/settings.ts';
import { countProblems, printProblems, run } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

await run(async () => {
  const { settings, options } = readSettings(process.argv.slice(2), process.env, { port: { type: 'string' }, host: { type: 'string' } });
  const { problems, book } = await checkContent(settings, { drafts: true });
  printProblems(problems, settings.contentDir);
  const { errors, advice } = countProblems(problems);
  console.log(`${errors}个错误，${advice}条建议`);
  if (!book) return 1;
  await refreshEditorFiles(root, settings.contentDir);
  Object.assign(process.env, settingsEnv(settings), { ASTRO_TELEMETRY_DISABLED: '1' });
  const { dev } = await import('astro');
  const port = Number(options['port'] ?? 4321);
  // Warnings are for those who work on the generator; what an editor should know stands on the page.
  const server = await dev({ root, server: { port, host: (options['host'] as string | undefined) ?? 'localhost' }, logLevel: 'error' });
  console.log(`预览地址：http://localhost:${server.address.port}${settings.base}（按 Ctrl+C 结束）`);
  return new Promise<number>(() => {});
});
