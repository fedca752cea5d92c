import { CodeAction, commands, Disposable, languages, window, workspace, type CodeActionContext, type CodeActionProvider, type Range, type TextDocument } from 'vscode';
import { checkedSpot, workspaceEditOf } from '../features/checked-file';
import type { Sessions } from '../sessions';
import { entryActionKind } from './entry-actions';
import { targetOf, type EntryTarget } from './entry-target';

type Registers = Pick<Sessions, 'registerOf' | 'checkOf'>;

const title = 'Change an Address and Keep the Old One';

/** Registers the command that changes an address of a person in the whole register and keeps the old one as another address; and offers it on addresses. */
export function registerAddressChange(sessions: Registers): Disposable {
  return Disposable.from(
    languages.registerCodeActionsProvider({ language: 'yaml' }, new AddressActions(sessions), { providedCodeActionKinds: [entryActionKind] }),
    commands.registerCommand('exchangeLicenseRegister.changeAddress', (argument: unknown) => run(argument, sessions)),
  );
}

class AddressActions implements CodeActionProvider {
  private readonly sessions: Registers;

  constructor(sessions: Registers) {
    this.sessions = sessions;
  }

  async provideCodeActions(document: TextDocument, { start }: Range, { only }: CodeActionContext): Promise<CodeAction[]> {
    if (only && !only.contains(entryActionKind)) {
      return [];
    }
    const { keepableAddressAt } = await import('../../features');
    const { spot } = checkedSpot(document, start, this.sessions) ?? {};
    if (!spot || !keepableAddressAt(spot)) {
      return [];
    }
    const target: EntryTarget = { uri: document.uri.toString(), line: start.line, character: start.character };
    const action = new CodeAction('Change this address and keep the old one...', entryActionKind);
    action.command = { title, command: 'exchangeLicenseRegister.changeAddress', arguments: [target] };
    return [action];
  }
}

async function run(argument: unknown, sessions: Registers): Promise<void> {
  const editor = window.activeTextEditor;
  const { document, position } = targetOf(argument) ?? { document: editor?.document, position: editor?.selection.active };
  const { keepableAddressAt, changeAddress } = await import('../../features');
  const found = document && position && checkedSpot(document, position, sessions);
  const keepable = found && keepableAddressAt(found.spot);
  if (!document || !keepable) {
    await window.showErrorMessage(`Put the cursor on an address of a person in a register, then run "${title}" again.`);
    return;
  }
  const { version } = document;
  const change = (address: string) => {
    const current = document.version === version ? checkedSpot(document, position, sessions) : undefined;
    return current && { file: current.file, edits: changeAddress(current.spot, address, current.file.check) };
  };
  const address = await window.showInputBox({
    title, value: keepable.address, valueSelection: [0, keepable.address.indexOf('@')], ignoreFocusOut: true,
    prompt: `The new address. "${keepable.address}" stays as another address of the same person.`,
    validateInput: typed => {
      const edits = change(typed)?.edits;
      return edits && 'problem' in edits ? edits.problem : undefined;
    },
  });
  const changed = address === undefined ? undefined : change(address);
  if (changed && !('problem' in changed.edits)) {
    await workspace.applyEdit(workspaceEditOf(changed.edits, changed.file));
  } else if (address !== undefined) {
    await window.showErrorMessage('The register was closed or has changed meanwhile, so nothing was written. Run the command again.');
  }
}
