import { rules } from '../../core/rules';
import type { SchemaNode } from '../schema-keys';
import { allows } from './keys';
import type { Offer } from './offer';

/**
 * The words that the schema lists for a value, the one that holds without it marked; true and false for a boolean.
 * @param meanings what some of them say
 */
export function wordOffers(node: SchemaNode, meanings: Readonly<Record<string, string>> = {}): Offer[] {
  const words = allows(node, 'boolean') ? ['true', 'false'] : [...new Set((node.enum ?? []).map(String))];
  return words.map(text => {
    const meaning = meanings[text];
    // Beside the word there may be no place for all of it.
    return { text, kind: 'word', isWord: true, detail: String(node.default) === text ? 'default' : meaning, documentation: meaning === undefined ? undefined : [meaning] };
  });
}

/** The names of rules, for severities and for comments that silence them, in the order in which rules are listed. */
export function ruleOffers(): Offer[] {
  return rules.map(({ name, severity }) => ({ text: name, kind: 'rule', detail: `${severity} unless set` }));
}
