import type { Mailbox } from '../register/model';
import { addAddress } from './add-address';
import type { FixContext, ReportedFix } from './context';
import { nameFormOf } from './name-forms';

/** More offers than these are no help in a menu. */
const mostOffers = 3;

/** Offers the people with a CAL whose name or address is like that of a mailbox: it may be another address of theirs. */
export function joinMailbox({ email }: Mailbox, { assignmentsByNameForm, licenses, persons, today }: FixContext): ReportedFix[] {
  const own = persons.named(email!.value);
  const covered = [...assignmentsByNameForm.get(nameFormOf(email!.value))].filter(assignment => {
    const type = licenses.typeOf(assignment);
    const person = persons.of(assignment);
    return !assignment.device && type && licenses.covers(type, 'standard') && person !== own && person?.isCovered('standard', today);
  });
  return covered.slice(0, mostOffers).flatMap(assignment => addAddress(email!.value, assignment));
}
