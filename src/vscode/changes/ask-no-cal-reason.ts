import { entryFields } from '../../core/register/fields';
import { noCalReasons } from '../../features/reasons';
import type { Choice, Dialog } from '../dialog';
import { askText } from './questions';

/** Asks why an account needs no CAL of its own. */
export function askNoCalReason(dialog: Dialog, question: string): Promise<string | undefined> {
  const words = [...new Set(entryFields.noCal.reason.words.values())];
  return dialog.pick(question, words.map((word): Choice<string> => ({ label: word, detail: noCalReasons[word] ?? '', answer: word })));
}

/** Asks for what stands beside a reason that says nothing itself; empty for the others. */
export function askNoCalNote(dialog: Dialog, reason: string): Promise<string | undefined> {
  return reason === 'other' ? askText(dialog, 'Why, in your own words?', 'A note that stands beside the reason.') : Promise.resolve('');
}
