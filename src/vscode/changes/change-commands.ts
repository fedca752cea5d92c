import { commands, Disposable, languages, ProgressLocation, Selection, Uri, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import { mainPath } from '../../core/register/inclusion';
import type { Edits } from '../../features/changes/change';
import { tellNoRegister } from '../no-register';
import { askInSteps } from '../quick-dialog';
import { spotAt } from '../register-at';
import type { Check } from '../session';
import type { Sessions } from '../sessions';
import { untilChecked } from '../until-checked';
import { toRange } from '../diagnostics';
import { toWorkspaceEdit } from '../workspace-edit';
import { registerAddressChange } from './change-address';
import { EntryActions, entryActionKind } from './entry-actions';
import { targetOf } from './entry-target';
import type { Wizard } from './wizard';
import type * as wizards from './wizards';

/** How long a command waits for a register to be checked before it says so, in milliseconds. */
const patience = 10_000;

type Registers = Pick<Sessions, 'registerOf' | 'checkOf' | 'onDidCheck'>;

/** Registers the commands that change the register in the active editor, each by one edit, after some questions; and offers them on entries. */
export function registerChangeCommands(sessions: Registers): Disposable {
  const running = (title: string, choose: (all: typeof wizards) => Wizard) => (argument: unknown) => run(title, argument, choose, sessions);
  return Disposable.from(
    languages.registerCodeActionsProvider({ language: 'yaml' }, new EntryActions(sessions), { providedCodeActionKinds: [entryActionKind] }),
    commands.registerCommand('exchangeLicenseRegister.assignCal', running('Assign a CAL', ({ assignCal }) => assignCal)),
    commands.registerCommand('exchangeLicenseRegister.endAssignment', running('End an Assignment', ({ endAssignment }) => endAssignment)),
    commands.registerCommand('exchangeLicenseRegister.handOverSeat', running('Hand Over a Seat', ({ handOverSeat }) => handOverSeat)),
    commands.registerCommand('exchangeLicenseRegister.moveEverybody', running('Move Everybody to Another Purchase', ({ moveAll }) => moveAll)),
    commands.registerCommand('exchangeLicenseRegister.addPurchase', running('Add a Purchase', ({ addOnePurchase }) => addOnePurchase)),
    commands.registerCommand('exchangeLicenseRegister.addServer', running('Add a Server', ({ addOneServer }) => addOneServer)),
    commands.registerCommand('exchangeLicenseRegister.needNoCal', running('Needs No CAL Because...', ({ needNoCal }) => needNoCal)),
    registerAddressChange(sessions),
    commands.registerCommand('exchangeLicenseRegister.newRegister', async () => (await import('./wizards')).newRegister()),
  );
}

async function run(title: string, argument: unknown, choose: (all: typeof wizards) => Wizard, sessions: Registers): Promise<void> {
  const target = targetOf(argument);
  const document = target?.document ?? window.activeTextEditor?.document;
  const register = document && sessions.registerOf(document);
  if (!register) {
    await tellNoRegister(document, title);
    return;
  }
  const [loaded, { knownOf, makeChange }, check] = await Promise.all([import('./wizards'), import('../../features'), checkOf(register, sessions)]);
  const wizard = choose(loaded);
  const path = document === register ? mainPath : document.uri.toString();
  const context = check && knownOf(check, path);
  const contents = check?.contents();
  if (!context || !contents) {
    await window.showErrorMessage(`"${workspace.asRelativePath(register.uri)}" is still being checked. Run "${title}" again in a while.`);
    return;
  }
  const entry = target && spotAt(sessions, document, target.position)?.entry;
  const maker = await askInSteps(title, dialog => wizard(dialog, { context, contents, entry }));
  if (maker) {
    // Only the check that was asked knows the entries that were chosen; it refuses those that have changed since.
    const made = sessions.checkOf(register.uri) === check ? makeChange(check, maker, path) : undefined;
    await (made && 'edits' in made ? apply(made, document, register)
      : window.showErrorMessage(made?.problem.text ?? 'The register was closed or has changed meanwhile, so nothing was written. Run the command again.'));
  }
}

/** The check of a register as it stands, once it is done and its exports are read; undefined if that takes too long. */
export async function checkOf(register: TextDocument, sessions: Pick<Registers, 'checkOf' | 'onDidCheck'>): Promise<Check | undefined> {
  const known = sessions.checkOf(register.uri);
  if (known?.hasExports()) {
    return known;
  }
  await window.withProgress({ location: ProgressLocation.Notification, title: 'Reading the register', cancellable: true }, (_progress, cancellation) =>
    untilChecked(sessions.onDidCheck, () => sessions.checkOf(register.uri)?.hasExports() === true, patience, cancellation));
  return sessions.checkOf(register.uri);
}

/**
 * Makes the edits, and shows what was written last.
 * @param document the one from which they were asked for
 */
export async function apply({ edits }: Edits, document: TextDocument, register: TextDocument): Promise<void> {
  const uriOf = (path?: string) => (path === undefined ? document.uri : path === mainPath ? register.uri : Uri.parse(path));
  if (!(await workspace.applyEdit(toWorkspaceEdit(edits, uriOf)))) {
    await window.showErrorMessage('The register could not be edited, so nothing was written.');
    return;
  }
  const last = edits.at(-1)!;
  const shown = await editorOf(uriOf(last.path));
  // Edits above it move it down.
  const moved = edits.filter(edit => edit.path === last.path && edit !== last && edit.range.start.line <= last.range.start.line).reduce((lines, { newText }) => lines + newText.split('\n').length - 1, 0);
  const start = toRange(last.range).start.translate(moved + (/^\r?\n/.test(last.newText) ? 1 : 0));
  shown.selection = new Selection(start, start);
  shown.revealRange(shown.selection);
}

/** The active editor if it shows the document: shown anew it would take the focus from what was opened meanwhile, and so close a palette. */
async function editorOf(uri: Uri): Promise<TextEditor> {
  const active = window.activeTextEditor;
  return active?.document.uri.toString() === uri.toString() ? active : window.showTextDocument(uri);
}
