import { likelyMeant } from '../text/edit-distance';
import type { FaultOf } from '../reading/fault';
import { chooseWord } from '../fixes/choose-word';
import { defineRule, placeIn } from '../rule';
import { either, keyNamed, quote, say, type Sentence } from '../text/sentence';

export default defineRule({
  name: 'unknown-value',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      const at = placeIn(segment, fault);
      report({ at, message: sentenceFor(fault), fixes: () => chooseWord(at, fault) });
    },
  },
});

function sentenceFor({ key, value, known }: FaultOf<'unknown-value'>): Sentence {
  const written = value.trim();
  const meant = likelyMeant(written, known);
  if (meant === undefined) {
    return say`${keyNamed(key)} doesn't know ${quote(value)}: use ${either(known)}.`;
  }
  return meant.toLowerCase() === written.toLowerCase()
    ? say`${keyNamed(key)} takes ${meant} without quotes: leave them out.`
    : say`${keyNamed(key)} doesn't know ${quote(value)}: ${quote(meant)} is probably meant, of ${either(known)}.`;
}
