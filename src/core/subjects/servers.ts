import type { Day } from '../calendar';
import { versions, type Version } from '../licensing/license-type';
import type { Server } from '../register/model';
import { isHosting } from '../licensing/server';

/** What is known of all servers together. */
export class Servers {
  private readonly hostingByVersion = new Map<Version, number>();

  constructor(private readonly today: Day) {}

  add(server: Server): void {
    this.count(server, 1);
  }

  delete(server: Server): void {
    this.count(server, -1);
  }

  /** The newest version among the servers that hold mailboxes today; undefined where none is known. */
  get newest(): Version | undefined {
    return versions.findLast(version => this.hostingByVersion.has(version));
  }

  private count(server: Server, by: 1 | -1): void {
    if (!server.version || !isHosting(server, this.today)) {
      return;
    }
    const version = server.version.value as Version;
    const count = (this.hostingByVersion.get(version) ?? 0) + by;
    if (count > 0) {
      this.hostingByVersion.set(version, count);
    } else {
      this.hostingByVersion.delete(version);
    }
  }
}
