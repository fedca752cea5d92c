import { daysTaken } from '../../core/licensing/assignment-days';
import { formatDay, includesDay, type Day } from '../../core/calendar';
import { readLicenseType } from '../../core/register/settings';
import { tiers } from '../../core/licensing/license-type';
import { quote } from '../../core/text/sentence';
import { assignCals } from '../../features/changes/assign-cals';
import type { NewHolder } from '../../features/changes/holder';
import { seatsOn } from '../../features/changes/seats-on';
import { confirm } from '../dialog';
import { askHolder, nameOf } from './ask-holder';
import { askLicense, type License } from './ask-license';
import { askDay } from './questions';
import type { Known, Wizard } from './wizard';

/** Asks who gets which CAL from which day on. */
export const assignCal: Wizard = async (dialog, known) => {
  const holder = await askHolder(dialog, 'Who gets a CAL? Type a name, an address or a device.', known);
  const day = holder && (await askDay(dialog, `From which day on does ${nameOf(holder)} hold it?`, known.context.today));
  const license = day === undefined ? undefined : await askLicense(dialog, nameOf(holder!), holder!.device !== undefined, day, known);
  if (!license) {
    return undefined;
  }
  const warnings = warningsOf(holder!, day!, license, known);
  if (warnings.length > 0 && !(await confirm(dialog, 'There is something to know first.', '$(check) Assign it all the same', warnings))) {
    return undefined;
  }
  const { type, purchase, seat } = license;
  return context => assignCals([{ ...holder, type, assigned: day, purchase, seat }], context);
};

function warningsOf(holder: NewHolder, day: Day, { type, pool }: License, { context }: Known): string[] {
  const warnings: string[] = [];
  const seats = pool && seatsOn(pool, day, context);
  if (seats && seats.free <= 0) {
    warnings.push(`${quote(pool.id)} has no seat free from ${formatDay(day)} on: all ${seats.held} are taken.`);
  }
  if (pool?.firstLine.date && pool.firstLine.date.value > day) {
    warnings.push(`${quote(pool.id)} was bought later, on ${formatDay(pool.firstLine.date.value)}.`);
  }
  const given = readLicenseType(type, context.settings);
  const { licenses, persons, devices } = context;
  const owner = holder.device === undefined ? persons.named(holder.email ?? holder.login ?? '') : devices.named(holder.device);
  for (const assignment of owner?.assignments ?? []) {
    const held = licenses.isSound(assignment) && includesDay(daysTaken(assignment), day) ? licenses.typeOf(assignment) : undefined;
    if (held && given && tiers.some(tier => licenses.covers(held, tier) && licenses.covers(given, tier))) {
      warnings.push(`${nameOf(holder)} holds ${held.name} already, since ${formatDay(assignment.assigned!.value)}.`);
    }
  }
  return warnings;
}
