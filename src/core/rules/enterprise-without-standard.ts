import { isRunning } from '../licensing/assignment-days';
import type { Holder } from '../subjects/holder';
import { isGiven, type Assignment } from '../register/model';
import { holderNameOf } from '../findings/related';
import { defineRule, type Context } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'enterprise-without-standard',
  severity: 'error',
  on: {
    person(context) {
      const { person } = context;
      for (const assignment of person.assignments) {
        if (!isGiven(assignment, 'device')) {
          checkAdditive(assignment, person, context);
        }
      }
    },
    deviceHolder(context) {
      const { deviceHolder } = context;
      for (const assignment of deviceHolder.assignments) {
        checkAdditive(assignment, deviceHolder, context);
      }
    },
  },
});

function checkAdditive(assignment: Assignment, holder: Holder, { today, licenses, report }: Context): void {
  const type = licenses.isSound(assignment) && isRunning(assignment, today) ? licenses.typeOf(assignment) : undefined;
  if (type?.kind === 'cal' && type.tier === 'enterprise' && !holder.mayBeCovered('standard', today)) {
    report({
      at: assignment.type ?? assignment.head,
      message: say`An Enterprise CAL only adds to a Standard CAL, and ${quote(holderNameOf(assignment))} holds none today, nor a suite: assign one beside it.`,
    });
  }
}
