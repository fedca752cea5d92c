import { CodeActionKind, languages, workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import { localToday } from '../../core/calendar';
import { checkScriptInSteps, type CheckedScript, type ScriptFinding } from '../../exchange/scripts/check-script';
import type { CmdletIndex } from '../../exchange/scripts/cmdlet-index';
import { silencersIn } from '../../exchange/scripts/script-suppressions';
import { CodeActions, type Mendable } from '../code-actions';
import { diagnosticSource, toDiagnostic } from '../diagnostics';
import type { Log } from '../log';
import { readerFor } from '../read-settings';
import { scriptRulePageUri } from '../rule-pages';
import { section } from '../settings';
import { CmdletIndexReader } from './cmdlet-index-reader';
import { isScript } from './is-script';
import { completionTriggers, ScriptCompletions } from './script-completions';
import { ScriptHovers } from './script-hovers';
import { ScriptSession, type ScriptSessionHost } from './script-session';
import { readScriptSettings, type ScriptSettings } from './script-settings';

/** More findings in one file help nobody in the editor, and slow it down. */
const findingLimit = 1000;

/** All open PowerShell scripts: their findings, and what helps to write them. */
export class Scripts implements Disposable {
  private readonly log: Log;
  private readonly reader: CmdletIndexReader;
  private readonly sessions = new Map<TextDocument, ScriptSession>();
  private readonly diagnostics = languages.createDiagnosticCollection(diagnosticSource);
  private readonly subscriptions: readonly Disposable[];
  private isDisposed = false;

  constructor(extension: Uri, log: Log) {
    const selector = { language: 'powershell' };
    this.log = log;
    this.reader = new CmdletIndexReader(extension);
    this.subscriptions = [
      workspace.onDidOpenTextDocument(document => this.consider(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.sessions.get(document)?.change()),
      workspace.onDidCloseTextDocument(document => this.end(document)),
      workspace.onDidChangeWorkspaceFolders(() => this.considerAll()),
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(section)) {
          this.considerAll();
        }
      }),
      languages.registerCodeActionsProvider(selector, new CodeActions(document => this.mendable(document)), { providedCodeActionKinds: [CodeActionKind.QuickFix] }),
      languages.registerHoverProvider(selector, new ScriptHovers(this)),
      languages.registerCompletionItemProvider(selector, new ScriptCompletions(this), ...completionTriggers),
      this.diagnostics,
    ];
    this.considerAll();
  }

  /** The index of cmdlets; undefined where it can't be read. */
  async index(): Promise<CmdletIndex | undefined> {
    try {
      return await this.reader.read();
    } catch {
      // A check that needs it has told of it.
      return undefined;
    }
  }

  /** How a script is checked; undefined for one that is left alone. */
  optionsOf(document: TextDocument): ScriptSession['options'] | undefined {
    return this.sessions.get(document)?.options;
  }

  /** The check of a script as it stands; undefined where it isn't done, or none is made. */
  checkOf(document: TextDocument): CheckedScript | undefined {
    return this.sessions.get(document)?.current();
  }

  dispose(): void {
    this.isDisposed = true;
    for (const document of this.sessions.keys()) {
      this.end(document);
    }
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
  }

  private considerAll(): void {
    workspace.textDocuments.forEach(document => this.consider(document));
  }

  private consider(document: TextDocument): void {
    void this.check(document);
  }

  private async check(document: TextDocument): Promise<void> {
    if (!this.isWanted(document)) {
      this.end(document);
      return;
    }
    try {
      const index = await this.reader.read();
      const options = this.settingsOf(document);
      // Much may have happened meanwhile.
      if (this.isDisposed || document.isClosed || options === 'off' || !this.isWanted(document)) {
        return;
      }
      const session = this.sessions.get(document);
      if (session) {
        session.configure(options);
      } else {
        this.sessions.set(document, new ScriptSession(document, this.hostOf(index), options));
      }
    } catch (error) {
      this.log.fault(document.uri, error);
    }
  }

  private isWanted(document: TextDocument): boolean {
    return isScript(document) && this.settingsOf(document) !== 'off';
  }

  private settingsOf(document: TextDocument): ScriptSettings {
    return readScriptSettings(readerFor(document), localToday(new Date()), sentence => this.log.warn(sentence));
  }

  private end(document: TextDocument): void {
    this.sessions.get(document)?.dispose();
    this.sessions.delete(document);
    this.diagnostics.delete(document.uri);
  }

  private hostOf(index: CmdletIndex): ScriptSessionHost {
    return {
      check: (text, options) => checkScriptInSteps(text, index, options),
      publish: (document, findings) => this.publish(document, findings),
      fail: ({ uri }, error) => this.log.fault(uri, error),
    };
  }

  private publish({ uri }: TextDocument, findings: readonly ScriptFinding[]): void {
    this.diagnostics.set(uri, findings.slice(0, findingLimit).map(finding => toDiagnostic(finding, () => uri, scriptRulePageUri)));
  }

  private mendable(document: TextDocument): Mendable | undefined {
    const check = this.checkOf(document);
    return check && {
      findings: check.findings,
      fixes: finding => (finding as ScriptFinding).fixes,
      safeFixes: () => [],
      silencers: finding => silencersIn(document.getText(), finding),
      uriOf: () => document.uri,
      versionOf: () => document.version,
    };
  }
}
