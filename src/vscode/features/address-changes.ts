import { CodeAction, CodeActionKind, CodeActionTriggerKind, commands, Position, Uri, window, workspace, type CodeActionContext, type CodeActionProvider, type Disposable, type Range, type TextDocument } from 'vscode';
import type { Spot } from '../../core/spot';
import type { Sessions } from '../sessions';
import { checkedFile, workspaceEditOf, type CheckedFile } from './checked-file';

const title = 'Change Address and Keep the Old One';
const changing = 'exchangeLicenseRegister.changeAddress';

/** What its actions are, for who asks for some kinds only. */
export const addressChangeKind = CodeActionKind.RefactorRewrite.append('licenseRegister');

/** Changes an address of a person in the whole register, and keeps the old one as another address. */
export class AddressChanges implements CodeActionProvider, Disposable {
  readonly #sessions: Sessions;
  readonly #command: Disposable;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#command = commands.registerCommand('exchangeLicenseRegister.changeAddress', (uri?: unknown, position?: unknown) => this.#ask(uri, position));
  }

  dispose(): void {
    this.#command.dispose();
  }

  async provideCodeActions(document: TextDocument, { start }: Range, { triggerKind, only }: CodeActionContext): Promise<CodeAction[]> {
    // A light bulb at every address would only be in the way.
    if (triggerKind !== CodeActionTriggerKind.Invoke || (only && !only.contains(addressChangeKind))) {
      return [];
    }
    const { keepableAddressAt } = await import('../../features/change-address');
    const { spot } = this.#at(document, start) ?? {};
    if (!spot || !keepableAddressAt(spot)) {
      return [];
    }
    const action = new CodeAction('Change this address and keep the old one…', addressChangeKind);
    action.command = { title, command: changing, arguments: [document.uri, start] };
    return [action];
  }

  async #ask(uri: unknown, position: unknown): Promise<void> {
    const editor = window.activeTextEditor;
    const isGiven = uri instanceof Uri && position instanceof Position;
    const document = isGiven ? await workspace.openTextDocument(uri) : editor?.document;
    const at = isGiven ? position : editor?.selection.active;
    const { keepableAddressAt, changeAddress } = await import('../../features/change-address');
    const first = document && at && this.#at(document, at);
    const keepable = first && keepableAddressAt(first.spot);
    if (!document || !keepable) {
      void window.showInformationMessage('Put the cursor on an address of a person in a register, then run this command again.');
      return;
    }
    const { version } = document;
    const change = (address: string) => {
      const found = document.version === version ? this.#at(document, at) : undefined;
      return found ? { ...found, edits: changeAddress(found.spot, address, found.file.check) } : undefined;
    };
    const address = await window.showInputBox({
      title, value: keepable.address, valueSelection: [0, keepable.address.indexOf('@')], ignoreFocusOut: true,
      prompt: `The new address. "${keepable.address}" stays as another address of the same person.`,
      validateInput: (typed) => {
        const edits = change(typed)?.edits;
        return edits && 'problem' in edits ? edits.problem : undefined;
      },
    });
    if (address === undefined) {
      return;
    }
    const changed = change(address);
    if (!changed || 'problem' in changed.edits) {
      void window.showErrorMessage('The register was edited or closed meanwhile, so nothing was changed. Run the command again.');
    } else {
      await workspace.applyEdit(workspaceEditOf(changed.edits, changed.file));
    }
  }

  #at(document: TextDocument, position: Position): { readonly file: CheckedFile; readonly spot: Spot } | undefined {
    const file = checkedFile(document, this.#sessions);
    const spot = file?.check.spotAt(position, file.path);
    return file && spot && { file, spot };
  }
}
