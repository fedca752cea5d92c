import { EventEmitter, languages, RelativePattern, Uri, window, workspace, type DiagnosticCollection, type CancellationToken, type Disposable, type FileSystemWatcher, type TextDocument } from 'vscode';
import type { BroughtExport, ExportRequest } from '../core/exports/exports';
import { mainPath } from '../core/register/inclusion';
import { Clock } from './clock';
import { CodeActions, codeActionKinds, type Mendable } from './code-actions';
import { diagnosticSource, toDiagnostic } from './diagnostics';
import { folderAbove, includedFilesOf } from './included-files';
import type { Log } from './log';
import { isRegister } from './registers';
import { Session, type Check, type SessionHost, type SessionSettings } from './session';
import { readerFor } from './read-settings';
import { schemaLeft } from './schema-features';
import { readFiles, readRun, readSeverities, section } from './settings';
import { untilChecked } from './until-checked';
import { YamlExtension, yamlExtensionDoes } from './yaml-extension';

/** More findings in one file help nobody in the editor, and slow it down. */
const findingLimit = 1000;

/** How long who asks for something waits for a register to be checked, in milliseconds. */
const longestWait = 10_000;

/** What only registers need. Most YAML files are none, so it isn't evaluated before the first one opens. */
async function loadCore() {
  const { RegisterCheck, rules } = await import('../core');
  return { RegisterCheck, ruleNames: new Set(rules.map(({ name }) => name)) };
}
type Core = Awaited<ReturnType<typeof loadCore>>;

/** A session with what is its own in VS Code. */
interface OpenRegister {
  readonly session: Session;
  readonly diagnostics: DiagnosticCollection;
  /** The addresses of the files that it includes. */
  included: ReadonlySet<string>;
  watchers: readonly FileSystemWatcher[];
  exportWatchers: readonly FileSystemWatcher[];
}

/** All open registers: which documents are some, and what all of them depend on. */
export class Sessions implements Disposable {
  private readonly log: Log;
  private readonly registers = new Map<TextDocument, OpenRegister>();
  private readonly clock = new Clock(() => this.considerAll());
  private readonly yamlExtension = new YamlExtension(() => this.considerAll());
  private readonly subscriptions: readonly Disposable[];
  private readonly didCheck = new EventEmitter<TextDocument>();
  /** A register has been checked as far as it is known. */
  readonly onDidCheck = this.didCheck.event;
  private readonly didChangeRegisters = new EventEmitter<void>();
  /** Which documents are registers, or included by one, has changed. */
  readonly onDidChangeRegisters = this.didChangeRegisters.event;
  private disposed = false;

