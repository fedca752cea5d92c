import type { Found, Known, PeopleQuery } from './known';
import type { Offer } from './offer';

/** People that the register knows, by name, address or login: first those whom the entry at hand seems to mean. */
export function personOffers(known: Known, query: PeopleQuery): Found<Offer> {
  const { items, isCut } = known.people(query);
  const offers = items.map(({ name, email, login }): Offer => {
    const account = email ?? login ?? '';
    const [text, detail] = query.by === 'name' ? [name!, account] : [query.by === 'login' ? login! : query.by === 'email' ? email! : account, name];
    return { text, kind: 'person', detail, alias: detail };
  });
  return { items: offers, isCut };
}
