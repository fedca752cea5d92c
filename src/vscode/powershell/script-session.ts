import type { TextDocument } from 'vscode';
import type { CheckedScript, ScriptCheckOptions, ScriptFinding } from '../../exchange/scripts/check-script';
import type { Steps } from '../../exchange/steps';
import { longestSlice, typingPause } from '../session';

/** What a session needs from its surroundings. */
export interface ScriptSessionHost {
  check(text: string, options: ScriptCheckOptions): Steps<CheckedScript>;
  /** Shows the findings of a script in place of those that it had. */
  publish(document: TextDocument, findings: readonly ScriptFinding[]): void;
  /** Takes a fault of ours; the script is left without findings. */
  fail(document: TextDocument, error: unknown): void;
}

/** One open script: keeps its findings in step with what is typed. A long one is checked in slices. */
export class ScriptSession {
  private readonly document: TextDocument;
  private readonly host: ScriptSessionHost;
  private currentOptions: ScriptCheckOptions;
  private steps: Steps<CheckedScript> | undefined;
  /** The version of the document that is being checked. */
  private version = 0;
  private checked: CheckedScript | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: TextDocument, host: ScriptSessionHost, options: ScriptCheckOptions) {
    this.document = document;
    this.host = host;
    this.currentOptions = options;
    this.start(0);
  }

  get options(): ScriptCheckOptions {
    return this.currentOptions;
  }

  /** The document may have been edited. */
  change(): void {
    if (this.document.version !== this.version) {
      this.start(typingPause);
    }
  }

  /** Checks again if the options differ from those it has. */
  configure(options: ScriptCheckOptions): void {
    if (JSON.stringify(options) !== JSON.stringify(this.currentOptions)) {
      this.currentOptions = options;
      this.start(0);
    }
  }

  /** The check of the document as it stands; undefined where it isn't done yet. */
  current(): CheckedScript | undefined {
    return this.document.version === this.version ? this.checked : undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private start(delay: number): void {
    this.steps = undefined;
    this.checked = undefined;
    this.schedule(delay);
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.work(), delay);
  }

  private work(): void {
    if (this.document.isClosed) {
      return;
    }
    try {
      if (!this.steps || this.version !== this.document.version) {
        this.version = this.document.version;
        this.steps = this.host.check(this.document.getText(), this.currentOptions);
      }
      const until = performance.now() + longestSlice;
      do {
        const step = this.steps.next();
        if (step.done) {
          this.steps = undefined;
          this.checked = step.value;
          this.host.publish(this.document, step.value.findings);
          return;
        }
      } while (performance.now() < until);
      this.schedule(0);
    } catch (error) {
      this.steps = undefined;
      this.host.publish(this.document, []);
      this.host.fail(this.document, error);
    }
  }
}
