import type { Day } from '../calendar';
import { DeviceHolder, type Licenses, type Person } from './holder';
import { normalize } from '../register/identifier';
import type { Assignment, Device } from '../register/model';
import { Multimap } from '../collections/multimap';
import type { Persons } from './persons';

/** Devices by their names, and who uses them. */
export class Devices {
  private readonly byName = new Map<string, DeviceHolder>();
  private readonly byUser = new Multimap<string, DeviceHolder>();

  constructor(private readonly licenses: Licenses, private readonly persons: Persons) {}

  /** Takes in an entry that describes a device, or one that assigns it a CAL, and gives the device; undefined where it isn't named. */
  add(entry: Device | Assignment): DeviceHolder | undefined {
    const name = nameIn(entry);
    if (name === undefined) {
      return undefined;
    }
    let device = this.byName.get(name);
    if (!device) {
      device = new DeviceHolder(name, this.licenses);
      this.byName.set(name, device);
    }
    if (entry.entryKind === 'device') {
      device.entries.add(entry);
      usersIn(entry).forEach(user => this.byUser.add(user, device));
    } else {
      device.assignments.add(entry);
    }
    return device;
  }

  /** Takes an entry out again, and gives the device that it was of. */
  delete(entry: Device | Assignment): DeviceHolder | undefined {
    const name = nameIn(entry);
    const device = name === undefined ? undefined : this.byName.get(name);
    if (!device) {
      return undefined;
    }
    if (entry.entryKind === 'device') {
      device.entries.delete(entry);
      const others = new Set([...device.entries].flatMap(usersIn));
      usersIn(entry).filter(user => !others.has(user)).forEach(user => this.byUser.delete(user, device));
    } else {
      device.assignments.delete(entry);
    }
    if (device.isEmpty) {
      this.byName.delete(device.key);
    }
    return device;
  }

  named(name: string): DeviceHolder | undefined {
    return this.byName.get(normalize(name));
  }

  get all(): Iterable<DeviceHolder> {
    return this.byName.values();
  }

  /** The devices that a person is listed to use. */
  usedBy(person: Person): Set<DeviceHolder> {
    const devices = new Set<DeviceHolder>();
    if (!this.byUser.isEmpty) {
      for (const id of this.persons.identifiersOf(person)) {
        for (const device of this.byUser.get(id)) {
          devices.add(device);
        }
      }
    }
    return devices;
  }

  /** Whether a person uses a device that is covered on a day, or may be, since one of its assignments is broken. */
  mayCover(person: Person, day: Day): boolean {
    for (const device of this.usedBy(person)) {
      if (device.mayBeCovered('standard', day)) {
        return true;
      }
    }
    return false;
  }

  /** The devices that list somebody under an identifier. */
  listing(identifier: string): Iterable<DeviceHolder> {
    return this.byUser.get(identifier);
  }
}

/** The identifiers under which a device lists its users, normalized. */
export function usersIn(device: Device): string[] {
  return (device.users ?? []).map(({ value }) => normalize(value));
}

function nameIn(entry: Device | Assignment): string | undefined {
  const name = entry.entryKind === 'device' ? entry.name : entry.device;
  return name && normalize(name.value);
}
