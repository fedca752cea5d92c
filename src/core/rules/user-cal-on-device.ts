import { switchHolder } from '../fixes/switch-holder';
import { modelOf } from '../licensing/license-type';
import { defineRule } from '../rule';
import { quote, say } from '../text/sentence';

export default defineRule({
  name: 'user-cal-on-device',
  severity: 'error',
  on: {
    assignment({ entry, licenses, report }) {
      const type = entry.device && licenses.typeOf(entry);
      if (type && modelOf(type) === 'user') {
        report({ at: entry.device, fixes: () => switchHolder(entry, 'device', 'name'), message: say`${quote(type.name)} covers one person on all devices, not the device ${quote(entry.device.value)}: assign it to a person, or give the device a Device CAL.` });
      }
    },
  },
});
