import { formatDay, type Day } from '../calendar';
import { endsBeforeStart, type Leaf, type Term } from '../register/model';
import { defineRule, type Context } from '../rule';
import { say, type Sentence } from '../text/sentence';

export default defineRule({
  name: 'ended-before-assigned',
  severity: 'error',
  evenBroken: true,
  on: {
    assignment({ entry: { assigned, ended, absence }, report }) {
      if (assigned && ended && ended.value < assigned.value) {
        reportOrder(say`assignment`, assigned, ended, report);
      }
      reportTerms(say`absence`, absence && [absence], report);
    },
    purchase({ entry: { softwareAssurance, subscription }, report }) {
      reportTerms(say`term of Software Assurance`, softwareAssurance, report);
      reportTerms(say`subscription`, subscription, report);
    },
  },
});

function reportTerms(what: Sentence, terms: readonly Term[] | undefined, report: Context['report']): void {
  for (const term of terms?.filter(endsBeforeStart) ?? []) {
    reportOrder(what, term.from, term.until, report);
  }
}

function reportOrder(what: Sentence, start: Leaf<Day>, end: Leaf<Day>, report: Context['report']): void {
  report({
    at: end,
    message: say`This ${what} ends on ${formatDay(end.value)}, before it starts on ${formatDay(start.value)}: correct one of the two dates.`,
    related: [{ at: start, message: say`It starts here.` }],
  });
}
