import type { Assignment, Mailbox } from '../model';
import { addAddress } from './add-address';
import type { FixContext, ReportedFix } from './context';

/** More offers than these are no help in a menu. */
const mostOffers = 3;

/** Offers the people with a CAL whose name or address is like that of a mailbox: it may be another address of theirs. */
export function joinMailbox({ email }: Mailbox, { assignments, licenses, persons, today }: FixContext): ReportedFix[] {
  const local = localPart(email!.value);
  const written = letters(local);
  const own = persons.named(email!.value);
  const alike = assignments.filter(assignment => {
    const type = licenses.typeOf(assignment);
    return !assignment.device && type && licenses.covers(type, 'standard') && formsOf(assignment).has(written) && persons.of(assignment) !== own;
  });
  const covered = alike.filter(assignment => persons.of(assignment)?.isCovered('standard', today));
  return covered.slice(0, mostOffers).flatMap(assignment => addAddress(email!.value, assignment));
}

/** What may stand before the @ of somebody's addresses, letters and digits alone: Anna Nowak's is `annanowak`, `anowak` … */
function formsOf({ name, email, login }: Assignment): Set<string> {
  const forms = new Set<string>();
  if (email) {
    forms.add(letters(localPart(email.value)));
  }
  if (login) {
    forms.add(letters(localPart(login.value.slice(login.value.indexOf('\\') + 1))));
  }
  const words = name?.value.split(/[\s,]+/).map(letters).filter(word => word !== '') ?? [];
  if (words.length > 1) {
    const [first, last] = [words[0]!, words.slice(1).join('')];
    [first + last, last + first, first[0]! + last, last + first[0]!].forEach(form => forms.add(form));
  }
  forms.delete('');
  return forms;
}

function localPart(address: string): string {
  return address.split(/[@+]/)[0]!;
}

/** The letters and digits of a text, in lower case and without accents. */
function letters(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll('ł', 'l').replace(/[^\p{L}\p{N}]/gu, '');
}
