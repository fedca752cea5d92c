import { languages, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { Clock } from './clock';
import { diagnosticSource, toDiagnostic } from './diagnostics';
import type { Log } from './log';
import { isRegister } from './registers';
import { Session, type SessionHost, type SessionSettings } from './session';
import { readFiles, readRun, readSeverities, section, type Read } from './settings';
import { YamlExtension } from './yaml-extension';

/** More findings in one file help nobody in the editor, and slow it down. */
const findingLimit = 1000;

/** What only registers need. Most YAML files are none, so it isn't evaluated before the first one opens. */
async function loadCore() {
  const [{ RegisterCheck }, { rules }] = await Promise.all([import('../core/check'), import('../core/rules/index')]);
  return { RegisterCheck, ruleNames: new Set(rules.map(({ name }) => name)) };
}
type Core = Awaited<ReturnType<typeof loadCore>>;

/** All open registers: which documents are some, and what all of them depend on. */
export class Sessions implements Disposable {
  readonly #log: Log;
  readonly #sessions = new Map<TextDocument, Session>();
  readonly #diagnostics = languages.createDiagnosticCollection(diagnosticSource);
  readonly #clock = new Clock(() => this.#considerAll());
  readonly #yamlExtension = new YamlExtension(() => this.#considerAll());
  readonly #subscriptions: readonly Disposable[];
  #disposed = false;

  constructor(log: Log) {
    this.#log = log;
    this.#subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.#consider(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.#sessions.get(document)?.change(contentChanges)),
      workspace.onDidSaveTextDocument((document) => this.#sessions.get(document)?.save()),
      workspace.onDidCloseTextDocument((document) => this.#end(document)),
      workspace.onDidChangeWorkspaceFolders(() => this.#considerAll()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section) || event.affectsConfiguration('yaml.validate')) {
          log.startAnew();
          this.#considerAll();
        }
      }),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          this.#clock.look();
        }
      }),
      this.#clock,
      this.#yamlExtension,
      this.#diagnostics,
    ];
    this.#considerAll();
  }

  dispose(): void {
    this.#disposed = true;
    for (const disposable of [...this.#sessions.values(), ...this.#subscriptions]) {
      disposable.dispose();
    }
    this.#sessions.clear();
  }

  #considerAll(): void {
    for (const document of workspace.textDocuments) {
      this.#consider(document);
    }
  }

  #consider(document: TextDocument): void {
    if (this.#isRegister(document)) {
      void this.#check(document);
    } else {
      this.#end(document);
    }
  }

  async #check(document: TextDocument): Promise<void> {
    try {
      const core = await loadCore();
      // Much may have happened meanwhile.
      if (this.#disposed || document.isClosed || !this.#isRegister(document)) {
        return;
      }
      const settings = this.#settingsOf(document, core);
      const session = this.#sessions.get(document);
      if (session) {
        session.configure(settings);
      } else {
        this.#sessions.set(document, new Session(document, this.#hostOf(core), settings));
      }
    } catch (error) {
      this.#log.fault(document.uri, error);
    }
  }

  #end(document: TextDocument): void {
    const session = this.#sessions.get(document);
    if (session) {
      session.dispose();
      this.#sessions.delete(document);
      this.#diagnostics.delete(document.uri);
    }
  }

  #isRegister(document: TextDocument): boolean {
    return isRegister(document, document.languageId === 'yaml' ? readFiles(readerFor(document), (sentence) => this.#log.warn(sentence)) : []);
  }

  #settingsOf(document: TextDocument, { ruleNames }: Core): SessionSettings {
    const read = readerFor(document);
    const warn = (sentence: string) => this.#log.warn(sentence);
    return {
      options: {
        today: this.#clock.today(),
        severities: readSeverities(read, (name) => ruleNames.has(name), warn),
        decreedSeverities: this.#yamlExtension.showsSyntaxOf(document.uri) ? { 'yaml-syntax': 'off' } : {},
        limit: findingLimit,
      },
      run: readRun(read, warn),
    };
  }

  #hostOf({ RegisterCheck }: Core): SessionHost {
    return {
      createCheck: (text, options) => new RegisterCheck(text, options),
      publish: ({ uri }, findings) => this.#diagnostics.set(uri, findings.map((finding) => toDiagnostic(finding, uri))),
      fail: ({ uri }, error) => this.#log.fault(uri, error),
    };
  }
}

function readerFor(document: TextDocument): Read {
  const configuration = workspace.getConfiguration(section, document);
  return (name) => configuration.get(name);
}
