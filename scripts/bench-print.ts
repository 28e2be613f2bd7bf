import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildBook } from '../src/book/build.ts';
import { readContentFolder } from '../src/content-folder.ts';
import { Printing } from '../src/outputs/pdf/printing.ts';
import type { TypesetAnswer, TypesetTask } from '../src/outputs/pdf/typeset-worker.ts';
import { startTypesetter } from '../src/outputs/pdf/worker-pool.ts';
import { writeBenchContent } from './bench-content.ts';

export interface PrintFigures {
  entries: number;
  pages: number;
  seconds: number;
  cpuSeconds: number;
  pagesPerCpuSecond: number;
  /** Peak memory of the typesetting process alone. */
  peakGB: number;
}

/** What a volume of this many entries may cost. */
const MEASURED_ENTRIES = 2000;
const LIMITS = { slowest: 75, cpuSeconds: 20, peakGB: 2.6 };

/** Printed by the typesetting process as it ends. */
const REPORT = `data:text/javascript,process.on('exit',()=>{const {userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();console.error('measured '+JSON.stringify({cpu:userCPUTime+systemCPUTime,peak:maxRSS}))})`;

/** Sets one volume of `entries` generated entries in its 16开 edition, in a process of its own. */
export async function benchPrint(entries: number, length: number): Promise<PrintFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'yearbook-bench-'));
  try {
    const contentDir = join(folder, 'content');
    await writeBenchContent(contentDir, { entries, length, volumes: 1, isFurnished: true });
    const book = buildBook((await readContentFolder(contentDir)).parts).book!;
    const { task } = new Printing({ contentDir, cacheDir: folder }).prepare(book, book.yearbooks[0]!, 'book');
    const { answer, cpu, peak } = await typesetAlone({ ...task, file: join(folder, 'book.pdf') });
    if (!answer.done) throw new Error(answer.reason);
    const cpuSeconds = cpu / 1e6;
    return {
      entries,
      pages: answer.pages,
      seconds: round(answer.seconds),
      cpuSeconds: round(cpuSeconds),
      pagesPerCpuSecond: Math.round(answer.pages / cpuSeconds),
      peakGB: round((peak * 1024) / 1e9),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Prints the figures; the exit code is 1 where a volume of the measured size costs more than it may. */
export function reportPrint(figures: PrintFigures): number {
  const { entries, cpuSeconds, pagesPerCpuSecond, peakGB } = figures;
  const kept = pagesPerCpuSecond >= LIMITS.slowest && cpuSeconds < LIMITS.cpuSeconds && peakGB < LIMITS.peakGB;
  const limits = `at least ${LIMITS.slowest} pages per CPU-second, under ${LIMITS.cpuSeconds} CPU-seconds and ${LIMITS.peakGB} GB`;
  console.log(JSON.stringify({ ...figures, limits, kept }, null, 2));
  return entries === MEASURED_ENTRIES && !kept ? 1 : 0;
}

async function typesetAlone(task: TypesetTask): Promise<{ answer: TypesetAnswer; cpu: number; peak: number }> {
  const child = startTypesetter(['--import', REPORT]);
  const said = text(child.stderr!);
  const exited = once(child, 'exit');
  child.send(task);
  const message = once(child, 'message').then(([answer]) => answer as TypesetAnswer);
  const answer = await Promise.race([message, exited.then(() => undefined)]);
  if (child.connected) child.disconnect();
  await exited;
  const report = /^measured (.*)$/m.exec(await said)?.[1];
  if (!answer || !report) throw new Error(await said);
  return { answer, ...(JSON.parse(report) as { cpu: number; peak: number }) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
