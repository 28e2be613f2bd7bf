import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../src/settings.ts';
import { writeBenchContent } from './bench-content.ts';
import { benchImport, importTable } from './bench-import.ts';
import { benchPrint, reportPrint } from './bench-print.ts';
import { run } from './report.ts';

const BUILD = fileURLToPath(new URL('build.ts', import.meta.url));
const CHECK = fileURLToPath(new URL('check.ts', import.meta.url));
/** Printed by the measured process as it ends: its own peak memory in kB, and when each phase was done, in ms. */
const REPORT = `data:text/javascript,process.on('exit',()=>console.error('measured '+JSON.stringify({peak:process.resourceUsage().maxRSS,marks:performance.getEntriesByType('mark').map(({name,startTime})=>[name,startTime])})))`;

/** Phases of a build, as `build.ts` marks them. */
const PHASES = ['check', 'volumes', 'pages and index', 'other outputs'];

interface Run {
  seconds: number;
  peakMB: number;
  /** Seconds from the start of the process to the end of each phase. */
  done: Record<string, number>;
}

/**
 * `npm run bench -- --entries N` generates N entries, checks and builds them cold and warm and prints the figures as
 * JSON; `npm run bench -- print` sets a book of N entries in one volume; `npm run bench -- import` scores the import
 * against its truth tables.
 */
await run(async () => {
  const { options, positionals } = readSettings(process.argv.slice(2), process.env, { entries: { type: 'string' }, length: { type: 'string' } });
  if (positionals[0] === 'import') {
    console.log(importTable(await benchImport()).join('\n'));
    return 0;
  }
  const length = Number(options['length'] ?? 600);
  if (positionals[0] === 'print') return reportPrint(await benchPrint(Number(options['entries'] ?? 2000), length));
  const entries = Number(options['entries'] ?? 1000);
  const folder = await mkdtemp(join(tmpdir(), 'yearbook-bench-'));
  try {
    const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
    await writeBenchContent(content, { entries, length, volumes: 3 });
    const args = ['--content', content, '--out', out, '--pdf', 'none'];
    const check = await measure(CHECK, args);
    const cold = await measure(BUILD, args);
    const warm = await measure(BUILD, args);
    const files = await readdir(out, { recursive: true });
    console.log(JSON.stringify({
      entries, length, pages: files.filter((path) => path.endsWith('.html')).length, check, cold, warm,
      perEntryMs: round((cold.seconds / entries) * 1000), warmToCold: round(warm.seconds / cold.seconds),
    }, null, 2));
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function measure(script: string, args: string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', REPORT, script, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      // Threads of the process report too, as they end; the process itself does so last.
      const report = [...output.matchAll(/^measured (.*)$/gm)].at(-1)?.[1];
      if (code !== 0 || !report) return reject(new Error(output));
      const { peak, marks } = JSON.parse(report) as { peak: number; marks: [string, number][] };
      resolve({
        seconds: round((performance.now() - started) / 1000),
        peakMB: Math.round(peak / 1024),
        done: Object.fromEntries(marks.filter(([name]) => PHASES.includes(name)).map(([name, at]) => [name, round(at / 1000)])),
      });
    });
  });
}
