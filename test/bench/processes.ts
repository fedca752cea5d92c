import { fork, spawn, type ChildProcess } from 'node:child_process';
import type { Reply, Request } from './workers/serve';

/** A process of its own that measures. */
export class Worker {
  private readonly child: ChildProcess;
  private ended = '';
  private said = '';

  constructor(script: string, nodeOptions: readonly string[] = ['--expose-gc']) {
    // What it writes must not get into a report on stdout.
    this.child = fork(script, { execArgv: ['--no-warnings', ...nodeOptions], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.child.stderr!.on('data', (chunk: Buffer) => {
      this.said = (this.said + chunk.toString()).slice(-2000);
    });
    this.child.once('exit', (code, signal) => {
      this.ended = `The process ended with ${signal ?? `exit code ${code}`}.`;
    });
  }

  /** Asks for something and waits for the answer. */
  call<T>(name: string, request: unknown = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      const onEnd = () => reject(new Error(`${this.ended} ${this.said}`.trim()));
      if (this.ended) {
        onEnd();
        return;
      }
      this.child.once('exit', onEnd);
      this.child.once('message', (reply: Reply) => {
        this.child.off('exit', onEnd);
        if ('problem' in reply) {
          reject(new Error(reply.problem));
        } else {
          resolve(reply.result as T);
        }
      });
      this.child.send({ name, request } satisfies Request);
    });
  }

  stop(): void {
    this.child.kill();
  }
}

/** Asks one thing of a process that has done nothing before. */
export async function callOnce<T>(script: string, name: string, request: unknown): Promise<T> {
  const worker = new Worker(script);
  try {
    return await worker.call<T>(name, request);
  } finally {
    worker.stop();
  }
}

export interface ProgramRun {
  readonly exitCode: number;
  /** From the start of the process to its end. */
  readonly milliseconds: number;
}

/** Runs a Node program to its end. Its output is thrown away. */
export function timeProgram(preload: string, args: readonly string[], cwd: string): Promise<ProgramRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', '--require', preload, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    const said = ['', ''];
    for (const [at, stream] of [child.stdio[2], child.stdio[3]].entries()) {
      stream!.on('data', (chunk: Buffer) => {
        said[at] += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('close', code => {
      const [errors, cpu] = said;
      if (cpu) {
        resolve({ exitCode: code ?? -1, milliseconds: Number(cpu) });
      } else {
        reject(new Error(errors));
      }
    });
  });
}
