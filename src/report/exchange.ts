import type { Comparison } from '../exchange/comparison/comparison';
import type { Reconciliation, Unneeded } from '../exchange/comparison/reconcile';
import { accountsOf, namesOf } from './holders';

/** Somebody who holds a CAL by the register and seems to need none by Exchange. */
export interface UnneededCal extends Pick<Unneeded, 'trace' | 'isCounted'> {
  /** As the assignments have it, several where they differ. */
  readonly names: readonly string[];
  /** Addresses and logins. */
  readonly accounts: readonly string[];
}

/** A register against what exports of Exchange say. */
export interface ExchangePosition extends Omit<Comparison, 'cals'> {
  readonly cals: readonly (Omit<Reconciliation, 'unneeded'> & { readonly unneeded: readonly UnneededCal[] })[];
}

/** A comparison with people by their names. */
export function exchangeOf(comparison: Comparison): ExchangePosition {
  return {
    ...comparison,
    cals: comparison.cals.map(each => ({
      ...each,
      unneeded: each.unneeded.map(({ trace, isCounted, assignments }) => ({ names: namesOf(assignments), accounts: accountsOf(assignments), trace, isCounted })),
    })),
  };
}
