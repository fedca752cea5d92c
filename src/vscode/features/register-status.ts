import { languages, LanguageStatusSeverity, window, type Disposable, type LanguageStatusItem, type TextDocument } from 'vscode';
import type { Summary } from '../../features/summary';
import type { Sessions } from '../sessions';

const severityOf = { error: LanguageStatusSeverity.Error, warning: LanguageStatusSeverity.Warning, info: LanguageStatusSeverity.Information } as const;

const showProblems = { title: 'Show Problems', command: 'workbench.actions.view.problems' };
const showPosition = { title: 'Show License Position', command: 'exchangeLicenseRegister.showPosition' };

/** The register of the active editor in one line of the language status; there is none for other documents. */
export class RegisterStatus implements Disposable {
  private readonly sessions: Sessions;
  private readonly subscriptions: readonly Disposable[];
  private item: LanguageStatusItem | undefined;
  /** What it tells of. */
  private register: TextDocument | undefined;

  constructor(sessions: Sessions) {
    this.sessions = sessions;
    this.subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.follow()),
      sessions.onDidChangeRegisters(() => this.follow()),
      sessions.onDidCheck(register => {
        if (register === this.register) {
          void this.tell(register);
        }
      }),
    ];
    this.follow();
  }

  dispose(): void {
    this.item?.dispose();
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
  }

  private follow(): void {
    const register = window.activeTextEditor && this.sessions.registerOf(window.activeTextEditor.document);
    if (register === this.register) {
      return;
    }
    this.register = register;
    this.item?.dispose();
    this.item = undefined;
    if (register) {
      this.item = languages.createLanguageStatusItem('exchangeLicenseRegister.status', { language: 'yaml' });
      this.item.name = 'License Register';
      this.item.text = 'Checking the license register';
      this.item.accessibilityInformation = { label: 'The license register is being checked' };
      this.item.busy = true;
      void this.tell(register);
    }
  }

  /** Tells of a register what is known of it as it stands; until that is checked it says what it said. */
  private async tell(register: TextDocument): Promise<void> {
    const { summaryOf } = await import('../../features');
    const check = this.register === register ? this.sessions.checkOf(register.uri) : undefined;
    if (check && this.item) {
      show(this.item, summaryOf(check.overview()!, check.paths().map(path => check.shownFindings(path))));
    }
  }
}

function show(item: LanguageStatusItem, { text, detail, gravest }: Summary): void {
  item.text = text;
  item.detail = detail;
  item.severity = gravest ? severityOf[gravest] : LanguageStatusSeverity.Information;
  item.command = gravest ? showProblems : showPosition;
  item.accessibilityInformation = { label: `License register: ${[text, detail].filter(part => part !== '').join(', ')}` };
  item.busy = false;
}
