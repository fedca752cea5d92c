import type { Holder } from '../subjects/holder';
import { isGiven, type Assignment } from '../register/model';
import type { Context } from '../rule';

/** Who holds an assignment: the device that it names, else the person; undefined where nothing tells. */
export function holderOf(assignment: Assignment, { persons, devices }: Pick<Context, 'persons' | 'devices'>): Holder | undefined {
  if (assignment.device) {
    return devices.named(assignment.device.value);
  }
  return isGiven(assignment, 'device') ? undefined : persons.of(assignment);
}
