import { needNoCal } from '../fixes/need-no-cal';
import { isUncovered, kindOf, uncoveredMailboxOf } from '../licensing/mailbox';
import { normalize } from '../register/identifier';
import { defineRule, type Context } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'delegate-without-cal',
  severity: 'warning',
  needs: ['mailboxes', 'assignments'],
  on: {
    mailbox(context) {
      const { entry, report } = context;
      if (kindOf(entry) !== 'shared') {
        return;
      }
      for (const delegate of entry.delegates ?? []) {
        if (isDelegateUncovered(delegate.value, context)) {
          report({ at: delegate, fixes: fixContext => needNoCal(delegate.value, fixContext), message: say`${quote(delegate.value)} works in this shared mailbox, but holds no Standard CAL or suite today: assign one, or record under \`noCal\` why none is needed.` });
        }
      }
    },
  },
});

/** Of somebody with an uncovered mailbox that is said already. Whom no entry names may still use a covered device. */
function isDelegateUncovered(identifier: string, context: Context): boolean {
  const { persons, devices, today } = context;
  const person = persons.named(identifier);
  if (person) {
    return isUncovered(person, context) && !uncoveredMailboxOf(person, context);
  }
  return ![...devices.listing(normalize(identifier))].some(device => device.mayBeCovered('standard', today));
}
