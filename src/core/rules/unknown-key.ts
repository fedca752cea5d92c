import { likelyMeant } from '../text/edit-distance';
import type { FaultOf } from '../reading/fault';
import { mergeKey } from '../reading/node';
import { renameKey } from '../fixes/rename-key';
import { defineRule, placeIn } from '../rule';
import { quote, say, type Sentence } from '../text/sentence';

export default defineRule({
  name: 'unknown-key',
  severity: 'warning',
  hasSafeFixes: true,
  on: {
    fault({ fault, segment, report }) {
      report({ at: placeIn(segment, fault), message: sentenceFor(fault), fixes: context => renameKey(fault, segment, context) });
    },
  },
});

function sentenceFor({ key, known }: FaultOf<'unknown-key'>): Sentence {
  if (key === mergeKey) {
    return say`The merge key ${quote(key)} isn't read, so that it brings nothing in: write out the keys that it stands for.`;
  }
  const meant = likelyMeant(key, known);
  return meant !== undefined
    ? say`The key ${quote(key)} isn't known here and its value isn't read: ${quote(meant)} is probably meant.`
    : say`The key ${quote(key)} isn't known here and its value isn't read: use a key of the format, or one of your own that starts with "x-".`;
}
