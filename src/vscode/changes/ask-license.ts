import { formatDay, type Day } from '../../core/calendar';
import { firstFreeSeat } from '../../core/fixes/next-seat';
import { canonicalLicenseTypes, modelOf, parseLicenseType, type LicenseType } from '../../core/licensing/license-type';
import type { Pool } from '../../core/subjects/pool';
import { seatsOn } from '../../features/changes/seats-on';
import type { Choice, Dialog } from '../dialog';
import { askOptionalText } from './questions';
import type { Known } from './wizard';

/** What an assignment is of. */
export interface License {
  readonly type: string;
  readonly purchase?: string | undefined;
  readonly seat?: string | undefined;
  /** The purchase, where the register has it. */
  readonly pool?: Pool;
}

/** Asks of which license an assignment is: one with a purchase and the seats that it has free from a day on, or any. */
export async function askLicense(dialog: Dialog, holder: string, isDevice: boolean, day: Day, known: Known): Promise<License | undefined> {
  const suits = (type: LicenseType) => type.kind !== 'server' && modelOf(type) !== (isDevice ? 'user' : 'device');
  const asked = known.entry?.entryKind === 'purchase' ? poolOf(known) : undefined;
  const answer = asked ?? (await dialog.pick<Pool | string>(`Which license does ${holder} get?`, [
    ...poolChoices(known.context.pools.filter(({ type }) => suits(type)), day, known),
    ...canonicalLicenseTypes.filter(name => suits(parseLicenseType(name)!) && parseLicenseType(name)!.kind !== 'plan').map(name => ({ label: name, group: 'Without a purchase of this register', answer: name })),
  ]));
  if (answer === undefined) {
    return undefined;
  }
  if (typeof answer === 'string') {
    const purchase = await askOptionalText(dialog, 'Which purchase does it come from?', 'The number of the purchase document or order.');
    return purchase && { type: answer, purchase: purchase.text };
  }
  const license = { type: answer.firstLine.type!.value, purchase: answer.id, pool: answer };
  if (answer.seats.numbered.size === 0) {
    return license;
  }
  const free = firstFreeSeat(answer, [{ start: day, end: Infinity }], known.context);
  const seat = await dialog.ask('Which seat?', 'The first seat that nobody has from that day on is filled in. Leave it empty to name none.', { value: free === undefined ? '' : `${free}` });
  return seat === undefined ? undefined : { ...license, seat: seat.trim() || undefined };
}

/** The pool of the purchase that a command was called for; undefined where it holds no CALs. */
export function poolOf({ context, entry }: Known): Pool | undefined {
  return context.pools.find(({ type, lines, repeated }) => type.kind !== 'server' && [...lines, ...repeated].some(line => line === entry));
}

/** Purchases to choose from, those with free seats first. */
export function poolChoices(pools: readonly Pool[], day: Day, { context }: Known): Choice<Pool>[] {
  const choices = pools.map(pool => {
    const seats = seatsOn(pool, day, context);
    const isFull = seats !== undefined && seats.free <= 0;
    return {
      label: pool.id, description: seats ? `${seats.isAtMost && !isFull ? 'at most ' : ''}${Math.max(seats.free, 0)} of ${seats.held} free` : 'how many are free is not known', detail: pool.type.name,
      group: isFull ? `None free from ${formatDay(day)} on` : `Free from ${formatDay(day)} on`, isFull, answer: pool,
    };
  });
  return [...choices.filter(({ isFull }) => !isFull), ...choices.filter(({ isFull }) => isFull)];
}
