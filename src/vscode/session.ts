import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import type { CheckOptions, RegisterCheck } from '../core/check';
import type { Finding } from '../core/finding';
import type { TextEdit } from '../core/text';
import type { Run } from './settings';

/** How long the keyboard must rest before what was typed is checked, in milliseconds. */
const typingPause = 150;

/** How long a check may hold the extension host in one go, in milliseconds. */
const longestSlice = 20;

/** How often findings are shown while a large register is still being checked, in milliseconds. */
const glimpseInterval = 500;

/** The part of a {@link RegisterCheck} that a session uses. */
export type Check = Pick<RegisterCheck, 'update' | 'setOptions' | 'work' | 'findings'>;

/** What a session needs from its surroundings. */
export interface SessionHost {
  createCheck(text: string, options: CheckOptions): Check;
  /** Shows the findings of a document in place of those that it had. */
  publish(document: TextDocument, findings: readonly Finding[]): void;
  /** Takes a fault of ours; the document is left without findings. */
  fail(document: TextDocument, error: unknown): void;
}

/** How a register is checked. */
export interface SessionSettings {
  readonly options: CheckOptions;
  readonly run: Run;
}

/** One open register: keeps its check in step with what is typed, and its findings with the check. */
export class Session {
  readonly #document: TextDocument;
  readonly #host: SessionHost;
  #settings: SessionSettings;
  #check: Check | undefined;
  /** The version of the document that the check has, once it has taken over the pending edits. */
  #version: number;
  #pendingEdits: TextEdit[] = [];
  #pendingOptions = false;
  #published: readonly Finding[] = [];
  #nextGlimpse = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: TextDocument, host: SessionHost, settings: SessionSettings) {
    this.#document = document;
    this.#host = host;
    this.#settings = settings;
    this.#version = document.version;
    this.#schedule(0);
  }

  /** Takes over what was edited. */
  change(changes: readonly TextDocumentContentChangeEvent[]): void {
    const { version } = this.#document;
    if (version === this.#version) {
      // Only the mark of unsaved changes has come or gone, or the check was made from the text as it is now.
      return;
    }
    if (version === this.#version + 1 && changes.length > 0) {
      this.#pendingEdits.push(...changes.map(({ range, text }) => ({ range, newText: text })));
    } else {
      this.#forget();
    }
    this.#version = version;
    if (this.#settings.run === 'onType') {
      this.#schedule(typingPause);
    }
  }

  /** The document was saved. */
  save(): void {
    if (this.#settings.run === 'onSave') {
      this.#schedule(0);
    }
  }

  /** Checks again if the settings differ from those it has. */
  configure(settings: SessionSettings): void {
    if (JSON.stringify(settings) !== JSON.stringify(this.#settings)) {
      this.#settings = settings;
      this.#pendingOptions = true;
      this.#schedule(0);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#forget();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), delay);
  }

  #run(): void {
    if (this.#document.isClosed) {
      return;
    }
    try {
      const check = this.#upToDate();
      const until = performance.now() + longestSlice;
      const isDone = check.work(() => performance.now() >= until);
      if (isDone || performance.now() >= this.#nextGlimpse) {
        this.#publish(check.findings());
        this.#nextGlimpse = performance.now() + glimpseInterval;
      }
      if (!isDone) {
        this.#schedule(0);
      }
    } catch (error) {
      // What it knows may be half changed: the next run starts from the text.
      this.#forget();
      this.#publish([]);
      this.#host.fail(this.#document, error);
    }
  }

  #upToDate(): Check {
    const { options } = this.#settings;
    if (this.#document.version !== this.#version) {
      this.#forget();
    }
    if (!this.#check) {
      this.#check = this.#host.createCheck(this.#document.getText(), options);
      this.#version = this.#document.version;
    } else {
      if (this.#pendingEdits.length > 0) {
        this.#check.update(this.#pendingEdits);
      }
      if (this.#pendingOptions) {
        this.#check.setOptions(options);
      }
    }
    this.#pendingEdits = [];
    this.#pendingOptions = false;
    return this.#check;
  }

  #publish(findings: readonly Finding[]): void {
    // A check gives the same object for what it said before.
    if (findings.length !== this.#published.length || findings.some((finding, index) => finding !== this.#published[index])) {
      this.#published = findings;
      this.#host.publish(this.#document, findings);
    }
  }

  #forget(): void {
    this.#check = undefined;
    this.#pendingEdits = [];
  }
}
