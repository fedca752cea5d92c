import { Uri, workspace } from 'vscode';
import type { Log } from './log';

/** A JSON file that ships with the extension, read when it is first asked for. */
export class ShippedFile<Content> {
  private readonly uri: Uri;
  private readonly log: Log;
  private content: Promise<Content | undefined> | undefined;

  /** @param file its path in the extension */
  constructor(extension: Uri, file: string, log: Log) {
    this.uri = Uri.joinPath(extension, file);
    this.log = log;
  }

  /** What it holds; undefined where it can't be read. */
  read(): Promise<Content | undefined> {
    return (this.content ??= this.load());
  }

  private async load(): Promise<Content | undefined> {
    try {
      return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(this.uri))) as Content;
    } catch (error) {
      this.log.fault(this.uri, error);
      return undefined;
    }
  }
}
