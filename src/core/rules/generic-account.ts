import { words } from '../../../data/generic-names.json';
import { isRunning } from '../licensing/assignment-days';
import { isDigit } from '../text/char';
import { needNoCal } from '../fixes/need-no-cal';
import { modelOf } from '../licensing/license-type';
import { kindOf } from '../licensing/mailbox';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

const usualNames: ReadonlySet<string> = new Set(words);

/** Mailboxes behind which more than one person may be, or none; of a kind that can't be read nobody knows. */
const impersonal: ReadonlySet<string | undefined> = new Set(['shared', 'room', 'equipment', undefined]);

export default defineRule({
  name: 'generic-account',
  severity: 'warning',
  on: {
    person({ person, today, settings, licenses, report }) {
      const genericNames = settings.genericNames ?? usualNames;
      for (const assignment of person.assignments) {
        const { email } = assignment;
        if (!email || !isGeneric(email.value, genericNames) || !licenses.isSound(assignment) || !isRunning(assignment, today)) {
          continue;
        }
        const type = licenses.typeOf(assignment);
        if (type && modelOf(type) === 'user' && person.noCals.length === 0 && !person.mailboxes.some(mailbox => impersonal.has(kindOf(mailbox)))) {
          report({ at: email, fixes: context => needNoCal(email.value, context), message: say`${quote(email.value)} looks like an account of several people, and a User CAL covers one person: name who uses it and assign the CAL to them, or record under \`noCal\` why it needs none.` });
        }
      }
    },
  },
});

/** Whether what stands before the @ is one of the names, with or without digits behind it. */
function isGeneric(address: string, names: ReadonlySet<string>): boolean {
  const at = address.indexOf('@');
  const local = (at < 0 ? address : address.slice(0, at)).trim().toLowerCase();
  let end = local.length;
  while (end > 0 && !names.has(local.slice(0, end)) && isDigit(local.charCodeAt(end - 1))) {
    end--;
  }
  return names.has(local.slice(0, end));
}
