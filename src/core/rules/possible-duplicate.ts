import { byAssigned } from '../assignment-days';
import type { Person } from '../holder';
import { normalize } from '../identifier';
import { tiers, type Tier } from '../license-type';
import type { Likeness } from '../likeness';
import { isGiven, type Assignment } from '../model';
import { relatedHolders } from '../related';
import { defineRule, type Context } from '../rule';
import { quote, say } from '../sentence';

/** What tells two people apart who both have it, as bits of a number. */
const staffNumber = 1;
const mailbox = 2;

/** An assignment that covers somebody today, with what is known of them. */
interface Covering {
  readonly assignment: Assignment;
  readonly person: Person;
  readonly name: string | undefined;
  readonly marks: number;
}

export default defineRule({
  name: 'possible-duplicate',
  severity: 'hint',
  on: {
    likeness(context) {
      const { likeness, today, report } = context;
      const reported = new Set<Assignment>();
      for (const tier of tiers) {
        for (const { earlier, later } of pairsAmong(coveringToday(likeness, tier, context), likeness)) {
          if (!reported.has(later)) {
            reported.add(later);
            const shared = likeness.untagged === undefined ? say`the name ${quote(later.name!.value)}` : say`the address ${quote(likeness.untagged)}`;
            report({
              at: later.face,
              message: say`Another person with ${shared} holds a license for the ${tier} features too: if they are one, join them by \`otherAddresses\` and end one assignment, or tell them apart by \`employee\`.`,
              related: relatedHolders([earlier], today),
            });
          }
        }
      }
    },
  },
});

/** The assignments of a likeness that cover their people for a tier today, by `assigned`, then by place. */
function coveringToday(likeness: Likeness, tier: Tier, { today, persons, inOrder }: Context): Covering[] {
  const alike = likeness.assignments(persons);
  const people = new Set([...alike].flatMap(assignment => persons.of(assignment) ?? []));
  const covering = new Map<Assignment, Covering>();
  for (const person of people) {
    const marks = (person.assignments.some(each => isGiven(each, 'employee')) ? staffNumber : 0) + (person.mailboxes.length > 0 ? mailbox : 0);
    for (const assignment of person.coveringAssignments(tier, today)) {
      if (alike.has(assignment)) {
        covering.set(assignment, { assignment, person, name: assignment.name && normalize(assignment.name.value), marks });
      }
    }
  }
  return inOrder(covering.keys()).sort(byAssigned).map(assignment => covering.get(assignment)!);
}

/** Each assignment beside an earlier one of another person. People of one name and address are alike by their name. */
function* pairsAmong(covering: readonly Covering[], { untagged }: Likeness): Generator<{ earlier: Assignment; later: Assignment }, void> {
  const isAlike = (a: Covering, b: Covering) => a.person !== b.person && (untagged === undefined || a.name === undefined || a.name !== b.name);
  const firstsByMarks: Covering[][] = Array.from({ length: staffNumber + mailbox + 1 }, () => []);
  const seen = new Map<Person, Set<string | undefined>>();
  for (const each of covering) {
    const comparable = firstsByMarks.filter((_, marks) => (marks & each.marks) === 0);
    const earlier = comparable.map(firsts => firsts.find(first => isAlike(first, each))).find(first => first !== undefined);
    if (earlier) {
      yield { earlier: earlier.assignment, later: each.assignment };
    }
    const names = seen.get(each.person) ?? new Set();
    if (!names.has(each.name)) {
      seen.set(each.person, names.add(each.name));
      firstsByMarks[each.marks]!.push(each);
    }
  }
}
