import { CodeAction, CodeActionKind, type CodeActionContext, type CodeActionProvider, type Command, type Range, type TextDocument } from 'vscode';
import { mainPath } from '../../core/register/inclusion';
import { toRange } from '../diagnostics';
import type { Sessions } from '../sessions';
import { listUri } from './exchange-lists';

/** Offers the whole list of the mailboxes of which a finding about an export speaks: it names but the first. */
export class ListActions implements CodeActionProvider {
  private readonly sessions: Pick<Sessions, 'registerOf' | 'checkOf'>;

  constructor(sessions: Pick<Sessions, 'registerOf' | 'checkOf'>) {
    this.sessions = sessions;
  }

  provideCodeActions(document: TextDocument, range: Range, { only, diagnostics }: CodeActionContext): CodeAction[] {
    const register = only && !only.contains(CodeActionKind.QuickFix) ? undefined : this.sessions.registerOf(document);
    const check = register && this.sessions.checkOf(register.uri);
    if (!register || !check) {
      return [];
    }
    const path = document === register ? mainPath : document.uri.toString();
    const counts = new Map<string, number>();
    return check.findings(path).flatMap(finding => {
      const mailboxes = check.mailboxesOf(finding);
      if (mailboxes.length === 0) {
        return [];
      }
      const { rule } = finding;
      const index = counts.get(rule) ?? 0;
      counts.set(rule, index + 1);
      if (!toRange(finding.range).intersection(range)) {
        return [];
      }
      const list = listUri(rule, { register: register.uri.toString(), finding: { path, rule, index } });
      const count = mailboxes.length === 1 ? 'the mailbox' : `all ${mailboxes.length} mailboxes`;
      const actions = [
        action(`Show ${count} of "${rule}"`, { title: 'Show', command: 'vscode.open', arguments: [list] }),
        action('Compare with Exchange...', { title: 'Compare with Exchange', command: 'exchangeLicenseRegister.compareWithExchange' }),
      ];
      for (const each of actions) {
        each.diagnostics = diagnostics.filter(({ code }) => typeof code === 'object' && code.value === rule);
      }
      return actions;
    });
  }
}

function action(title: string, command: Command): CodeAction {
  const made = new CodeAction(title, CodeActionKind.QuickFix);
  made.command = command;
  return made;
}
