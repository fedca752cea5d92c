import { makeList } from '../fixes/make-list';
import { defineRule, placeIn } from '../rule';
import { keyNamed, say } from '../text/sentence';

const names = { value: say`a single value`, list: say`a list`, mapping: say`lines of \`key: value\`` };

export default defineRule({
  name: 'wrong-type',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      report({
        at: placeIn(segment, fault),
        fixes: () => makeList(placeIn(segment, fault), fault),
        message: fault.what === undefined
          ? say`A register is a list of assignments, or sections such as \`assignments:\` with entries below them, not ${names[fault.found]}.`
          : typeof fault.what === 'string'
            ? say`${keyNamed(fault.what)} takes ${names[fault.expected]}, not ${names[fault.found]}.`
            : say`Each ${fault.what} ${fault.expected === 'mapping' ? say`consists of` : say`is`} ${names[fault.expected]}, not ${names[fault.found]}.`,
      });
    },
  },
});