  constructor(log: Log) {
    this.log = log;
    this.subscriptions = [
      workspace.onDidOpenTextDocument(document => {
        this.consider(document);
        this.including(document).forEach(({ session }) => session.refreshIncluded());
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.registers.get(document)?.session.change(contentChanges);
        this.including(document).forEach(({ session }) => session.changeIncluded(document.uri.toString(), contentChanges));
      }),
      workspace.onDidSaveTextDocument(document => {
        this.registers.get(document)?.session.save();
        this.including(document).forEach(({ session }) => session.save());
      }),
      workspace.onDidCloseTextDocument(document => {
        this.end(document);
        this.including(document).forEach(({ session }) => session.refreshIncluded());
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.considerAll()),
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(section) || event.affectsConfiguration('yaml.validate')) {
          log.startAnew();
          this.considerAll();
        }
      }),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          this.clock.look();
        }
      }),
      languages.registerCodeActionsProvider({ language: 'yaml' }, new CodeActions(document => this.mendable(document)), { providedCodeActionKinds: codeActionKinds }),
      this.clock,
      this.yamlExtension,
      this.didCheck,
      this.didChangeRegisters,
    ];
    this.considerAll();
  }

  /** The registers that are open. */
  get documents(): TextDocument[] {
    return [...this.registers.keys()];
  }

  /** The open register that a document is, or that includes it. */
  registerOf(document: TextDocument): TextDocument | undefined {
    return this.registers.has(document) ? document : this.documents.find(each => this.registers.get(each)!.included.has(document.uri.toString()));
  }

  /** The check of an open register as it stands; undefined where it isn't done: `onDidCheck` tells when it is. */
  checkOf(uri: Uri): Check | undefined {
    const document = this.documents.find(each => each.uri.toString() === uri.toString());
    return document && this.registers.get(document)?.session.current();
  }

  /**
   * Waits until a register that has just been opened, or one that includes the document, is checked as it stands; not at
   * all for other documents, nor when nobody wants it any more.
   */
  whenChecked(document: TextDocument, token: CancellationToken): Promise<void> {
    return untilChecked(this.onDidCheck, () => {
      const register = this.registerOf(document) ?? (this.standsAlone(document) ? document : undefined);
      return this.disposed || !register || register.isClosed || this.checkOf(register.uri) !== undefined;
    }, longestWait, token);
  }

  dispose(): void {
    this.disposed = true;
    for (const document of this.registers.keys()) {
      this.end(document);
    }
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
  }

  private considerAll(): void {
    for (const document of workspace.textDocuments) {
      this.consider(document);
    }
  }

  private consider(document: TextDocument): void {
    if (this.standsAlone(document)) {
      void this.check(document);
    } else {
      this.end(document);
    }
  }

  private async check(document: TextDocument): Promise<void> {
    try {
      const core = await loadCore();
      // Much may have happened meanwhile.
      if (this.disposed || document.isClosed || !this.standsAlone(document)) {
        return;
      }
      const settings = this.settingsOf(document, core);
      const register = this.registers.get(document);
      if (register) {
        register.session.configure(settings);
      } else {
        const diagnostics = languages.createDiagnosticCollection(diagnosticSource);
        const session = new Session(document, this.hostOf(core, diagnostics), settings);
        this.registers.set(document, { session, diagnostics, included: new Set(), watchers: [], exportWatchers: [] });
        this.didChangeRegisters.fire();
      }
    } catch (error) {
      this.log.fault(document.uri, error);
    }
  }

  private end(document: TextDocument): void {
    const register = this.registers.get(document);
    if (register) {
      this.registers.delete(document);
      for (const disposable of [register.session, register.diagnostics, ...register.watchers, ...register.exportWatchers]) {
        disposable.dispose();
      }
      this.considerIncluded(register.included);
      this.didChangeRegisters.fire();
    }
  }

  /** A list that a register includes is checked with it, not on its own. */
  private standsAlone(document: TextDocument): boolean {
    return this.isRegister(document) && this.including(document).length === 0;
  }

  /** The open registers that include a document. */
  private including(document: TextDocument): OpenRegister[] {
    return [...this.registers.values()].filter(({ included }) => included.has(document.uri.toString()));
  }

  /** What can be mended in a document that is a register, or that one includes; undefined unless it is checked as it stands. */
  private mendable(document: TextDocument): Mendable | undefined {
    const path = this.registers.has(document) ? mainPath : document.uri.toString();
    const [register, { session } = {}] = [...this.registers].find(([each, { included }]) => each === document || included.has(path)) ?? [];
    const check = session?.current();
    if (!register || !check) {
      return undefined;
    }
    return {
      findings: check.findings(path),
      fixes: finding => check.fixes(finding),
      safeFixes: finding => check.safeFixes(finding),
      silencers: finding => check.silencers(finding),
      uriOf: (each = path) => (each === mainPath ? register.uri : Uri.parse(each)),
      versionOf: uri => this.openDocument(uri.toString())?.version,
    };
  }

  private include(document: TextDocument, paths: readonly string[], wanted: Parameters<SessionHost['including']>[2]): void {
    const register = this.registers.get(document);
    if (!register) {
      return;
    }
    const former = register.included;
    register.included = new Set(paths);
    for (const watcher of register.watchers) {
      watcher.dispose();
    }
    register.watchers = wanted.flatMap(({ path, globs }) =>
      globs.map(glob =>
        watch(path === mainPath ? document.uri : Uri.parse(path), glob, uri => {
          if (!this.openDocument(uri.toString())) {
            register.session.refreshIncluded();
          }
        }),
      ),
    );
    this.considerIncluded(new Set([...former, ...paths]));
    this.didChangeRegisters.fire();
  }

  private async readExports(document: TextDocument, requests: readonly ExportRequest[]): Promise<readonly BroughtExport[]> {
    const register = this.registers.get(document);
    if (register) {
      for (const watcher of register.exportWatchers) {
        watcher.dispose();
      }
      register.exportWatchers = requests.map(({ path, file }) =>
        watch(path === mainPath ? document.uri : Uri.parse(path), file, () => register.session.refreshExports()));
    }
    const [{ readExports }, { exportFilesOf }] = await Promise.all([import('../exchange'), import('./export-files')]);
    return readExports(requests, exportFilesOf(document.uri), () => new Promise(resolve => setTimeout(resolve)));
  }

  private considerIncluded(paths: ReadonlySet<string>): void {
    if (!this.disposed) {
      workspace.textDocuments.filter(({ uri }) => paths.has(uri.toString())).forEach(document => this.consider(document));
    }
  }

  private openDocument(path: string): TextDocument | undefined {
    return workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.toString() === path);
  }

  private isRegister(document: TextDocument): boolean {
    return isRegister(document, document.languageId === 'yaml' ? readFiles(readerFor(document), sentence => this.log.warn(sentence)) : []);
  }

  private settingsOf(document: TextDocument, { ruleNames }: Core): SessionSettings {
    const read = readerFor(document);
    const warn = (sentence: string) => this.log.warn(sentence);
    this.yamlExtension.await();
    return {
      options: {
        today: this.clock.today(),
        severities: readSeverities(read, name => ruleNames.has(name), warn),
        // It reads YAML with the parser that we have, and so finds the same faults in its syntax.
        decreedSeverities: yamlExtensionDoes('validate', document.uri) ? { 'yaml-syntax': 'off' } : {},
        leavesSchema: schemaLeft(document, 'validate', this.log),
        limit: findingLimit,
      },
      run: readRun(read, warn),
    };
  }

  private hostOf({ RegisterCheck }: Core, diagnostics: DiagnosticCollection): SessionHost {
    return {
      createCheck: (text, options) => new RegisterCheck(text, options),
      filesOf: ({ uri }) => includedFilesOf(uri),
      openDocument: path => this.openDocument(path),
      including: (document, paths, wanted) => this.include(document, paths, wanted),
      readExports: (document, requests) => this.readExports(document, requests),
      publish: (document, path, findings) => {
        const uriOf = (each: string) => (each === mainPath ? document.uri : Uri.parse(each));
        diagnostics.set(uriOf(path), findings.map(finding => toDiagnostic(finding, other => uriOf(other ?? path))));
      },
      checked: document => this.didCheck.fire(document),
      fail: ({ uri }, error) => this.log.fault(uri, error),
    };
  }
}

/** Watches what a glob of a file matches. */
function watch(from: Uri, glob: string, changed: (uri: Uri) => void): FileSystemWatcher {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(...folderAbove(from, glob)));
  for (const happens of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
    happens(changed);
  }
  return watcher;
}
