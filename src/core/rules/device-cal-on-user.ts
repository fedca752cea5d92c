import { addBlanks } from '../fixes/add-keys';
import { switchHolder } from '../fixes/switch-holder';
import { modelOf } from '../licensing/license-type';
import { isGiven } from '../register/model';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'device-cal-on-user',
  severity: 'error',
  on: {
    assignment({ entry, licenses, report }) {
      if (isGiven(entry, 'device') || entry.damaged) {
        return;
      }
      const type = licenses.typeOf(entry);
      if (type && modelOf(type) === 'device') {
        report({
          at: entry.face,
          fixes: () => [...addBlanks(entry, ['device']), ...switchHolder(entry, 'name', 'device')],
          message: say`${quote(type.name)} covers one device and whoever uses it, but no device is named here: add \`device\`, or give the person a User CAL.`,
        });
      }
    },
  },
});
