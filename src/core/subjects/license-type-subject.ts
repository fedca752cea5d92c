import { LeftOver } from './left-over';
import type { LicenseType } from '../licensing/license-type';
import type { Assignment } from '../register/model';
import { Seats, type Pool } from './pool';
import { Subject } from './subject';

/** One readable license type: its pools, and the assignments of it that no pool holds. */
export class LicenseTypeSubject extends Subject {
  readonly scope = 'type';
  readonly pools = new Set<Pool>();
  /** What its pools have left. It is kept while somebody names no purchase. */
  readonly leftOver = new LeftOver();
  /** The assignments that name no purchase. */
  readonly unnamed = new Seats();
  /** They, and those whose purchase has no pool for them. */
  readonly outsidePools = new Set<Assignment>();

  constructor(readonly type: LicenseType) {
    super();
  }

  override get isEmpty(): boolean {
    return this.pools.size === 0 && this.outsidePools.size === 0;
  }
}
