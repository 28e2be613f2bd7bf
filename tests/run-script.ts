import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both, as an editor sees them. */
  output: string;
}

/** What `check` has said: a line for each problem, and the line that counts them. */
export function readReport({ stdout }: Finished): { problems: string[]; counts: string | undefined } {
  const lines = stdout.split('\n');
  return {
    problems: lines.filter((line) => /:\d+:\d+ .*\([a-z]+\/[a-z-]+\)$/.test(line)),
    counts: lines.find((line) => /\d个错误，\d+条建议$/.test(line)),
  };
}

/** Settings of the machine that runs the tests must not reach the scripts. */
const SETTINGS = ['CONTENT_DIR', 'OUT_DIR', 'SITE', 'BASE', 'PDF', 'CI', 'GITHUB_ACTIONS'];

/** Runs `scripts/<name>.ts` as `npm run` does, in a process of its own, without a terminal. */
export function runScript(name: string, args: string[], env: Record<string, string> = {}): Promise<Finished> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !SETTINGS.includes(key) && !key.startsWith('VITEST')));
  // Under NODE_ENV=test, which vitest sets, Astro does not build for production.
  delete inherited['NODE_ENV'];
  // So are Vite's own, which vitest sets for the tests.
  for (const key of ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'TEST']) delete inherited[key];
  // A hundred runs of one program need not compile it a hundred times.
  inherited['NODE_COMPILE_CACHE'] = join(tmpdir(), 'yearbook-compile-cache');
  const child = spawn(process.execPath, [`scripts/${name}.ts`, ...args], { cwd: ROOT, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const finished: Finished = { code: null, stdout: '', stderr: '', output: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    finished.stdout += text;
    finished.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    finished.stderr += text;
    finished.output += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...finished, code }));
  });
}
