import type { Purchase, Server } from '../register/model';
import { Subject } from './subject';

/** Figures about the whole register. */
export class RegisterSubject extends Subject {
  readonly scope = 'register';
  /** Purchases of CALs or suites, and of server licenses. */
  readonly calPurchases = new Set<Purchase>();
  readonly serverPurchases = new Set<Purchase>();
  readonly purchases = new Set<Purchase>();
  readonly servers = new Set<Server>();

  override get isEmpty(): boolean {
    return false;
  }
}
