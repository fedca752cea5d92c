import { commands, Disposable, languages, type Uri } from 'vscode';
import type { ShellCommands } from '../../exchange/shell/shell-command';
import type { Log } from '../log';
import type { Sessions } from '../sessions';
import { ShippedFile } from '../shipped-file';
import { RecentRegisters } from './recent-registers';
import { subjectActionKind, SubjectActions } from './subject-actions';

/** Offers the commands of the Exchange Management Shell, with what the registers that are open know of them. */
export function registerShellCommands(sessions: Sessions, extension: Uri, log: Log): Disposable {
  const file = new ShippedFile<ShellCommands>(extension, 'data/commands.json', log);
  const registers = new RecentRegisters(sessions);
  const choose = async (use: 'insert' | 'copy', subject: unknown) => {
    const { chooseCommand } = await import('./choose-command');
    await chooseCommand({ use, subject, file, registers });
  };
  return Disposable.from(
    registers,
    // Whoever names a server or person is asked only for a command about it.
    commands.registerCommand('exchangeLicenseRegister.insertShellCommand', (subject?: unknown) => choose('insert', subject)),
    commands.registerCommand('exchangeLicenseRegister.copyShellCommand', (subject?: unknown) => choose('copy', subject)),
    languages.registerCodeActionsProvider({ language: 'yaml' }, new SubjectActions(registers), { providedCodeActionKinds: [subjectActionKind] }),
  );
}
