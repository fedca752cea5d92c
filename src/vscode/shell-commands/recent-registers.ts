import type { Disposable} from 'vscode';
import { window, workspace, type Position, type TextDocument, type TextEditor } from 'vscode';
import type { Spot } from '../../core/spot';
import { spotAt } from '../register-at';
import type { Check } from '../session';
import type { Sessions } from '../sessions';
import { untilChecked } from '../until-checked';

/** How long a register that is just being checked is waited for, in milliseconds. */
const patience = 3000;

/** Which of the open registers is meant where none is named, and what is known of it. */
export class RecentRegisters implements Disposable {
  private readonly sessions: Pick<Sessions, 'documents' | 'registerOf' | 'checkOf' | 'onDidCheck'>;
  /** The YAML documents that were active, the last one last. */
  private readonly active = new Set<TextDocument>();
  private readonly subscriptions: readonly Disposable[];

  constructor(sessions: Pick<Sessions, 'documents' | 'registerOf' | 'checkOf' | 'onDidCheck'>) {
    this.sessions = sessions;
    this.subscriptions = [
      window.onDidChangeActiveTextEditor(editor => this.note(editor)),
      workspace.onDidCloseTextDocument(document => this.active.delete(document)),
    ];
    this.note(window.activeTextEditor);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
  }

  /** The register of the active editor, else the one that was active last, else the only one that is open. */
  last(): TextDocument | undefined {
    const documents = [...(window.activeTextEditor ? [window.activeTextEditor.document] : []), ...[...this.active].reverse()];
    for (const document of documents) {
      const register = this.sessions.registerOf(document);
      if (register) {
        return register;
      }
    }
    const { documents: open } = this.sessions;
    return open.length === 1 ? open[0] : undefined;
  }

  /** The open register that a document is, or that includes it. */
  registerOf(document: TextDocument): TextDocument | undefined {
    return this.sessions.registerOf(document);
  }

  /** The check of a register, which is waited for a little; undefined where it takes longer. */
  async checkOf({ uri }: TextDocument): Promise<Check | undefined> {
    await untilChecked(this.sessions.onDidCheck, () => this.sessions.checkOf(uri) !== undefined, patience);
    return this.sessions.checkOf(uri);
  }

  /** What stands at a position of a register, or of a file that one includes, by what is checked now. */
  spotAt(document: TextDocument, position: Position): Spot | undefined {
    return spotAt(this.sessions, document, position);
  }

  private note(editor: TextEditor | undefined): void {
    if (editor?.document.languageId === 'yaml') {
      this.active.delete(editor.document);
      this.active.add(editor.document);
    }
  }
}
