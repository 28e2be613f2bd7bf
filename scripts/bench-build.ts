import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBenchContent } from './bench-content.ts';

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

/** Check, cold and warm build of a generated content folder. */
export interface BuildCost {
  entries: number;
  length: number;
  pages: number;
  check: Run;
  cold: Run;
  warm: Run;
  perEntryMs: number;
  warmToCold: number;
}

/** Generates `entries` entries of `length` characters, checks and builds them cold and warm, without volumes. */
export async function benchBuild(entries: number, length: number): Promise<BuildCost> {
  const folder = await mkdtemp(join(tmpdir(), 'yearbook-bench-'));
  try {
    const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
    await writeBenchContent(content, { entries, length, volumes: 3 });
    const args = ['--content', content, '--out', out, '--pdf', 'none'];
    const check = await measure(CHECK, args);
    const cold = await measure(BUILD, args);
    const warm = await measure(BUILD, args);
    const files = await readdir(out, { recursive: true });
    return {
      entries, length, pages: files.filter((path) => path.endsWith('.html')).length, check, cold, warm,
      perEntryMs: round((cold.seconds / entries) * 1000), warmToCold: round(warm.seconds / cold.seconds),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

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
