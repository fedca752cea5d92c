import { Uri, workspace } from 'vscode';
import type { RegisterSchema } from '../../features/schema-keys';
import type { Log } from '../log';

/** The schema that ships with the extension, read when it is first asked for. */
export class SchemaFile {
  readonly #uri: Uri;
  readonly #log: Log;
  #schema: Promise<RegisterSchema | undefined> | undefined;

  constructor(extension: Uri, log: Log) {
    this.#uri = Uri.joinPath(extension, 'schemas/license-register.schema.json');
    this.#log = log;
  }

  /** The schema; undefined where it can't be read. */
  read(): Promise<RegisterSchema | undefined> {
    return (this.#schema ??= this.#load());
  }

  async #load(): Promise<RegisterSchema | undefined> {
    try {
      return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(this.#uri))) as RegisterSchema;
    } catch (error) {
      this.#log.fault(this.#uri, error);
      return undefined;
    }
  }
}
