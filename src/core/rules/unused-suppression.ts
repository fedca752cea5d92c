import { correctRuleName } from '../fixes/correct-rule-name';
import { removeSuppression } from '../fixes/remove-suppression';
import { defineRule, placeIn } from '../rule';
import { formatDay } from '../calendar';
import { quote, say } from '../text/sentence';
import { worksOn } from '../findings/suppressions';

export default defineRule({
  name: 'unused-suppression',
  severity: 'warning',
  hasSafeFixes: true,
  on: {
    suppression({ suppression, segment, isUsed, isMisplaced, ruleNames, today, report }) {
      if (isUsed) {
        return;
      }
      const { rules, until } = suppression;
      const unknown = rules.filter(rule => !ruleNames.includes(rule));
      const at = placeIn(segment, suppression);
      const tags = ['unnecessary'] as const;
      const remove = () => removeSuppression(suppression, segment, true);
      if (rules.length === 0) {
        report({ at, tags, fixes: remove, message: say`This suppression names no rule and silences nothing: name the rule, or remove it.` });
      } else if (unknown.length === rules.length) {
        report({ at, tags, fixes: () => correctRuleName(suppression, segment, unknown[0]!, ruleNames), message: say`No rule is called ${quote(unknown[0]!)}, so this suppression silences nothing: correct the name, or remove it.` });
      } else if (isMisplaced) {
        report({ at, tags, fixes: remove, message: say`A suppression for the whole file works only above its first content, so this one silences nothing: move it there, or remove it.` });
      } else if (until === null) {
        report({ at, tags, fixes: () => removeSuppression(suppression, segment, false), message: say`The day behind "until" can't be read, so this suppression silences nothing: write it as YYYY-MM-DD.` });
      } else if (until !== undefined && !worksOn(suppression, today)) {
        report({ at, tags, fixes: remove, message: say`This suppression ran out on ${formatDay(until)}: mend what it silenced, or give it a new day.` });
      } else {
        report({ at, tags, fixes: remove, message: say`This suppression silences nothing: remove it.` });
      }
    },
  },
});
