import type { Day } from './calendar';
import type { SectionKey } from './register/fields';
import type { Entry } from './register/model';
import type { Segment } from './document/segment';
import type { RegisterSettings } from './register/settings';
import type { Subjects } from './subjects/subjects';

/** A position in a checked register, with what is known there. */
export interface Spot {
  readonly segment: Segment;
  /** In UTF-16 units from the segment's start. */
  readonly offset: number;
  /** The entry that counts and starts at or before the position; undefined where none does. */
  readonly entry: Entry | undefined;
  /** The day that counts as today. */
  readonly today: Day;
  readonly settings: RegisterSettings;
  /** The sections that are there. */
  readonly sections: ReadonlySet<SectionKey>;
  readonly subjects: Pick<Subjects, 'persons' | 'devices' | 'pools' | 'licenseTypes' | 'typeOf' | 'holdingOf' | 'isSound' | 'covers'>;
}
