import { CodeAction, CodeActionKind, type CodeActionContext, type CodeActionProvider, type Range, type TextDocument } from 'vscode';
import { offersEntryAt } from '../light-bulb';
import { spotAt } from '../register-at';
import type { Sessions } from '../sessions';
import type { EntryTarget } from './entry-target';

/** Changes of an entry: no finding asks for them, so they stand below More Actions and not among the quick fixes. */
export const entryActionKind = CodeActionKind.Refactor.append('licenseRegister');

/** Offers the commands that change the entry under the cursor. */
export class EntryActions implements CodeActionProvider {
  private readonly sessions: Pick<Sessions, 'registerOf' | 'checkOf'>;

  constructor(sessions: Pick<Sessions, 'registerOf' | 'checkOf'>) {
    this.sessions = sessions;
  }

  async provideCodeActions(document: TextDocument, { start }: Range, { only, triggerKind }: CodeActionContext): Promise<CodeAction[]> {
    if ((only && !only.contains(entryActionKind)) || !this.sessions.registerOf(document)) {
      return [];
    }
    const { entryChangesAt } = await import('../../features');
    const spot = spotAt(this.sessions, document, start);
    if (!spot || !offersEntryAt(spot, triggerKind)) {
      return [];
    }
    const target: EntryTarget = { uri: document.uri.toString(), line: start.line, character: start.character };
    return entryChangesAt(spot).map(({ command, title }) => {
      const action = new CodeAction(title, entryActionKind);
      action.command = { command: `exchangeLicenseRegister.${command}`, title, arguments: [target] };
      return action;
    });
  }
}
