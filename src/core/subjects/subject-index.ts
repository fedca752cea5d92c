import type { LicenseType } from '../licensing/license-type';
import { normalize } from '../register/identifier';
import type { Assignment, Device, Purchase, Server } from '../register/model';
import { LicenseTypeSubject } from './license-type-subject';
import { NameSubject, Wording } from './namesakes';
import { Order } from './order';
import type { AnySubject } from './subjects';

/** The subjects that are found by a text or type of their entries: each is made when it is asked for first, and kept until it is empty. */
export class SubjectIndex {
  readonly orders = new Map<string, Order>();
  readonly types = new Map<LicenseType, LicenseTypeSubject>();
  private readonly wordings = new Map<string, Wording>();
  private readonly names = new Map<string, NameSubject>();

  order(id: string): Order {
    const key = normalize(id);
    return getOrMake(this.orders, key, () => new Order(key));
  }

  type(type: LicenseType): LicenseTypeSubject {
    return getOrMake(this.types, type, () => new LicenseTypeSubject(type));
  }

  wording(entry: Purchase | Assignment): Wording {
    const key = normalize(entry.type!.value);
    return getOrMake(this.wordings, key, () => new Wording(key));
  }

  name(entry: Server | Device): NameSubject {
    const key = `${entry.entryKind} ${entry.name ? normalize(entry.name.value) : ''}`;
    return getOrMake(this.names, key, () => new NameSubject(key));
  }

  /** Forgets one that is empty; those that are found otherwise are none of it. */
  forget(subject: AnySubject): void {
    switch (subject.scope) {
      case 'order': this.orders.delete(subject.key); break;
      case 'type': this.types.delete(subject.type); break;
      case 'wording': this.wordings.delete(subject.key); break;
      case 'name': this.names.delete(subject.key); break;
      default:
    }
  }
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
