import { put } from '../collections/put';
import { normalize } from '../register/identifier';
import type { Assignment } from '../register/model';
import type { Persons } from './persons';
import { Subject } from './subject';

/** Assignments whose people may be one person: they have one name, or one address but for a `+tag`. */
export class Likeness extends Subject {
  readonly scope = 'likeness';
  /** Those of one name; or those with a tag in the address, beside which the one without counts. */
  private readonly members = new Set<Assignment>();

  /** @param untagged the address that they share, for a likeness of addresses */
  constructor(readonly key: string, readonly untagged: string | undefined, private readonly all: Likenesses) {
    super();
  }

  override get isEmpty(): boolean {
    return this.members.size === 0;
  }

  put(assignment: Assignment, isThere: boolean): void {
    put(this.members, assignment, isThere);
  }

  /** The assignments that are alike, in no particular order. */
  assignments(persons: Persons): Set<Assignment> {
    const { untagged } = this;
    const plain = untagged === undefined ? [] : persons.named(untagged)?.assignments.filter(assignment => addressesOf(assignment).includes(untagged)) ?? [];
    return new Set([...this.members, ...plain]);
  }

  /** The likenesses of an assignment that go before this one, so that one can speak for all. */
  before(assignment: Assignment): Likeness[] {
    const all = this.all.of(assignment);
    return all.slice(0, all.indexOf(this));
  }
}

/** The likenesses among assignments, as they come and go. A name that one assignment alone has is no subject yet. */
export class Likenesses {
  private readonly byName = new Map<string, Assignment | Likeness>();
  private readonly byAddress = new Map<string, Likeness>();

  put(assignment: Assignment, isThere: boolean): void {
    if (assignment.name) {
      this.putName(normalize(assignment.name.value), assignment, isThere);
    }
    for (const address of untaggedAddresses(assignment)) {
      const likeness = this.byAddress.get(address) ?? new Likeness(address, address, this);
      likeness.put(assignment, isThere);
      if (likeness.isEmpty) {
        this.byAddress.delete(address);
      } else {
        this.byAddress.set(address, likeness);
      }
    }
  }

  /** Whether addresses have tags at all: else an assignment has one likeness at most. */
  get haveTags(): boolean {
    return this.byAddress.size > 0;
  }

  /** The likenesses in which an assignment is: that of its name first. */
  of(assignment: Assignment): Likeness[] {
    const byName = assignment.name && this.byName.get(normalize(assignment.name.value));
    const addresses = this.haveTags ? new Set(addressesOf(assignment).map(address => untagged(address) ?? address)) : [];
    const byAddress = [...addresses].flatMap(address => this.byAddress.get(address) ?? []);
    return byName instanceof Likeness ? [byName, ...byAddress] : byAddress;
  }

  /** The likeness of addresses that are this one but for a `+tag`. */
  ofAddress(identifier: string): Likeness | undefined {
    return this.byAddress.get(identifier);
  }

  private putName(name: string, assignment: Assignment, isThere: boolean): void {
    const existing = this.byName.get(name);
    if (existing instanceof Likeness) {
      existing.put(assignment, isThere);
      if (existing.isEmpty) {
        this.byName.delete(name);
      }
    } else if (!isThere) {
      this.byName.delete(name);
    } else if (existing) {
      const likeness = new Likeness(name, undefined, this);
      likeness.put(existing, true);
      likeness.put(assignment, true);
      this.byName.set(name, likeness);
    } else {
      this.byName.set(name, assignment);
    }
  }
}

/** The addresses of an assignment that have a tag, without it: `anna@contoso.example` for `anna+x@contoso.example`. */
function untaggedAddresses(assignment: Assignment): readonly string[] {
  const { email, otherAddresses } = assignment;
  // Few addresses have a tag, and to look for one takes less time than to compare.
  if (!email?.value.includes('+') && !otherAddresses?.some(({ value }) => value.includes('+'))) {
    return none;
  }
  return [...new Set(addressesOf(assignment).flatMap(address => untagged(address) ?? []))];
}

const none: readonly never[] = [];

function addressesOf({ email, otherAddresses = [] }: Assignment): string[] {
  return [...email ? [email] : [], ...otherAddresses].map(({ value }) => normalize(value));
}

/** An address without its `+tag`; undefined for one that has none. */
function untagged(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const plus = address.indexOf('+');
  return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : undefined;
}
