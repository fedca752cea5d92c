import assert from 'node:assert/strict';
import type { Licenses, PersonEntry } from '../../../src/core/subjects/holder';
import { identifiersOf, Persons } from '../../../src/core/subjects/persons';
import { Random } from '../../fuzz/random';

const licenses: Licenses = { isSound: () => true, typeOf: () => undefined, holdingOf: () => undefined, seatsOf: () => undefined, covers: () => false };

/** An entry with nothing but what says whose it is. */
function entryOf(parts: { email?: string; login?: string; otherAddresses?: readonly string[]; employee?: string }): PersonEntry {
  const leaf = (value: string) => ({ value });
  return {
    entryKind: 'assignment',
    ...parts.email !== undefined && { email: leaf(parts.email) },
    ...parts.login !== undefined && { login: leaf(parts.login) },
    ...parts.otherAddresses && { otherAddresses: parts.otherAddresses.map(leaf) },
    ...parts.employee !== undefined && { employee: leaf(parts.employee) },
  } as unknown as PersonEntry;
}

function settled(entries: readonly PersonEntry[]): Persons {
  const persons = new Persons(licenses, () => {});
  entries.forEach(entry => persons.add(entry));
  Array.from(persons.settle());
  return persons;
}

/** Who is who, as the groups of the indexes of entries. */
function groups(persons: Persons, entries: readonly PersonEntry[]): string[] {
  const byPerson = new Map<unknown, number[]>();
  entries.forEach((entry, index) => {
    const person = persons.of(entry) ?? entry;
    byPerson.set(person, [...(byPerson.get(person) ?? []), index]);
  });
  return [...byPerson.values()].map(members => members.join(' '));
}

/** The same, worked out the plain way: all pairs, until nothing more is joined. */
function groupsOfPairs(entries: readonly PersonEntry[]): string[] {
  const domains = new Map<string, Set<string>>();
  for (const { login } of entries) {
    const [domain, user] = login?.value.toLowerCase().split('\\') ?? [];
    if (domain !== undefined && user !== undefined) {
      domains.set(user, (domains.get(user) ?? new Set<string>()).add(domain));
    }
  }
  const formsOf = (id: string) => {
    const only = domains.get(id);
    return only?.size === 1 ? [id, `${[...only][0]!}\\${id}`] : [id];
  };
  const ids = entries.map(entry => new Set(identifiersOf(entry).flatMap(formsOf)));
  const group = entries.map((_, index) => index);
  for (let joined = true; joined;) {
    joined = false;
    for (let a = 0; a < entries.length; a++) {
      for (let b = 0; b < a; b++) {
        if (group[a] !== group[b] && [...ids[a]!].some(id => ids[b]!.has(id))) {
          const [from, to] = [group[a]!, group[b]!];
          group.forEach((each, index) => (group[index] = each === from ? to : each));
          joined = true;
        }
      }
    }
  }
  const members = new Map<number, number[]>();
  group.forEach((each, index) => members.set(each, [...(members.get(each) ?? []), index]));
  return [...members.values()].map(indexes => indexes.join(' '));
}

describe('Persons', () => {
  const same = (...parts: Parameters<typeof entryOf>[0][]) => {
    const entries = parts.map(entryOf);
    return groups(settled(entries), entries);
  };

  it('are joined by an equal address, login or staff number, one after the other', () => {
    assert.deepEqual(same({ email: 'anna@contoso.example' }, { email: ' ANNA@contoso.example' }), ['0 1']);
    assert.deepEqual(same({ email: 'a@x', otherAddresses: ['b@x'] }, { email: 'b@x', employee: '7' }, { login: 'C\\d', employee: '7' }), ['0 1 2']);
    assert.deepEqual(same({ email: '7' }, { employee: '7' }), ['0', '1']);
  });

  it('are one under a bare login only while one domain has it', () => {
    assert.deepEqual(same({ login: 'CONTOSO\\anna' }, { login: 'anna' }), ['0 1']);
    assert.deepEqual(same({ login: 'CONTOSO\\anna' }, { login: 'anna' }, { login: 'FABRIKAM\\anna' }), ['0', '1', '2']);
    assert.deepEqual(same({ login: 'CONTOSO\\anna' }, { login: 'FABRIKAM\\anna' }), ['0', '1']);
  });

  it('without any of these are nobody', () => {
    const nobody = entryOf({});
    assert.equal(settled([nobody]).of(nobody), undefined);
  });

  it('are named by each form of each identifier', () => {
    const entries = [entryOf({ login: 'CONTOSO\\anna', email: 'anna@contoso.example' })];
    const persons = settled(entries);
    for (const identifier of ['contoso\\ANNA', 'Anna', 'anna@contoso.example ']) {
      assert.equal(persons.named(identifier), persons.of(entries[0]!), identifier);
    }
    assert.equal(persons.named('jan'), undefined);
  });

  it('are those of all pairs, however entries come and go, and tell of each identifier that means another', () => {
    const random = new Random(20261124);
    const address = () => random.pick(['a@x', 'b@x', 'c@x', 'd@x', 'e@x', 'u1', 'u2']);
    const login = () => random.pick(['A\\', 'B\\', '']) + random.pick(['u1', 'u2', 'u3']);
    const part = <T>(chance: number, make: () => T) => (random.chance(chance) ? make() : undefined);
    for (let round = 0; round < 300; round++) {
      const forgotten = new Set<string>();
      const persons = new Persons(licenses, id => forgotten.add(id));
      let entries: PersonEntry[] = [];
      for (let step = 0; step < 12; step++) {
        const before = new Map([...['a@x', 'u1', 'u2', 'a\\u1', 'b\\u2']].map(id => [id, persons.named(id)]));
        for (let change = random.below(3); change >= 0; change--) {
          if (entries.length > 4 && random.chance(0.5)) {
            const [gone] = entries.splice(random.below(entries.length), 1);
            persons.delete(gone!);
          } else {
            const [email, name, others, employee] = [part(0.6, address), part(0.5, login), part(0.3, () => [address()]), part(0.2, () => String(random.below(3)))];
            const entry = entryOf({ ...email !== undefined && { email }, ...name !== undefined && { login: name }, ...others && { otherAddresses: others }, ...employee !== undefined && { employee } });
            entries = [...entries, entry];
            persons.add(entry);
          }
        }
        const changed = Array.from(persons.settle()).filter(person => !person.isEmpty);
        assert.deepEqual(groups(persons, entries).sort(), groupsOfPairs(entries).sort());
        for (const [id, person] of before) {
          const now = persons.named(id);
          assert.ok(now === person || forgotten.has(id) || changed.includes(now!), `"${id}" means another, and nobody was told`);
        }
      }
    }
  });
});
