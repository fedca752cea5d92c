import { newRegisterText, type RegisterShape } from '../../features/changes/new-register';
import type { Dialog } from '../dialog';
import { askOptionalText, askText } from './questions';

/** What a new register is called and holds. */
export interface NewRegister {
  readonly name: string;
  readonly text: string;
}

/** Asks of which shape a register is, and for a name that nothing has. @param taken the names that something has, in lower case */
export async function askRegister(dialog: Dialog, taken: ReadonlySet<string>): Promise<NewRegister | undefined> {
  const shape = await dialog.pick<RegisterShape>('What is it to hold?', [
    { label: 'Who holds which CAL', detail: 'A list of assignments: name, address, day, type and purchase of each.', answer: 'list' },
    { label: 'What was bought, what runs and who holds what', detail: 'Purchases, servers and assignments: free seats and missing licenses are told too.', answer: 'sections' },
  ]);
  const organization = shape === 'sections' ? await askOptionalText(dialog, 'Whose licenses are they?', 'The name of the organization.') : shape && { text: undefined };
  const usual = 'license-register.yaml';
  const name = organization && (await askText(dialog, 'What is the file called?', 'It is written when you save it.', text => problemOf(text, taken), taken.has(usual) ? 'new.license-register.yaml' : usual));
  return name === undefined ? undefined : { name, text: newRegisterText(shape!, organization!.text) };
}

function problemOf(name: string, taken: ReadonlySet<string>): string | undefined {
  if (!/^(?:[^\\/:*?"<>|]+\.)?license-register\.ya?ml$/.test(name)) {
    return 'The name of a register is license-register.yaml, or ends with ".license-register.yaml".';
  }
  return taken.has(name.toLowerCase()) ? 'There is something of this name already.' : undefined;
}
