import type { Day } from './calendar';
import type { KnownExport } from './exports/exports';
import type { EntryKind, SectionKey } from './register/fields';
import type { Entry, EntryOf } from './register/model';
import type { FilePosition } from './document/range-of';
import type { RegisterSettings } from './register/settings';
import type { Subjects } from './subjects/subjects';

/** What a checked register holds, for whoever tells of it rather than checks it. */
export interface RegisterContents {
  /** The day that counts as today. */
  readonly today: Day;
  readonly settings: RegisterSettings;
  /** The licensee. */
  readonly organization: string | undefined;
  /** The sections that are there, if only as an empty list; none in a plain list that is the whole register. */
  readonly sections: ReadonlySet<SectionKey>;
  /** The entries that count, by kind, in the order of their places. */
  readonly entries: { readonly [Kind in EntryKind]: readonly EntryOf<Kind>[] };
  /** What is known from exports of Exchange, beside the entries. */
  readonly exports: readonly KnownExport[];
  /** How they belong together. */
  readonly subjects: Pick<Subjects, 'persons' | 'devices' | 'pools' | 'licenseTypes' | 'repeatedPurchases' | 'isSound' | 'covers' | 'typeOf' | 'holdingOf' | 'seatsOf'>;
  /** Where the face of an entry stands. */
  readonly placeOf: (entry: Entry) => FilePosition;
}
