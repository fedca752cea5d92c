import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'device-users-uncovered',
  severity: 'error',
  needs: ['assignments'],
  on: {
    deviceHolder({ deviceHolder, today, persons, inOrder, report }) {
      if (deviceHolder.entries.size === 0 || deviceHolder.mayBeCovered('standard', today)) {
        return;
      }
      for (const { name, users = [] } of inOrder(deviceHolder.entries)) {
        for (const user of users) {
          if (!persons.named(user.value)?.mayBeCovered('standard', today)) {
            report({ at: user, message: say`${quote(user.value)} uses the device ${quote(name!.value)}, and neither of them holds a Standard CAL or suite today: assign a User CAL to the person, or a Device CAL to the device.` });
          }
        }
      }
    },
  },
});
