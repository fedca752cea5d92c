import type { Found, Known, KnownPerson, PeopleQuery } from './known';
import type { Offer } from './offer';

/** People that the register knows, by name, address or login: first those whom the entry at hand seems to mean. */
export function personOffers(known: Known, query: PeopleQuery): Found<Offer> {
  const { items, isCut } = known.people(query);
  const offers = items.map((person): Offer => {
    const text = textOf(person, query.by) ?? '';
    const detail = query.by === 'name' ? accountOf(person) ?? '' : person.name;
    return { text, kind: 'person', detail, alias: detail };
  });
  return { items: offers, isCut };
}

function textOf(person: KnownPerson, by: PeopleQuery['by']): string | undefined {
  return by === 'account' ? accountOf(person) : person[by];
}

function accountOf({ email, login }: KnownPerson): string | undefined {
  return email ?? login;
}
