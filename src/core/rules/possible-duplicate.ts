import { byAssigned } from '../licensing/assignment-days';
import { addAddress } from '../fixes/add-address';
import type { Person } from '../subjects/holder';
import { tiers, type Tier } from '../licensing/license-type';
import type { Likeness } from '../subjects/likeness';
import { isGiven, type Assignment } from '../register/model';
import { relatedHolders } from '../findings/related';
import { defineRule, type Context } from '../rule';
import { quote, say } from '../text/sentence';

// What tells two people apart who both have it, as bits of a number.
const staffNumber = 1;
const mailbox = 2;

/** An assignment that covers somebody today. */
interface Covering {
  readonly assignment: Assignment;
  readonly person: Person;
  /** What its person has of what tells people apart. */
  readonly marks: number;
}

interface Pair {
  readonly earlier: Assignment;
  readonly tier: Tier;
  /** All who are covered for the tier by assignments that are alike. */
  readonly people: ReadonlySet<Person>;
}

export default defineRule({
  name: 'possible-duplicate',
  severity: 'hint',
  on: {
    likeness(context) {
      const { likeness, today, report } = context;
      const known = new Map<Likeness, ReadonlyMap<Assignment, Pair>>();
      for (const [later, { earlier, tier, people }] of pairsIn(likeness, context)) {
        if (likeness.before(later).some(other => getPairs(other).has(later))) {
          continue;
        }
        report({
          at: later.face,
          message: likeness.untagged === undefined
            ? say`Another person named ${quote(later.name!.value)} holds a license for the ${tier} features too: if they are one, join them by \`otherAddresses\` and end one assignment, or else tell them apart by \`employee\`.`
            : say`Another person with the address ${quote(likeness.untagged)} holds a license for the ${tier} features too: if they are one, join them by \`otherAddresses\` and end one assignment, or else tell them apart by \`employee\`.`,
          related: relatedHolders([earlier], today),
          fixes: () => {
            const address = later.email ?? later.login;
            // Of several people nobody knows who is meant.
            return address && people.size === 2 ? addAddress(address.value, earlier) : [];
          },
        });
      }

      function getPairs(other: Likeness): ReadonlyMap<Assignment, Pair> {
        const pairs = known.get(other) ?? pairsIn(other, context);
        known.set(other, pairs);
        return pairs;
      }
    },
  },
});

/** Each assignment of a likeness that covers its person today, beside an earlier one that covers somebody else for the same tier. */
function pairsIn(likeness: Likeness, context: Context): Map<Assignment, Pair> {
  const pairs = new Map<Assignment, Pair>();
  for (const tier of tiers) {
    const firstsByMarks: Covering[][] = Array.from({ length: staffNumber + mailbox + 1 }, () => []);
    const people = new Set<Person>();
    for (const each of coveringToday(likeness, tier, context)) {
      const others = firstsByMarks.flatMap((firsts, marks) => (marks & each.marks) === 0 ? firsts.find(({ person }) => person !== each.person) ?? [] : []);
      if (others[0] && !pairs.has(each.assignment)) {
        pairs.set(each.assignment, { earlier: others[0].assignment, tier, people });
      }
      if (!people.has(each.person)) {
        people.add(each.person);
        firstsByMarks[each.marks]!.push(each);
      }
    }
  }
  return pairs;
}

/** The assignments of a likeness that cover their people for a tier today, by `assigned`, then by place. */
function coveringToday(likeness: Likeness, tier: Tier, { today, persons, inOrder }: Context): Covering[] {
  const alike = likeness.assignments(persons);
  const people = new Set([...alike].flatMap(assignment => persons.of(assignment) ?? []));
  const covering = new Map<Assignment, Covering>();
  for (const person of people) {
    const marks = (person.assignments.some(each => isGiven(each, 'employee')) ? staffNumber : 0) + (person.mailboxes.length > 0 ? mailbox : 0);
    for (const assignment of person.coveringAssignments(tier, today)) {
      if (alike.has(assignment)) {
        covering.set(assignment, { assignment, person, marks });
      }
    }
  }
  return inOrder(covering.keys()).sort(byAssigned).map(assignment => covering.get(assignment)!);
}
