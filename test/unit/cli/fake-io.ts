import type { Io } from '../../../src/cli/io';

/** An io that keeps what is written. */
export interface FakeIo extends Io {
  readonly output: () => string;
  readonly errors: () => string;
}

/** An io without a process: a plain pipe at noon of 2026-11-24 unless `parts` say otherwise. */
export function fakeIo(parts: Partial<Io> & { readonly stdin?: string | Uint8Array } = {}): FakeIo {
  const out: string[] = [];
  const err: string[] = [];
  const collect = (into: string[]) => ({
    write: (text: string) => {
      into.push(text);
      return Promise.resolve();
    },
  });
  return {
    cwd: __dirname,
    readStdin: () => Promise.resolve(Buffer.from(parts.stdin ?? '')),
    stdout: collect(out),
    stderr: collect(err),
    env: {},
    isTTY: false,
    columns: undefined,
    now: new Date(2026, 10, 24, 12),
    ...parts,
    output: () => out.join(''),
    errors: () => err.join(''),
  };
}
