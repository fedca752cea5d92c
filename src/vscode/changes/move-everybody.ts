import { formatDay, type Day } from '../../core/calendar';
import { normalize } from '../../core/register/identifier';
import { modelOf } from '../../core/licensing/license-type';
import { isGiven } from '../../core/register/model';
import { Pool } from '../../core/subjects/pool';
import { holderNameOf } from '../../core/findings/related';
import { counted, quote, say } from '../../core/text/sentence';
import { moveEverybody, moversOf } from '../../features/changes/move-everybody';
import { seatsOn } from '../../features/changes/seats-on';
import { confirm } from '../dialog';
import { poolChoices, poolOf } from './ask-license';
import { askReason } from './ask-reason';
import { rowOf } from './choose-assignment';
import { askDay } from './questions';
import type { Known, Wizard } from './wizard';

/** Asks from which purchase to which other one everybody moves, on which day and why; shows who that is before. */
export const moveAll: Wizard = async (dialog, known) => {
  const { context } = known;
  const cals = context.pools.filter(({ type }) => type.kind !== 'server');
  const running = (pool: Pool) => moversOf(pool, Infinity, context).length;
  const held = cals.filter(pool => running(pool) > 0);
  if (held.length === 0) {
    return () => ({ problem: say`Nobody holds a seat of a purchase of this register: there is nobody to move.` });
  }
  const from = poolOf(known) ?? (await dialog.pick('From which purchase does everybody move?', held.map(pool => ({
    label: pool.id, description: `${pool.type.name} · ${counted(running(pool), 'assignment', 'assignments').text}`, answer: pool,
  }))));
  const day = from && (await askDay(dialog, `On which day do they move from ${quote(from.id)}?`, context.today));
  const to = day === undefined ? undefined : await dialog.pick('To which purchase?', poolChoices(cals.filter(pool => pool !== from), day, known));
  const reason = to && (await askReason(dialog, 'Why do their assignments end?', day!, context.settings.reassignmentDays, undefined, 'replaced'));
  if (reason === undefined) {
    return undefined;
  }
  const movers = moversOf(from!, day!, context);
  if (movers.length === 0) {
    return () => ({ problem: say`Nobody holds a seat of ${quote(from!.id)} since before ${formatDay(day!)} without an end: there is nobody to move.` });
  }
  const count = counted(movers.length, 'assignment', 'assignments').text;
  const isConfirmed = await confirm(
    dialog,
    `Move ${count} from ${quote(from!.id)} to ${quote(to!.id)}?`,
    `$(check) Move ${count} on ${formatDay(day!)}`,
    warningsOf(from!, to!, day!, movers.length, known),
    movers.map(mover => ({ label: holderNameOf(mover), detail: rowOf(mover) })),
  );
  const same = (pool: Pool) => (each: Pool) => each.id === pool.id && each.type === pool.type;
  return isConfirmed ? now => {
    const move = { from: now.pools.find(same(from!)), to: now.pools.find(same(to!)), day: day!, reason };
    return move.from && move.to && moversOf(move.from, day!, now).length === movers.length
      ? moveEverybody({ ...move, from: move.from, to: move.to }, now)
      : { problem: say`The register has changed meanwhile, so nobody was moved: run the command again.` };
  } : undefined;
};

function tellMissing({ id }: Pool, free: number, count: number): string {
  const left = free > 0 ? counted(free, 'seat', 'seats').text : 'no seat';
  return `${quote(id)} has ${left} free from that day on: ${counted(count - free, 'seat is', 'seats are').text} missing.`;
}

function warningsOf(from: Pool, to: Pool, day: Day, count: number, { context, contents }: Known): string[] {
  const seats = seatsOn(to, day, context);
  const later = [...from.seats.holders].filter(each => each.assigned!.value >= day || (isGiven(each, 'ended') && !(each.ended && each.ended.value <= day))).length;
  const unfit = contents.entries.assignment.filter(each => !isGiven(each, 'ended') && each.purchase && normalize(each.purchase.value) === normalize(from.id) && !(context.licenses.holdingOf(each) instanceof Pool)).length;
  return [
    ...(seats && seats.free < count ? [tellMissing(to, seats.free, count)] : []),
    ...(to.firstLine.date && to.firstLine.date.value > day ? [`${quote(to.id)} was bought later, on ${formatDay(to.firstLine.date.value)}.`] : []),
    ...(modelOf(from.type) !== modelOf(to.type) || tierOf(from) !== tierOf(to) ? [`They hold ${from.type.name} now, and would get ${to.type.name}.`] : []),
    ...stays(later, 'begins on that day or later, or has an end already', 'begin on that day or later, or have an end already'),
    ...stays(unfit, `of ${quote(from.id)} has a mistake`, `of ${quote(from.id)} have mistakes`),
  ];
}

/** Says of some assignments that they don't move, and why. */
function stays(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [count === 1 ? `1 assignment ${one}: it stays as it is.` : `${count} assignments ${many}: they stay as they are.`];
}

function tierOf({ type }: Pool): string | undefined {
  return type.kind === 'cal' || type.kind === 'suite' ? type.tier : undefined;
}
