import type { RegisterContents } from '../../core/contents';
import type { FixContext } from '../../core/fixes/context';
import type { Person } from '../../core/subjects/holder';
import { isSignedInTo, isUncovered } from '../../core/licensing/mailbox';

/** Who uses a mailbox, by the register or by an export of Exchange. */
export interface MailboxOwner {
  readonly email: string | undefined;
  readonly login: string | undefined;
  /** What Exchange calls the mailbox, which need not be a name of a person. */
  readonly calledInExchange?: string;
  readonly person: Person;
  /** Whether nothing in the register lets them use Exchange today. */
  readonly lacksCal: boolean;
}

/** Who uses the mailboxes to which somebody signs in, each person once. */
export function mailboxOwners({ entries, exports }: RegisterContents, context: FixContext): MailboxOwner[] {
  const owners = new Map<Person, MailboxOwner>();
  const add = (person: Person | undefined, owner: Pick<MailboxOwner, 'email' | 'login' | 'calledInExchange'>) => {
    if (person && !owners.has(person) && (owner.email ?? owner.login) !== undefined) {
      owners.set(person, { ...owner, person, lacksCal: isUncovered(person, context) });
    }
  };
  for (const mailbox of entries.mailbox.filter(isSignedInTo)) {
    add(context.persons.of(mailbox), { email: mailbox.email?.value.trim(), login: mailbox.login?.value.trim() });
  }
  for (const { name, email, login, kind, accountDisabled } of exports.flatMap(({ mailboxes }) => mailboxes ?? [])) {
    if (kind === 'linked' || (kind === 'user' && !accountDisabled)) {
      add(context.persons.named(email ?? login ?? ''), { email, login, calledInExchange: name });
    }
  }
  return [...owners.values()];
}
