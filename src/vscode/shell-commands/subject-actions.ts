import { CodeAction, CodeActionKind, type CodeActionContext, type CodeActionProvider, type Range, type TextDocument } from 'vscode';
import { quote } from '../../core/text/sentence';
import { offersEntryAt } from '../light-bulb';
import type { RecentRegisters } from './recent-registers';

/** No fix and no refactoring: nothing in the register changes. */
export const subjectActionKind = CodeActionKind.Empty.append('licenseRegister.commands');

/** Leads from a server or person in a register to the commands about it. */
export class SubjectActions implements CodeActionProvider {
  private readonly registers: Pick<RecentRegisters, 'registerOf' | 'spotAt'>;

  constructor(registers: Pick<RecentRegisters, 'registerOf' | 'spotAt'>) {
    this.registers = registers;
  }

  async provideCodeActions(document: TextDocument, { start }: Range, { only, triggerKind }: CodeActionContext): Promise<CodeAction[]> {
    if ((only && !only.contains(subjectActionKind)) || !this.registers.registerOf(document)) {
      return [];
    }
    const { subjectAt } = await import('../../exchange');
    const spot = this.registers.spotAt(document, start);
    const subject = spot && offersEntryAt(spot, triggerKind) ? subjectAt(spot) : undefined;
    if (!subject) {
      return [];
    }
    const action = new CodeAction(`Commands for ${quote(subject.name).slice(1, -1)}...`, subjectActionKind);
    action.command = { title: action.title, command: 'exchangeLicenseRegister.insertShellCommand', arguments: [subject] };
    return [action];
  }
}
