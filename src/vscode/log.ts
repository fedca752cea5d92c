import { window, workspace, type Disposable, type LogOutputChannel, type Uri } from 'vscode';

/** Our channel of the Output view. It exists once there is something to say. */
export class Log implements Disposable {
  private channel: LogOutputChannel | undefined;
  /** What was said already, so that a fault that comes with each keystroke is told once. */
  private readonly said = new Set<string>();

  /** Tells of something that the user can mend. */
  warn(sentence: string): void {
    if (this.isNew(sentence)) {
      this.open().warn(sentence);
    }
  }

  /** Tells of a fault of ours in the check of a document. */
  fault(uri: Uri, error: unknown): void {
    const description = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const sentence = `${workspace.asRelativePath(uri)} could not be checked. ${description}`;
    if (this.isNew(sentence)) {
      this.open().error(sentence);
    }
  }

  /** Lets everything be said again: what it was about may have changed. */
  startAnew(): void {
    this.said.clear();
  }

  dispose(): void {
    this.channel?.dispose();
  }

  private isNew(sentence: string): boolean {
    const before = this.said.size;
    return this.said.add(sentence).size > before;
  }

  private open(): LogOutputChannel {
    this.channel ??= window.createOutputChannel('Exchange License Register', { log: true });
    return this.channel;
  }
}
