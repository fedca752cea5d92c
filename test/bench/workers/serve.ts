/** What a worker can be asked for, by name. */
export type Handlers = Readonly<Record<string, (request: never) => unknown>>;

export interface Request {
  readonly name: string;
  readonly request: unknown;
}

export type Reply = { readonly result: unknown } | { readonly problem: string };

/** Answers the requests of the process that started this one, one after another. */
export function serve(handlers: Handlers): void {
  process.on('message', ({ name, request }: Request) => {
    void answer(() => handlers[name]!(request as never));
  });
}

async function answer(work: () => unknown): Promise<void> {
  let reply: Reply;
  try {
    reply = { result: await work() };
  } catch (error) {
    reply = { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send!(reply);
}
