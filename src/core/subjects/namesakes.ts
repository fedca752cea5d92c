import type { Assignment, Device, Entry, Purchase, Server } from '../register/model';
import { Subject } from './subject';

/** Entries that have one text in common. */
abstract class Namesakes<E extends Entry> extends Subject {
  readonly entries = new Set<E>();

  /** @param key the text, normalized, with whatever else they must have in common */
  constructor(readonly key: string) {
    super();
  }

  override get isEmpty(): boolean {
    return this.entries.size === 0;
  }
}

/** All servers, or all devices, of one name. */
export class NameSubject extends Namesakes<Server | Device> {
  readonly scope = 'name';
}

/** One text that can't be read as a license type, with the entries that have it. */
export class Wording extends Namesakes<Purchase | Assignment> {
  readonly scope = 'wording';
}
