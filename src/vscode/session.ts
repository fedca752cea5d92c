import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import type { BroughtExport, ExportRequest } from '../core/exports/exports';
import type { CheckOptions, RegisterCheck } from '../core/check';
import type { Finding } from '../core/findings/finding';
import { bringIn, mainPath, type IncludedFiles } from '../core/register/inclusion';
import { DocumentFeed } from './document-feed';
import type { Run } from './settings';

/** How long the keyboard must rest before what was typed is checked, in milliseconds. */
export const typingPause = 150;

/** How long a check may hold the extension host in one go, in milliseconds. */
export const longestSlice = 20;

/** How long it may take to bring a check up to date for somebody who waits, in milliseconds. */
const longestCatchUp = 200;

/** How often findings are shown while a large register is still being checked, in milliseconds. */
const glimpseInterval = 500;

/** A {@link RegisterCheck}, or what a test has in place of one. */
export type Check = Pick<RegisterCheck, keyof RegisterCheck>;

/** What a session needs from its surroundings. Files are named by their addresses, the register itself by `mainPath`. */
export interface SessionHost {
  createCheck(text: string, options: CheckOptions): Check;
  /** Where the files are that a register includes, but for those that are open. */
  filesOf(document: TextDocument): IncludedFiles;
  /** An included file that is open. */
  openDocument(path: string): TextDocument | undefined;
  /** The files that a register includes from now on, and where more may turn up. */
  including(document: TextDocument, paths: readonly string[], wanted: ReturnType<RegisterCheck['wanted']>): void;
  /** What comes of the exports that a register names from now on. */
  readExports(document: TextDocument, requests: readonly ExportRequest[]): Promise<readonly BroughtExport[]>;
  /** Shows the findings of a file of a register in place of those that it had. */
  publish(document: TextDocument, path: string, findings: readonly Finding[]): void;
  /** Hears that all has been checked. */
  checked(document: TextDocument): void;
  /** Takes a fault of ours; the register is left without findings. */
  fail(document: TextDocument, error: unknown): void;
}

/** How a register is checked. */
export interface SessionSettings {
  readonly options: CheckOptions;
  readonly run: Run;
}

/**
 * One open register with the files that it includes: keeps its check in step with what is typed, and its findings
 * with the check.
 */
