import { byAssigned, daysTaken } from '../licensing/assignment-days';
import type { Interval } from '../calendar';
import { hasFaultyPurchase } from '../licensing/faulty-purchase';
import { endAssignment } from '../fixes/end-assignment';
import { tiers, type Tier } from '../licensing/license-type';
import { isGiven, type Assignment } from '../register/model';
import { clashesAmong } from '../licensing/overlap';
import { holderNameOf, relatedHolders } from '../findings/related';
import { defineRule, type Context } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'duplicate-assignment',
  severity: 'warning',
  on: {
    person(context) {
      const { person } = context;
      if (person.entries.length > 1) {
        reportDuplicates(person.assignments.filter(assignment => !isGiven(assignment, 'device')), context);
      }
    },
    deviceHolder(context) {
      const { assignments } = context.deviceHolder;
      if (assignments.size > 1) {
        reportDuplicates(assignments, context);
      }
    },
  },
});

/** @param assignments of one holder */
function reportDuplicates(assignments: Iterable<Assignment>, context: Context): void {
  const { today, licenses, inOrder, report } = context;
  const sound = inOrder(assignments, assignment => licenses.isSound(assignment)).sort(byAssigned);
  const reported = new Set<Assignment>();
  for (const tier of tiers) {
    const stays = sound
      .filter(assignment => isCalFor(tier, assignment, context))
      .map(assignment => ({ assignment, days: daysSeated(assignment, context), owner: assignment }));
    for (const { earlier, later } of clashesAmong(stays)) {
      if (!reported.has(later)) {
        reported.add(later);
        report({
          at: later.face,
          message: say`${quote(holderNameOf(later))} holds two licenses for the ${tier} features at one time, and one is enough: end one of them, or correct its days.`,
          related: relatedHolders([earlier], today),
          fixes: () => endAssignment(later),
        });
      }
    }
  }
}

function isCalFor(tier: Tier, assignment: Assignment, { licenses }: Context): boolean {
  const type = licenses.typeOf(assignment);
  return type !== undefined && type.kind !== 'plan' && licenses.covers(type, tier);
}

/** The days on which an assignment takes a seat of whatever it is of; of a stand-in nobody knows where no seats are known. */
function daysSeated(assignment: Assignment, context: Context): readonly Interval[] {
  const seats = context.licenses.seatsOf(assignment);
  if (seats) {
    return seats.daysTakenBy(assignment, context.persons);
  }
  const days = daysTaken(assignment);
  return hasFaultyPurchase(assignment, context) || isGiven(assignment, 'temporaryFor') || days.start >= days.end ? [] : [days];
}
