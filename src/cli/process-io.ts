import { OutputFailure, type Io, type Writer } from './io';

/** The parts of `process` that the command line touches. */
export interface ProcessLike {
  cwd(): string;
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The io of a real process. */
export function processIo(from: ProcessLike): Io {
  return {
    cwd: from.cwd(),
    readStdin: () => readAll(from.stdin),
    stdout: writerTo(from.stdout, error => new OutputFailure(`The output cannot be written: ${error.message}.`)),
    // When this fails, there is nowhere left to say so.
    stderr: writerTo(from.stderr, () => undefined),
    env: from.env,
    isTTY: from.stdout.isTTY === true,
    columns: from.stdout.columns,
    now: new Date(),
  };
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array));
  }
  return Buffer.concat(chunks);
}

// What the systems say when the reader has gone, as `head` does once it has its lines.
const readerGone = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

function writerTo(stream: NodeJS.WritableStream, failure: (error: Error) => Error | undefined): Writer {
  let gone = false;
  // Each write hears of its own error; without a listener Node would throw the same error once more.
  stream.on('error', () => {});
  return {
    write(text) {
      if (gone || text === '') {
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        stream.write(text, (error?: NodeJS.ErrnoException | null) => {
          gone ||= error?.code !== undefined && readerGone.has(error.code);
          const reported = error && !gone ? failure(error) : undefined;
          if (reported) {
            reject(reported);
          } else {
            resolve();
          }
        });
      });
    },
  };
}
