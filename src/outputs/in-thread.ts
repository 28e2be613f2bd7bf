import { Worker } from 'node:worker_threads';

/** Runs a module in a thread of its own, so that a slow output does not keep the others waiting. @throws what it throws */
export function inThread(module: URL, workerData: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(module, { workerData });
    thread.once('error', reject);
    thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${module.pathname}: exit code ${code}`))));
  });
}
