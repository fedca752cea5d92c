import { readTypeAs } from '../fixes/read-type-as';
import { replaceValues } from '../fixes/replace-value';
import { nearestLicenseTypes } from '../licensing/license-type';
import { defineRule } from '../rule';
import { hereAndIn, quote, say } from '../text/sentence';

export default defineRule({
  name: 'unknown-license-type',
  severity: 'error',
  on: {
    wording({ wording, inOrder, report }) {
      const [first, ...others] = inOrder(wording.entries);
      const type = first!.type!;
      const near = nearestLicenseTypes(type.value);
      const also = hereAndIn(others.length, 'other entry', 'other entries');
      report({
        at: type,
        message: near[0] !== undefined
          ? say`${quote(type.value)} can't be read as a license${also}: write it as ${quote(near[0])} if that is meant, or say what it means in \`settings.typeNames\`.`
          : say`${quote(type.value)} can't be read as a license${also}: write it in a form such as "Exchange Server 2019 Standard User CAL", or say what it means in \`settings.typeNames\`.`,
        fixes: context => [
          ...readTypeAs(type.value, near, context),
          ...replaceValues(inOrder(wording.entries).map(entry => entry.type!), near),
        ],
      });
    },
  },
});
