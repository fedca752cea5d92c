import type { Entry } from '../../core/register/model';
import { keyNamed, quote, say } from '../../core/text/sentence';
import { addNoCals } from '../../features/changes/add-no-cals';
import { mailboxOwners } from '../../features/changes/mailbox-owners';
import type { Choice, Dialog } from '../dialog';
import { askNoCalNote, askNoCalReason } from './ask-no-cal-reason';
import { askOptionalDay, askOptionalText, askText, finder } from './questions';
import type { Known, Wizard } from './wizard';

/** Asks which account needs no CAL of its own, and why. */
export const needNoCal: Wizard = async (dialog, known) => {
  const account = identifierOf(known.entry) ?? (await askAccount(dialog, known));
  if (account === undefined) {
    return undefined;
  }
  const { persons, today } = known.context;
  if ((persons.named(account)?.noCals.length ?? 0) > 0) {
    return () => ({ problem: say`It is recorded under ${keyNamed('noCal')} already why ${quote(account)} needs no CAL of its own: change it there.` });
  }
  const reason = await askNoCalReason(dialog, `Why does ${account} need no CAL of its own?`);
  if (reason === undefined) {
    return undefined;
  }
  const of = reason === 'admin-account' ? await askOptionalText(dialog, 'Whose second account is it?', 'Their e-mail address or login.') : { text: undefined };
  if (!of) {
    return undefined;
  }
  const until = reason === 'on-leave' ? await askOptionalDay(dialog, 'Until which day?', 'The last day of the leave.', today) : '';
  if (until === undefined) {
    return undefined;
  }
  const note = await askNoCalNote(dialog, reason);
  if (note === undefined) {
    return undefined;
  }
  const identifier = account.includes('@') ? { email: account } : { login: account };
  return context => addNoCals([{ ...identifier, reason, of: of.text, until: until === '' ? undefined : until, note: note || undefined }], context);
};

/** By what the account of an entry is known. */
function identifierOf(entry: Entry | undefined): string | undefined {
  return entry?.entryKind === 'mailbox' || entry?.entryKind === 'assignment' ? (entry.email ?? entry.login)?.value.trim() : undefined;
}

/** Mailboxes without a CAL are offered first; any other account can be typed. */
async function askAccount(dialog: Dialog, { context, contents }: Known): Promise<string | undefined> {
  const uncovered = mailboxOwners(contents, context).filter(({ lacksCal }) => lacksCal).map(({ email, login, calledInExchange = '' }) => ({ account: email ?? login!, calledInExchange }));
  const find = finder(uncovered, ({ account, calledInExchange }) => `${account} ${calledInExchange}`, ({ account, calledInExchange }): Choice<string> => ({ label: account, description: calledInExchange, group: 'No CAL yet', answer: account }));
  const answer = await dialog.search('Which account needs no CAL of its own? Type its e-mail address or login.', typed => {
    const text = typed.trim();
    const isListed = uncovered.some(({ account }) => account === text);
    return [...find(text), ...(isListed ? [] : [{ label: '$(edit) Another account', description: text, group: 'New', answer: text }])];
  });
  return answer === '' ? askText(dialog, 'Which account?', 'Its e-mail address or login.') : answer;
}
