import type { Assignment, Purchase } from '../register/model';
import { Subject } from './subject';

/** One text that can't be read as a license type, with the entries that have it. */
export class Wording extends Subject {
  readonly scope = 'wording';

  constructor(readonly key: string) {
    super();
  }

  readonly entries = new Set<Purchase | Assignment>();

  override get isEmpty(): boolean {
    return this.entries.size === 0;
  }
}
