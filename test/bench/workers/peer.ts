import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Yaml from 'yaml';
import type { MemoryFigures } from './core';
import { startStopwatch } from '../stopwatch';
import { serve } from './serve';

/** What else reads such text. */
export type Peer = 'yaml-language-server' | 'yaml' | 'yaml browser' | 'js-yaml' | 'JSON.parse';

export interface LoadRequest {
  readonly peer: Peer;
  /** The module or, of packages, a file in the folder that they are installed in. */
  readonly location: string;
  readonly schema: string;
}

type Read = (text: string) => unknown;

let read: Read | undefined;
/** What was read last, kept as its user keeps it. */
let alive: unknown;

serve({
  async load({ peer, location, schema }: LoadRequest): Promise<void> {
    read = await makers[peer](location, schema);
  },

  async run({ file }: { readonly file: string }): Promise<number> {
    const text = readFileSync(file, 'utf8');
    alive = undefined;
    const elapsed = startStopwatch();
    alive = await read!(text);
    return elapsed();
  },

  memory(): MemoryFigures {
    globalThis.gc?.();
    globalThis.gc?.();
    const heapMegabytes = process.memoryUsage().heapUsed / 1_000_000;
    // Whatever the process needed last keeps what was read from being collected before it is weighed.
    return alive === undefined ? { heapMegabytes: 0, peakMegabytes: 0 } : { heapMegabytes, peakMegabytes: process.resourceUsage().maxRSS / 1000 };
  },
});

const makers: Readonly<Record<Peer, (location: string, schema: string) => Read | Promise<Read>>> = {
  yaml(location) {
    const { parseDocument } = createRequire(location)('yaml') as typeof Yaml;
    return text => parseDocument(text);
  },

  'yaml browser'(location) {
    const { parseDocument } = createRequire(location)(location) as typeof Yaml;
    return text => parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  },

  'js-yaml'(location) {
    return (createRequire(location)('js-yaml') as { load: Read }).load;
  },

  'JSON.parse': () => text => JSON.parse(text) as unknown,

  async 'yaml-language-server'(location, schema) {
    const { getLanguageService } = await importFrom<{ readonly getLanguageService: (parameters: unknown) => LanguageService }>(location, 'yaml-language-server');
    const { TextDocument } = createRequire(location)('vscode-languageserver-textdocument') as { TextDocument: { create(uri: string, language: string, version: number, text: string): unknown } };
    let fault: unknown;
    const service = getLanguageService({
      schemaRequestService: (uri: string) => Promise.reject(new Error(`Nothing is fetched, not even ${uri}.`)),
      workspaceContext: { resolveRelativePath: (relative: string, base: string) => new URL(relative, base).href },
      telemetry: { sendError: (_name: string, error: unknown) => { fault = error; } },
    });
    service.configure({ validate: true, schemas: [{ uri: 'file:///register.schema.json', fileMatch: ['*'], schema: JSON.parse(readFileSync(schema, 'utf8')) as unknown }] });
    let version = 0;
    const validate = async (text: string) => {
      // It keeps what it has parsed by version, and a keystroke makes a new one.
      const document = TextDocument.create('file:///license-register.yaml', 'yaml', ++version, text);
      const found = await service.doValidation(document, false);
      if (fault !== undefined) {
        throw fault instanceof Error ? fault : new Error(JSON.stringify(fault));
      }
      return { document, found };
    };
    const { found } = await validate('- name: Jan\n');
    if (found.length === 0) {
      throw new Error('It finds nothing wrong with an entry that lacks all keys but one: the schema has not reached it.');
    }
    return validate;
  },
};

interface LanguageService {
  configure(settings: unknown): void;
  doValidation(document: unknown, isKubernetes: boolean): Promise<readonly unknown[]>;
}

/** Imports a package that has modules only, from where it is installed. */
async function importFrom<T>(location: string, name: string): Promise<T> {
  const folder = path.join(path.dirname(location), 'node_modules', name);
  const { main } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { main: string };
  return await import(pathToFileURL(path.join(folder, main)).href) as T;
}
