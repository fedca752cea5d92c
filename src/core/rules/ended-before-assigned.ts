import { formatDay, type Day } from '../calendar';
import { endsBeforeStart, type Leaf } from '../register/model';
import { defineRule, type Context } from '../rule';
import { say, type Sentence } from '../text/sentence';

const names = {
  assignment: say`assignment`, absence: say`absence`, softwareAssurance: say`term of Software Assurance`, subscription: say`subscription`,
};

export default defineRule({
  name: 'ended-before-assigned',
  severity: 'error',
  evenBroken: true,
  on: {
    assignment({ entry: { assigned, ended, absence }, report }) {
      if (assigned && ended && ended.value < assigned.value) {
        reportOrder(names.assignment, assigned, ended, report);
      }
      if (absence && endsBeforeStart(absence)) {
        reportOrder(names.absence, absence.from, absence.until, report);
      }
    },
    purchase({ entry, report }) {
      for (const key of ['softwareAssurance', 'subscription'] as const) {
        entry[key]?.filter(endsBeforeStart).forEach(({ from, until }) => reportOrder(names[key], from, until, report));
      }
    },
  },
});

function reportOrder(what: Sentence, start: Leaf<Day>, end: Leaf<Day>, report: Context['report']): void {
  report({
    at: end,
    message: say`This ${what} ends on ${formatDay(end.value)}, before it starts on ${formatDay(start.value)}: correct one of the two dates.`,
    related: [{ at: start, message: say`It starts here.` }],
  });
}
