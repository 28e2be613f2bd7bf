import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { TypesetAnswer, TypesetTask } from './typeset-worker.ts';

/** Pages after which a child process gives way to a fresh one: Typst keeps the memory of what it has set. */
const PAGES_A_PROCESS = 600;

/**
 * Child processes that set PDFs side by side, one task each at a time. They are started when there is work and end with
 * `close`.
 */
export class WorkerPool {
  #idle: { child: ChildProcess; pages: number }[] = [];
  #running = 0;
  #waiting: (() => void)[] = [];
  readonly #size: number;

  constructor(size = availableParallelism()) {
    this.#size = Math.max(1, size);
  }

  async run(task: TypesetTask): Promise<TypesetAnswer> {
    while (this.#running >= this.#size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
    const worker = this.#idle.pop() ?? { child: startTypesetter(), pages: 0 };
    try {
      const answer = await ask(worker.child, task);
      worker.pages += answer.done ? answer.pages : PAGES_A_PROCESS;
      if (worker.pages >= PAGES_A_PROCESS) worker.child.kill();
      else this.#idle.push(worker);
      return answer;
    } catch (cause) {
      worker.child.kill();
      throw cause;
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  close(): void {
    for (const { child } of this.#idle.splice(0)) child.kill();
  }
}

/**
 * A process that sets the PDFs it is sent, as `TypesetTask`. Its peak is what limits the size of a volume, so it may let
 * go of memory when it knows best (`gc`), and glibc is kept to one arena, whose gaps are used again.
 */
export function startTypesetter(execArgv: string[] = []): ChildProcess {
  const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const;
  return fork(join(import.meta.dirname, 'typeset-worker.ts'), {
    execArgv: ['--expose-gc', ...execArgv],
    env: { ...process.env, MALLOC_ARENA_MAX: '1' },
    serialization: 'advanced',
    stdio: [...stdio],
  });
}

function ask(child: ChildProcess, task: TypesetTask): Promise<TypesetAnswer> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    const listen = (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2000);
    };
    const settle = (finish: () => void) => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.stderr?.off('data', listen);
      finish();
    };
    const onMessage = (answer: unknown) => settle(() => resolve(answer as TypesetAnswer));
    const onExit = (code: number | null) =>
      settle(() => reject(new Error(`the typesetting process ended with ${code ?? 'a signal'}\n${complaint}`)));
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.stderr?.on('data', listen);
    child.send(task);
  });
}
