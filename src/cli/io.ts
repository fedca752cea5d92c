/** Standard output can't take what is written, for instance because the disk is full. */
export class OutputFailure extends Error {}

/** Where text goes. */
export interface Writer {
  /** Kept once the text has left this process, or when nobody reads it any longer. */
  write(text: string): Promise<void>;
}

/** What the command line sees of the process that runs it, so that a test needs no process. */
export interface Io {
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Its promise may break with an `OutputFailure`. */
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTTY: boolean;
  /** The terminal's width; undefined where there is no terminal. */
  readonly columns: number | undefined;
  readonly now: Date;
}
