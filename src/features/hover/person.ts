import { byAssigned } from '../../core/licensing/assignment-days';
import { formatDay } from '../../core/calendar';
import type { DeviceHolder, Person } from '../../core/subjects/holder';
import { isGiven, type Entry } from '../../core/register/model';
import type { Spot } from '../../core/spot';
import { describeAssignment, tellAssignments } from './assignments';
import { nameOfDevice } from './device';

/**
 * Whether a person is covered today and by what, and what they hold or held.
 * @param who an address or login, or an entry of the person
 */
export function tellPerson(who: string | Entry, spot: Spot): string[] {
  const person = typeof who === 'string' ? spot.subjects.persons.named(who) : personIn(who, spot);
  return person ? [...tellCover(person, spot), ...tellAssignments(person, spot)] : [];
}

function personIn(entry: Entry, { subjects: { persons } }: Spot): Person | undefined {
  return entry.entryKind === 'assignment' && !isGiven(entry, 'device') ? persons.of(entry) : undefined;
}

function tellCover(person: Person, spot: Spot): string[] {
  const { today, subjects } = spot;
  const [standard] = [...person.coveringAssignments('standard', today)].sort(byAssigned);
  const [enterprise] = [...person.coveringAssignments('enterprise', today)].sort(byAssigned);
  const told: string[] = [];
  if (standard) {
    told.push(`Covered today by ${describeAssignment(standard, spot)}.`);
  } else if (person.needsNoCal(today)) {
    told.push(tellNoCal(person, spot));
  } else if (person.mayBeCovered('standard', today)) {
    told.push("An assignment can't be read, so it isn't known whether this person is covered.");
  } else {
    const devices = [...subjects.devices.usedBy(person)].filter(device => device.isCovered('standard', today));
    told.push(devices.length > 0 ? tellDevices(devices, spot) : tellLack(person, spot));
  }
  if (enterprise && enterprise !== standard) {
    told.push(`For the enterprise features: ${describeAssignment(enterprise, spot)}.`);
  }
  return told;
}

function tellNoCal(person: Person, { today }: Spot): string {
  const { reason, until } = person.noCals.find(each => !each.until || each.until.value >= today)!;
  return `Needs no CAL of their own today, as recorded under \`noCal\`${reason ? ` ("${reason.value}"${until ? ` until ${formatDay(until.value)}` : ''})` : ''}.`;
}

function tellDevices(devices: readonly DeviceHolder[], spot: Spot): string {
  const [device] = devices as [DeviceHolder];
  const [assignment] = [...device.coveringAssignments('standard', spot.today)].sort(byAssigned);
  return `No CAL of their own covers them today, but the device ${nameOfDevice(device)} that they use: ${describeAssignment(assignment!, spot)}.`;
}

/** Why no assignment covers a person today. */
function tellLack(person: Person, { today, subjects }: Spot): string {
  const lack = 'No CAL of their own covers them today';
  const sound = person.assignments.filter(each => subjects.isSound(each) && !each.device).sort(byAssigned);
  const next = sound.find(({ assigned }) => assigned!.value > today);
  const ended = sound.flatMap(each => (each.ended && each.ended.value < today ? [each.ended.value] : []));
  if (next) {
    return `${lack}: the next one is assigned on ${formatDay(next.assigned!.value)}.`;
  }
  if (sound.length === 0) {
    return `${lack}: none is assigned to them.`;
  }
  return ended.length === sound.length ? `${lack}: the last one ended on ${formatDay(Math.max(...ended))}.` : `${lack}: what they hold doesn't cover the standard features for a person.`;
}
