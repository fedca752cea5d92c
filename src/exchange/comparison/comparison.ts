import type { Day } from '../../core/calendar';
import type { RegisterContents } from '../../core/contents';
import { compareServers, type ServerComparison } from './compare-servers';
import { reconcile, type Reconciliation } from './reconcile';
import type { Steps } from '../steps';

/** A register against what exports of Exchange say. */
export interface Comparison {
  /** The days on which the exports were made, as far as the register says, ascending. */
  readonly taken: readonly Day[];
  /** By kind of CAL, as far as exports speak of it. */
  readonly cals: readonly Reconciliation[];
  /** Undefined where no export lists servers. */
  readonly servers: ServerComparison | undefined;
}

/** Compares a register that was checked with the exports that it names; undefined where none tells of CALs, mailboxes or servers. */
export function* compareWithExchange(contents: RegisterContents): Steps<Comparison | undefined> {
  const telling = contents.exports.filter(({ cals, mailboxes, servers }) => cals ?? mailboxes ?? servers);
  if (telling.length === 0) {
    return undefined;
  }
  return {
    taken: [...new Set(telling.flatMap(({ taken }) => taken ?? []))].sort((a, b) => a - b),
    cals: yield* reconcile(contents),
    servers: compareServers(contents),
  };
}
