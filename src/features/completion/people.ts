import { normalize } from '../../core/identifier';
import type { Known, KnownPerson } from './known';
import type { Offer } from './offer';

/** What an entry says of its person so far. */
export interface PersonHint {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly login?: string | undefined;
}

/** By which of its texts somebody is named. */
export type PersonKey = 'name' | 'email' | 'login' | 'account';

/** People that the register knows, by name, address or login: first those whom the entry at hand seems to mean. */
export function personOffers({ people }: Known, by: PersonKey, hint: PersonHint = {}): Offer[] {
  const offers = new Map<string, Offer & { readonly isMeant: boolean }>();
  for (const person of people) {
    const text = by === 'account' ? person.email ?? person.login : person[by];
    if (text !== undefined && text !== '' && !offers.has(normalize(text))) {
      const detail = by === 'name' ? person.email ?? person.login : person.name;
      offers.set(normalize(text), { text, kind: 'person', detail, alias: detail, isMeant: isMeant(person, hint) });
    }
  }
  const all = [...offers.values()];
  return [...all.filter(each => each.isMeant), ...all.filter(each => !each.isMeant)];
}

function isMeant(person: KnownPerson, hint: PersonHint): boolean {
  return (['name', 'email', 'login'] as const).some(key => hint[key] !== undefined && person[key] !== undefined && normalize(hint[key]) === normalize(person[key]));
}

/** The devices that the register knows. */
export function deviceOffers({ devices }: Known): Offer[] {
  return devices.map(text => ({ text, kind: 'device' }));
}
