import { env, window, type TextEditor } from 'vscode';
import { isAbout, subjectAt, type CommandSubject } from '../../exchange/shell/command-subject';
import { fillCommand, type KnownValues } from '../../exchange/shell/fill-command';
import { registerValues } from '../../exchange/shell/register-values';
import type { ShellCommands } from '../../exchange/shell/shell-command';
import { askInSteps } from '../quick-dialog';
import type { ShippedFile } from '../shipped-file';
import { askSubjects } from './ask-subjects';
import { insertSnippet } from './insert-snippet';
import { pickCommand, type Use } from './pick-command';
import type { RecentRegisters } from './recent-registers';

interface Request {
  readonly use: Use;
  /** The server or person that the command is to be about, from whoever calls it. */
  readonly subject: unknown;
  readonly file: ShippedFile<ShellCommands>;
  readonly registers: RecentRegisters;
}

/** Lets a command be chosen, asks what the register leaves open, and inserts it or copies it. */
export async function chooseCommand({ use, subject: given, file, registers }: Request): Promise<void> {
  const editor = window.activeTextEditor;
  const shipped = await file.read();
  if (!shipped) {
    void window.showErrorMessage("The commands that come with this extension can't be read. Install it again.");
    return;
  }
  const named = isSubject(given) ? given : undefined;
  const register = registers.last();
  const check = register && (await registers.checkOf(register));
  const contents = check?.contents();
  const subject = named ?? (editor ? subjectUnderCursor(editor, registers) : undefined);
  const known: KnownValues = { ...(contents && registerValues(contents, check!.wantedExports())), ...subject?.values };

  const picked = await pickCommand({
    steps: shipped.steps,
    commands: named ? shipped.commands.filter(command => isAbout(command, named.kind)) : shipped.commands,
    subject: subject?.name,
    known,
    use,
  });
  if (!picked) {
    return;
  }
  const near = subject ?? nearby(registers);
  const asked = contents ? await askInSteps(picked.command.title, dialog => askSubjects(picked.command, { use: picked.use, known, contents, near }, dialog)) : {};
  if (!asked) {
    return;
  }
  const filled = fillCommand(picked.command, { ...known, ...asked });
  if (picked.use === 'insert') {
    await insertSnippet(filled.snippet, editor);
  } else {
    await env.clipboard.writeText(filled.text);
    const open = filled.open.length > 0 ? ` Still to fill in: ${filled.open.join(', ')}.` : '';
    void window.showInformationMessage(`Copied "${picked.command.title}".${open}`);
  }
}

/** Whose entry the cursor is in, in a register that shows beside the active editor. */
function nearby(registers: RecentRegisters): CommandSubject | undefined {
  const register = registers.last();
  const editor = register && window.visibleTextEditors.find(({ document }) => registers.registerOf(document) === register);
  return editor && subjectUnderCursor(editor, registers);
}

function subjectUnderCursor({ document, selection }: TextEditor, registers: RecentRegisters): CommandSubject | undefined {
  const spot = registers.spotAt(document, selection.active);
  return spot && subjectAt(spot);
}

/** Anybody may call a command with anything. */
function isSubject(given: unknown): given is CommandSubject {
  if (typeof given !== 'object' || given === null) {
    return false;
  }
  const { kind, name, values } = given as Partial<Record<keyof CommandSubject, unknown>>;
  return (kind === 'server' || kind === 'person') && typeof name === 'string' && typeof values === 'object' && values !== null
    && Object.values(values).every(texts => Array.isArray(texts) && texts.every(text => typeof text === 'string'));
}
