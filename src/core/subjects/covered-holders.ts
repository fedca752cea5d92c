import type { Day } from '../calendar';
import type { DeviceHolder, Person } from './holder';

/** How many are covered by the standard features today, each by an assignment of their own. */
export interface CoveredCounts {
  readonly people: number;
  readonly devices: number;
}

/** Who is covered, kept as people and devices are checked: to count them asks for no walk over all. */
export class CoveredHolders {
  private readonly people = new Set<Person>();
  private readonly devices = new Set<DeviceHolder>();

  get counts(): CoveredCounts {
    return { people: this.people.size, devices: this.devices.size };
  }

  /** Takes in a person or device of which something changed, or that is gone. */
  note(holder: Person | DeviceHolder, today: Day): void {
    const covered: Set<Person | DeviceHolder> = holder.scope === 'person' ? this.people : this.devices;
    if (!holder.isEmpty && holder.isCovered('standard', today)) {
      covered.add(holder);
    } else {
      covered.delete(holder);
    }
  }

  clear(): void {
    this.people.clear();
    this.devices.clear();
  }
}
