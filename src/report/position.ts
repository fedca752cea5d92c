import type { Day } from '../core/calendar';
import type { RegisterCheck } from '../core/check';
import type { RegisterContents } from '../core/contents';
import { compareWithExchange } from '../exchange/comparison/comparison';
import { finish } from '../exchange/steps';
import { causesOf, type Cause } from './causes';
import { exchangeOf, type ExchangePosition } from './exchange';
import { holdersOf, type DevicePosition, type EndedSeat, type PersonPosition } from './holders';
import { limitsOf } from './limits';
import { purchasesOf, type PoolPosition, type Product } from './purchases';
import { serversOf, type ServerPosition } from './servers';
import { uncountedOf, type Uncounted } from './uncounted';

/** Where something stands: the file as it is shown, and the line from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** The license position of a register on one day. Texts are as the register has them. */
export interface Position {
  readonly organization: string | undefined;
  /** The day it speaks of, and the day it was made on. */
  readonly day: Day;
  readonly madeOn: Day;
  /** The files of the register as they are shown, the main one first. */
  readonly files: readonly string[];
  readonly products: readonly Product[];
  readonly pools: readonly PoolPosition[];
  readonly people: readonly PersonPosition[];
  readonly devices: readonly DevicePosition[];
  readonly servers: readonly ServerPosition[];
  /** Assignments that had ended by that day. */
  readonly ended: readonly EndedSeat[];
  /** Entries that the figures leave out. */
  readonly uncounted: readonly Uncounted[];
  /** Against exports of Exchange that tell of CALs, mailboxes or servers; undefined where the register names none. */
  readonly exchange: ExchangePosition | undefined;
  readonly causes: readonly Cause[];
  /** What can't be known for that day, a sentence each. */
  readonly limits: readonly string[];
}

/** What a position depends on beside the register. */
export interface PositionOptions {
  /** The day on which it is made. */
  readonly madeOn: Day;
  /** How a file of the register is shown. */
  readonly nameOf: (path: string) => string;
}

/** What the parts of a position are made from. */
export interface Source extends RegisterContents {
  readonly madeOn: Day;
  readonly placeIn: (place: { readonly path: string; readonly line: number }) => Place;
}

/**
 * The license position by a check that has been worked off, on the day that counts as its today; undefined before.
 * For a day gone by the check must leave out what begins later.
 */
export function positionOf(check: Pick<RegisterCheck, 'contents' | 'paths' | 'findings'>, { madeOn, nameOf }: PositionOptions): Position | undefined {
  const contents = check.contents();
  if (!contents) {
    return undefined;
  }
  const source: Source = { ...contents, madeOn, placeIn: ({ path, line }) => ({ path: nameOf(path), line: line + 1 }) };
  const { products, pools, poolOfServer } = purchasesOf(source);
  const comparison = finish(compareWithExchange(contents));
  const uncounted = uncountedOf(source, poolOfServer);
  return {
    organization: contents.organization,
    day: contents.today,
    madeOn,
    files: check.paths().map(nameOf),
    products,
    pools,
    ...holdersOf(source),
    servers: serversOf(source, poolOfServer),
    uncounted,
    exchange: comparison && exchangeOf(comparison),
    causes: causesOf(check.paths().flatMap(path => check.findings(path).map(finding => ({ finding, place: source.placeIn({ path, line: finding.range.start.line }) })))),
    limits: limitsOf(source),
  };
}
