import { workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import type { Log } from '../log';
import { isScript } from './is-script';

/** Checks PowerShell scripts and helps to write them. Who opens none never has its code evaluated. */
export function registerScripts(extension: Uri, log: Log): Disposable {
  const registration = new Registration(extension, log);
  workspace.textDocuments.forEach(document => registration.consider(document));
  return registration;
}

class Registration implements Disposable {
  private readonly extension: Uri;
  private readonly log: Log;
  private registered: Disposable = workspace.onDidOpenTextDocument(document => this.consider(document));
  private isAwaited = true;
  private isDisposed = false;

  constructor(extension: Uri, log: Log) {
    this.extension = extension;
    this.log = log;
  }

  /** Loads all at the first script. */
  consider(document: TextDocument): void {
    if (this.isAwaited && isScript(document)) {
      this.isAwaited = false;
      this.registered.dispose();
      void this.load(document.uri);
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.registered.dispose();
  }

  private async load(uri: Uri): Promise<void> {
    try {
      const { Scripts } = await import('./scripts');
      if (!this.isDisposed) {
        this.registered = new Scripts(this.extension, this.log);
      }
    } catch (error) {
      this.log.fault(uri, error);
    }
  }
}