export class Session {
  private readonly document: TextDocument;
  private readonly host: SessionHost;
  private settings: SessionSettings;
  private check: Check | undefined;
  private readonly feed: DocumentFeed;
  /** Of the included files those that are open, by their paths. */
  private includedFeeds = new Map<string, DocumentFeed>();
  /** What the check wanted when files were brought in last; undefined when that must be done again. */
  private broughtIn: string | undefined;
  /** The exports that were read last; undefined when that must be done again. */
  private exportsRead: string | undefined = noExports;
  private pendingOptions = false;
  private readonly published = new Map<string, readonly Finding[]>();
  /** Whether all has been checked once: until then the findings are shown as they come. */
  private isComplete = false;
  private nextGlimpse = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: TextDocument, host: SessionHost, settings: SessionSettings) {
    this.document = document;
    this.host = host;
    this.settings = settings;
    this.feed = new DocumentFeed(document);
    this.schedule(0);
  }

  /** Takes over what was edited. */
  change(changes: readonly TextDocumentContentChangeEvent[]): void {
    if (this.feed.change(changes)) {
      this.textChanged();
    }
  }

  /** Takes over what was edited in a file that it includes. */
  changeIncluded(path: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (this.includedFeeds.get(path)?.change(changes)) {
      this.textChanged();
    }
  }

  /** The document, or one that it includes, was saved. */
  save(): void {
    if (this.settings.run === 'onSave') {
      this.schedule(0);
    }
  }

  /** Included files may have come, gone or changed where nobody has them open, or have been opened or closed. */
  refreshIncluded(): void {
    this.broughtIn = undefined;
    this.checkAgain();
  }

  /** Exports may have come, gone or changed. */
  refreshExports(): void {
    this.exportsRead = undefined;
    this.schedule(0);
  }

  /** Checks again if the settings differ from those it has. */
  configure(settings: SessionSettings): void {
    if (JSON.stringify(settings) !== JSON.stringify(this.settings)) {
      this.settings = settings;
      this.pendingOptions = true;
      this.checkAgain();
    }
  }

  /**
   * The check of the documents as they stand; undefined where it isn't done yet. What was edited since the last time
   * is checked now, if that is soon done: who fixes all on saving has just typed.
   */
  current(): Check | undefined {
    const known = this.check;
    if (!known || !this.isComplete || this.document.isClosed) {
      return undefined;
    }
    try {
      const check = this.takeOver();
      const until = performance.now() + longestCatchUp;
      if (check === known && check.work(() => performance.now() >= until) && !this.wantsFiles(check)) {
        return check;
      }
      this.schedule(0);
    } catch (error) {
      this.fail(error);
    }
    return undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.forget();
  }

  /** Checks for another reason than an edit: at once, unless it waits for somebody to save what was edited. */
  private checkAgain(): void {
    if (this.settings.run === 'onType' || this.isCurrent) {
      this.schedule(0);
    }
  }

  private get isCurrent(): boolean {
    return this.feed.isCurrent && [...this.includedFeeds.values()].every(feed => feed.isCurrent);
  }

  private textChanged(): void {
    if (this.settings.run === 'onType') {
      this.schedule(typingPause);
    }
  }

  /** Checks after a delay in milliseconds: what was edited and set until then, unless it is to go on with a check. */
  private schedule(delay: number, bringCheck = () => this.takeOver()): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(bringCheck), delay);
  }

  /** Goes on with a check. What was edited meanwhile is checked too, unless that waits for somebody to save. */
  private goOn(): void {
    if (this.settings.run === 'onType') {
      this.schedule(0);
    } else {
      this.schedule(0, () => this.check ?? this.takeOver());
    }
  }

  private run(bringCheck: () => Check): void {
    if (this.document.isClosed) {
      return;
    }
    try {
      const check = bringCheck();
      const until = performance.now() + longestSlice;
      if (!check.work(() => performance.now() >= until)) {
        this.glimpse(check);
        this.goOn();
      } else if (this.wantsFiles(check)) {
        void this.bringIn(check);
      } else {
        this.isComplete = true;
        this.publish(check);
        if (JSON.stringify(check.wantedExports()) === this.exportsRead) {
          this.host.checked(this.document);
        } else {
          void this.bringExports(check);
        }
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** Hands the check what was edited and set since the last time; makes it anew where edits are missing. */
  private takeOver(): Check {
    const { options } = this.settings;
    const edits = this.check && this.feed.take();
    if (!this.check || !edits) {
      this.forget();
      this.check = this.host.createCheck(this.feed.read(), options);
      this.pendingOptions = false;
      return this.check;
    }
    this.update(this.check, mainPath, edits);
    for (const [path, feed] of this.includedFeeds) {
      const included = feed.take();
      if (included) {
        this.update(this.check, path, included);
      } else {
        this.broughtIn = undefined;
      }
    }
    if (this.pendingOptions) {
      this.check.setOptions(options);
      this.pendingOptions = false;
    }
    return this.check;
  }

  private update(check: Check, path: string, edits: NonNullable<ReturnType<DocumentFeed['take']>>): void {
    if (edits.length > 0) {
      check.update(edits, path);
    }
  }

  private wantsFiles(check: Check): boolean {
    const wanted = check.wanted();
    return (wanted.length > 0 || check.paths().length > 1) && JSON.stringify(wanted) !== this.broughtIn;
  }

  private async bringIn(check: Check): Promise<void> {
    const wanted = check.wanted();
    const broughtIn = JSON.stringify(wanted);
    this.broughtIn = broughtIn;
    const feeds = new Map<string, DocumentFeed>();
    const files = this.host.filesOf(this.document);
    const isWanted = () => check === this.check && broughtIn === this.broughtIn && !this.document.isClosed;
    try {
      await bringIn({ wanted: () => wanted, include: (...brought) => isWanted() && check.include(...brought) }, {
        find: (from, glob) => files.find(from, glob),
        read: path => {
          const document = this.host.openDocument(path);
          if (!document) {
            return files.read(path);
          }
          const feed = new DocumentFeed(document);
          feeds.set(path, feed);
          this.includedFeeds.set(path, feed);
          return Promise.resolve(feed.read());
        },
      });
      if (isWanted()) {
        this.includedFeeds = feeds;
        this.host.including(this.document, check.paths().slice(1), wanted);
        this.goOn();
      }
    } catch (error) {
      if (check === this.check) {
        this.fail(error);
      }
    }
  }

  private async bringExports(check: Check): Promise<void> {
    const wanted = check.wantedExports();
    const read = JSON.stringify(wanted);
    this.exportsRead = read;
    try {
      const brought = await this.host.readExports(this.document, wanted);
      if (check === this.check && read === this.exportsRead) {
        check.bringExports(brought);
        this.goOn();
      }
    } catch (error) {
      if (check === this.check) {
        this.fail(error);
      }
    }
  }

  /** Shows now and then what has been found so far, when a register is checked for the first time. */
  private glimpse(check: Check): void {
    if (!this.isComplete && performance.now() >= this.nextGlimpse) {
      this.publish(check);
      this.nextGlimpse = performance.now() + glimpseInterval;
    }
  }

  private publish(check: Check): void {
    const paths = check.paths();
    for (const path of new Set([...this.published.keys(), ...paths])) {
      this.show(path, paths.includes(path) ? check.shownFindings(path) : none);
    }
  }

  private show(path: string, findings: readonly Finding[]): void {
    const published = this.published.get(path) ?? none;
    // A check gives the same object for what it said before.
    if (findings.length !== published.length || findings.some((finding, index) => finding !== published[index])) {
      this.published.set(path, findings);
      this.host.publish(this.document, path, findings);
    }
  }

  private fail(error: unknown): void {
    // What it knows may be half changed: the next run starts from the text.
    this.forget();
    for (const path of this.published.keys()) {
      this.show(path, none);
    }
    this.host.fail(this.document, error);
  }

  private forget(): void {
    this.check = undefined;
    this.includedFeeds = new Map();
    this.broughtIn = undefined;
    this.exportsRead = noExports;
  }
}

const none: readonly never[] = [];
/** As an empty list of exports is noted. */
const noExports = '[]';
