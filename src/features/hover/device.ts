import { byAssigned } from '../../core/licensing/assignment-days';
import type { DeviceHolder } from '../../core/subjects/holder';
import { normalize } from '../../core/register/identifier';
import type { Spot } from '../../core/spot';
import { describeAssignment, tellAssignments } from './assignments';
import { listed } from './listed';

/** Whether a device is covered today, who uses it, and what it holds or held. */
export function tellDevice(name: string, spot: Spot): string[] {
  const device = spot.subjects.devices.named(name);
  return device ? [tellCover(device, spot), ...tellUsers(device, spot), ...tellAssignments(device, spot)] : [];
}

/** The name of a device as the register has it first. */
export function nameOfDevice({ entries, assignments, key }: DeviceHolder): string {
  const [entry] = entries;
  const [assignment] = assignments;
  return (entry?.name ?? assignment?.device)?.value ?? key;
}

function tellCover(device: DeviceHolder, spot: Spot): string {
  const { today } = spot;
  const [covering] = [...device.coveringAssignments('standard', today)].sort(byAssigned);
  if (covering) {
    return `Covered today by ${describeAssignment(covering, spot)}.`;
  }
  return device.mayBeCovered('standard', today) ? "An assignment can't be read, so it isn't known whether this device is covered." : 'No Device CAL covers it today.';
}

function tellUsers(device: DeviceHolder, { subjects: { persons }, today, sections }: Spot): string[] {
  const users = [...new Map([...device.entries].flatMap(({ users: some = [] }) => some.map(({ value }) => [normalize(value), value] as const))).values()];
  if (users.length === 0) {
    return [];
  }
  const told = [`Used by ${listed(users, users.length)}.`];
  if (!device.mayBeCovered('standard', today) && sections.has('assignments')) {
    const uncovered = users.filter(user => {
      const person = persons.named(user);
      return !person || !(person.mayBeCovered('standard', today) || person.needsNoCal(today));
    });
    told.push(uncovered.length === 0 ? 'All of them are covered by CALs of their own, or need none.' : `Of them, no CAL of their own covers ${listed(uncovered, uncovered.length)}.`);
  }
  return told;
}
