import { makeList } from '../fixes/make-list';
import { defineRule, placeIn } from '../rule';
import { say } from '../sentence';

const names = { value: 'a single value', list: 'a list', mapping: 'a mapping of keys and values' } as const;

export default defineRule({
  name: 'wrong-type',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      report({
        at: placeIn(segment, fault),
        fixes: () => makeList(placeIn(segment, fault), fault),
        message: fault.what === 'register'
          ? say`A register is a list of assignments or a mapping of sections, not ${names[fault.found]}.`
          : fault.what.startsWith('`')
            ? say`${fault.what} takes ${names[fault.expected]}, not ${names[fault.found]}.`
            : say`Each ${fault.what} is ${names[fault.expected]}, not ${names[fault.found]}.`,
      });
    },
  },
});
