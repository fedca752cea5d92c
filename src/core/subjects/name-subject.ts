import type { Device, Server } from '../register/model';
import { Subject } from './subject';

/** All servers, or all devices, of one name. */
export class NameSubject extends Subject {
  readonly scope = 'name';

  constructor(readonly key: string) {
    super();
  }

  readonly entries = new Set<Server | Device>();

  override get isEmpty(): boolean {
    return this.entries.size === 0;
  }
}
