import type { Day } from './calendar';
import type { CoveredCounts } from './subjects/covered-holders';
import type { SectionKey } from './register/fields';
import type { Pool } from './subjects/pool';
import type { Place } from './document/segment';
import type { RegisterSettings } from './register/settings';
import type { Subjects } from './subjects/subjects';

/** What can be told of a checked register in little time, however many entries it has: for whoever tells it after each edit. */
export interface RegisterOverview {
  /** The day that counts as today. */
  readonly today: Day;
  readonly settings: RegisterSettings;
  /** The sections that are there, in any of its files, if only as an empty list; none in a plain list that is the whole register. */
  readonly sections: ReadonlySet<SectionKey>;
  /** The keys of its main file that count, in order; none in a plain list. */
  readonly keys: readonly { readonly key: string; readonly at: Place }[];
  readonly fileCount: number;
  readonly covered: CoveredCounts;
  /** The pools in the order of their first lines. */
  readonly pools: readonly Pool[];
  /** How entries belong together. */
  readonly subjects: Pick<Subjects, 'persons' | 'licenseTypes' | 'register' | 'servers'>;
}
