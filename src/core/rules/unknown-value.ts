import { nearest } from '../edit-distance';
import type { FaultOf } from '../fault';
import { chooseWord } from '../fixes/choose-word';
import { defineRule, placeIn } from '../rule';
import { either, quote, say, type Sentence } from '../sentence';

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
  const written = value.trim().toLowerCase();
  const [near] = nearest(written, known.map(word => word.toLowerCase()), 2);
  const meant = known.find(word => word.toLowerCase() === near);
  if (meant === undefined) {
    return say`\`${key}\` doesn't know ${quote(value)}: use ${either(known)}.`;
  }
  return near === written
    ? say`\`${key}\` takes ${meant} without quotes.`
    : say`\`${key}\` doesn't know ${quote(value)}: ${quote(meant)} is probably meant, of ${either(known)}.`;
}
